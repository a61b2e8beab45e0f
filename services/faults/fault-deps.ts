import type { Settings } from '../../shared/config/settings.ts';
import type { Installation } from '../../shared/ports/installation.ts';

export type ServerName = 'redis' | 'postgres' | 'elasticsearch';

/** A server that can be ended and started again with its data. */
export interface FaultServer {
  url: string;
  halt(signal?: NodeJS.Signals): Promise<void>;
  resume(): Promise<void>;
}

export type FaultStack = Readonly<Record<ServerName, FaultServer>>;

/** A way to a server that can go bad. */
export interface FaultProxy {
  url: string;
  pass(): void;
  swallow(): void;
  refuse(head: RegExp): void;
  stop(): Promise<void>;
}

/** What the faults need of the process that runs them. */
export interface FaultDeps {
  stack: FaultStack;
  open(settings: Settings): Promise<Installation>;
  startProxy(target: string): Promise<FaultProxy>;
}

export interface FaultOptions {
  /** SIGKILLs of the scenario that kills workers. */
  kills: number;
  /** How long a server is away or takes no writes, in ms. */
  awayMs: number;
  /** How long the network to a server is dead, in ms. */
  deadMs: number;
}
