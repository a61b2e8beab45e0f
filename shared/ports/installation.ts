import type { Level } from '../domain/risk.ts';
import type { AnswerFiles } from './answer-files.ts';
import type { ChangeBus } from './change-bus.ts';
import type { Clock, Ids } from './clock.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { Fetcher } from './fetcher.ts';
import type { ItemIndex } from './item-index.ts';
import type { ItemLabeller } from './item-labeller.ts';
import type { OpenMailbox } from './mailbox.ts';
import type { Queue } from './queue.ts';
import type { RecordTables } from './record-tables.ts';
import type { Records } from './records.ts';
import type { Rephraser } from './rephraser.ts';
import type { ReportFiles } from './report-files.ts';
import type { OpenStream } from './stream.ts';
import type { ToneModel } from './tone-model.ts';

/** Everything one process needs of the world, as ports; a composition root opens it. */
export interface Installation {
  queue: Queue;
  index: ItemIndex;
  records: Records;
  /** The records as rows, for moving them. */
  tables: RecordTables;
  evidence: EvidenceStore;
  fetcher: Fetcher;
  clock: Clock;
  ids: Ids;
  /** Where several processes have to hear of each other's changes. */
  changes?: ChangeBus;
  /** The bytes of a model that the project ships, by its path below models/; null when it is not there. */
  readModel(path: string): Promise<Uint8Array | null>;
  /** Labels items beside the process, where that is set up; the flow labels in its own thread otherwise. */
  labeller?: ItemLabeller;
  /** Opens the operator's own reader of moods, where one is set up. @throws ToneModelUnavailable saying what to do */
  openToneModel?(): Promise<ToneModel>;
  /** A picture of an SVG as PNG, at twice its size so that it is sharp in print. */
  drawPicture?(picture: { svg: string; width: number }): Promise<Uint8Array>;
  /** A keyed hash of a private author's name: the same name gives the same hash, and only with this key. */
  pseudonymise(name: string): string;
  collecting: Collecting;
  /** What makes reports and exports. */
  files: ReportFiles;
  /** What draws cards, press releases and letters. */
  answerFiles: AnswerFiles;
  /** A language model that says texts in other words, where one is set up. */
  rephraser?: Rephraser;
  /** Public address under which clarifications lie. */
  publicUrl: string;
  /** Whose they are, where the settings say it. */
  publicName?: string;
  /** The key of that hash, for moving an installation: authors keep their pseudonyms. */
  pseudonymKey?: string;
  close(): Promise<void>;
}

/** Name of the state in which a move into this installation is kept; while it is unfinished nothing else may open it. */
export const moveStateName = 'move';

/** What collecting needs beside the fetcher, as the settings have it. */
export interface Collecting {
  /** Keys and tokens of services, by the name that connectors ask for. */
  secrets: Readonly<Record<string, string>>;
  /** Items from this level of risk on are kept as evidence. */
  evidenceLevel: Level | 'off';
  /** The mailbox people report to, where one is set up. */
  openMailbox?: OpenMailbox;
  openStream: OpenStream;
}
