import type { Flow } from '../../pipelines/flow/flow.ts';
import type { CollectRequest } from '../../pipelines/ingest/connectors/connector.ts';
import type { ReadWorkbook } from '../../pipelines/ingest/posts/read-workbook.ts';
import type { ElectionCalendar } from '../../pipelines/watch/calendar.ts';
import type { Settings } from '../../shared/config/settings.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Channel } from '../../shared/ports/channel.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { ReportWriters } from './report/report-writers.ts';

/** A running API and its workers. */
export interface RunningService {
  address: string;
  /** Makes the first administrator, once; null when there are people already. */
  firstLink: string | null;
  /** Opens the desk as the sample's officer, once; null unless that was asked for and nobody else is there. */
  sampleLink: string | null;
  flow: Flow;
  /** Lets requests and jobs end, then closes the installation. */
  stop(): Promise<void>;
}

/** The sample as it is served; see services/sample. */
export interface RunningSample {
  origin: string;
  sources: Source[];
  brokenSources: Source[];
  postFiles: string[];
  stop(): Promise<void>;
}

export interface StartAllOptions {
  host: string;
  port: number;
  token: string;
  logLevel: string;
  /** Stages of an election, where they are not the bundled ones. */
  calendar?: ElectionCalendar;
  /** With them, alerts are also sent to people, by the channels they set up. */
  delivery?: Settings;
  /** The built desk; without it only the API is served. */
  deskFolder?: string | undefined;
  /** Makes a link that opens the desk signed in as the sample's officer. */
  sampleOfficer?: boolean;
  /** Told what went wrong with a source or a job, in one line. */
  told(line: string): void;
}

/** Where the built desk lies; null when it was not built. */
export type FindDesk = () => string | null;

/** Other services that a command starts in its own process; the composition root hands them over. */
export interface Services {
  startAll(installation: Installation, options: StartAllOptions): Promise<RunningService>;
  findDesk: FindDesk;
  /** The channels that the settings set up. */
  openChannels(
    installation: Installation,
    settings: Settings,
  ): Promise<{ channels: ReadonlyMap<ChannelName, Channel>; close(): Promise<void> }>;
  /** What writes reports and exports. */
  reports: ReportWriters;
  startSample(options: { baseTime: Instant; port: number }): Promise<RunningSample>;
  /** The midnight at which the sample's week has to start so that all of it lies before `end`. */
  sampleStartEndingAt(end: Instant): Instant;
  /** Reads an Excel file in a thread of its own. */
  readWorkbook?: ReadWorkbook;
  /** Reads pages and feeds in threads of their own. */
  openReaders(): Required<Pick<CollectRequest, 'readPage' | 'readFeed'>> & { close(): Promise<void> };
}
