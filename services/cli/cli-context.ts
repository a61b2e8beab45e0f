import type { Settings } from '../../shared/config/settings.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Finding } from '../../shared/ports/finding.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { ModelVersions } from '../../shared/ports/model-versions.ts';
import type { ToneModel } from '../../shared/ports/tone-model.ts';
import type { Services } from './services.ts';

/** A clock that follows what is replayed. */
export interface MovingClock extends Clock {
  moveTo(at: number): void;
}

/** What commands get from the composition root; they know no backend. */
export interface CliContext {
  environment: Readonly<Record<string, string | undefined>>;
  /** Opens the installation that the settings name: three servers, or else the file in `dataDir`. */
  open(
    settings: Settings,
    options?: { clock?: Clock; pauseMs?: number; labelApart?: boolean; moving?: boolean },
  ): Promise<Installation>;
  /** Looks at what the settings name without opening it; `isOpenable` when it was used before and nothing forbids it. */
  probe?(settings: Settings): Promise<{ findings: Finding[]; isOpenable: boolean }>;
  services(): Promise<Services>;
  createReplayClock(start: number): MovingClock;
  readModel(path: string): Promise<Uint8Array | null>;
  /** What an installation learned, in its data folder. */
  openModels?(dataDir: string): ModelVersions;
  /** The classifier in a folder that the user gives. */
  openToneModel?(folder: string): Promise<ToneModel>;
  out(text: string): void;
  err(text: string): void;
}

/** Opens the installation in a data folder for one command, and closes it after. */
export type Within = (
  dataDir: string | undefined,
  work: (installation: Installation, settings: Pick<Settings, 'baseUrl' | 'dataDir'>) => Promise<void>,
) => Promise<void>;

/** Something the user can mend: one line, what to do, no stack. Exit code 1, or 2 where the call itself is wrong. */
export class CliError extends Error {
  override name = 'CliError';
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
