import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 250;

interface Status {
  degraded: { part: string; problem: string }[];
}

/** Asks the API again and again what is degraded, as a page would that somebody has open. */
export class StatusWatch {
  /** The first words on each part. */
  readonly said: Record<string, string> = {};
  readonly #address: string;
  readonly #token: string;
  #listening = false;
  #running: Promise<void> | null = null;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  listen(): void {
    this.#listening = true;
    this.#running ??= this.#run();
  }

  async rest(): Promise<void> {
    this.#listening = false;
    await this.#running;
    this.#running = null;
  }

  async #run(): Promise<void> {
    const headers = { authorization: `Bearer ${this.#token}` };
    while (this.#listening) {
      try {
        const answer = await fetch(`${this.#address}/v1/status`, { headers });
        const { degraded } = (await answer.json()) as Status;
        for (const { part, problem } of degraded) this.said[part] ??= problem;
      } catch (error) {
        this.said['api'] ??= error instanceof Error ? error.message : String(error);
      }
      await wait(everyMs);
    }
  }
}
