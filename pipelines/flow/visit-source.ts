import type { Drop } from '../../shared/domain/drop.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Allowance } from '../../shared/ports/allowance.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { FetchError, type Fetcher, HostBackedOff, HttpFailure } from '../../shared/ports/fetcher.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { MailboxUnavailable, type OpenMailbox } from '../../shared/ports/mailbox.ts';
import {
  type Collected,
  type CollectRequest,
  type Connector,
  type Cursor,
  SettingsRefused,
} from '../ingest/connectors/connector.ts';
import type { Visit } from '../ingest/source-health.ts';

export interface VisitDeps {
  index: Pick<ItemIndex, 'known'>;
  fetcher: Fetcher;
  clock: Clock;
  connectors: ReadonlyMap<Source['kind'], Connector>;
  readPage: CollectRequest['readPage'];
  readFeed?: NonNullable<CollectRequest['readFeed']>;
  sawPage?: NonNullable<CollectRequest['sawPage']>;
  openMailbox?: OpenMailbox | undefined;
  allowance: Allowance;
  pseudonymise(name: string): string;
  secrets: Readonly<Record<string, string>>;
}

/**
 * Asks a source for what is new since a cursor, and stores nothing. A preview is this alone.
 * @throws what `failureOf` explains
 */
export async function visitSource(source: Source, cursor: Cursor, deps: VisitDeps): Promise<Collected> {
  const connector = deps.connectors.get(source.kind);
  if (!connector)
    throw new SettingsRefused(
      `Jenis sumber "${source.kind}" tidak diambil menurut jadwal: isinya datang lewat impor, laporan atau aliran.`,
    );
  const { fetcher, clock, index, readPage, readFeed, sawPage, openMailbox } = deps;
  const { allowance, pseudonymise, secrets } = deps;
  return connector.collect({
    source,
    cursor,
    fetcher,
    now: clock.now(),
    knownIds: async (ids) => new Set((await index.known(ids)).keys()),
    readPage,
    ...(readFeed ? { readFeed } : {}),
    ...(sawPage ? { sawPage } : {}),
    openMailbox,
    allowance,
    pseudonymise,
    secrets,
  });
}

/** Drops that mean that nothing could be read at all. */
const unreadable = new Set(['not_a_feed', 'list_unreadable', 'empty_list', 'no_claim_review']);

/** Why a visit that brought nothing is a failure of the source all the same: it answered, but not with what it is for. */
export const whyUnreadable = ({ items, claims, drops }: Collected): Drop | undefined =>
  items.length + claims.length > 0 ? undefined : drops.find(({ code }) => unreadable.has(code));

export type Failure = Omit<Extract<Visit, { ok: false }>, 'at' | 'ok'>;

/** What an officer reads of a failed visit; null for what is no failure of the source but a fault of the program. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof SettingsRefused)
    return { code: 'settings_refused', httpStatus: null, explanation: error.reason };
  if (error instanceof MailboxUnavailable)
    return { code: 'mailbox_unavailable', httpStatus: null, explanation: error.explanation };
  if (!(error instanceof FetchError)) return null;
  return {
    code: error.code,
    httpStatus: error instanceof HttpFailure ? error.status : null,
    explanation: error.explanation,
    retryAt: error instanceof HostBackedOff ? error.retryAt : null,
  };
}
