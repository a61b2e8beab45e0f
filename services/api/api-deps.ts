import type { KnowledgeBase } from '../../pipelines/claims/knowledge-base.ts';
import type { ElectionCalendar } from '../../pipelines/watch/calendar.ts';
import type { Scope } from '../../shared/domain/unit.ts';
import type { Grant } from '../../shared/domain/user.ts';
import type { AnswerFiles } from '../../shared/ports/answer-files.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import type { IdentityProvider } from '../../shared/ports/identity-provider.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Queue } from '../../shared/ports/queue.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Rephraser } from '../../shared/ports/rephraser.ts';
import type { ReportFiles } from '../../shared/ports/report-files.ts';
import type { MetricsPage, Telemetry } from '../../shared/ports/telemetry.ts';
import type { ApiCollecting } from './api-collecting.ts';
import type { ChangeFeed } from './events.ts';

/** What the API needs of the world. */
export interface ApiDeps {
  index: ItemIndex;
  records: Records;
  queue: Queue;
  clock: Clock;
  ids: Ids;
  changes: ChangeFeed;
  /** What the bearer of the token may see. */
  scope: Scope;
  token: string;
  /** A file below models/, of the version in force; without it the quality report has no figures on gold data. */
  readModel?(path: string): Promise<Uint8Array | null>;
  /** The knowledge base's index of this process; default one of its own. */
  knowledge?: KnowledgeBase;
  /** Draws charts as PNG; without it only SVG is given. */
  drawPicture?: Installation['drawPicture'];
  /** Stages of elections, where they are not the bundled ones. */
  calendar?: ElectionCalendar;
  /** What makes reports and exports; without it the routes that give files answer 503. */
  files?: ReportFiles;
  /** Public address under which clarifications lie; default the local one. */
  publicUrl?: string | undefined;
  /** Whose clarifications they are, as the head of their pages says it; default the unit that published them. */
  publicName?: string | undefined;
  /** A language model that an operator set up; none by default. */
  rephraser?: Rephraser | undefined;
  /** Draws cards and press releases; without it those answer 503. */
  answerFiles?: AnswerFiles;
  /** Vouches for people who sign in elsewhere; none without it. */
  identityProvider?: IdentityProvider | undefined;
  /** What somebody gets whom the provider vouches for and nobody invited; without it they are refused. */
  newUserGrant?: Grant | undefined;
  /** Who needs a second factor beside a password: a setting's text, default `off`. */
  secondFactor?: string | undefined;
  logLevel: string;
  /** Where the built desk lies; without it only the API is served. */
  deskFolder?: string | undefined;
  telemetry?: Telemetry;
  /** With it, `/metrics` shows what Prometheus reads. */
  metrics?: MetricsPage;
  /** Secret of the WhatsApp app; with it, WhatsApp may report what became of messages. */
  whatsappSecret?: string | undefined;
  /** Routes that change sources, take in reports and files, and hand out evidence; none of them without it. */
  collecting?: ApiCollecting | undefined;
  /** Parse every answer with its schema before it is sent; for tests. */
  checkResponses?: boolean;
  /** Per address; only a bench needs more than the default. */
  requestsPerMinute?: number;
}
