import type { Alert } from '../../shared/domain/alert.ts';
import { type Delivery, deliveryId } from '../../shared/domain/delivery.ts';
import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { isContactOf, openChannels, type Recipient, watches } from '../../shared/domain/recipient.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { localMoment, type Zone } from '../watch/local-time.ts';
import { urgencyFor, waiting } from './deliveries-for.ts';
import { type DigestEntry, digestOf } from './digest-of.ts';
import { reachedUnit } from './enqueue-deliveries.ts';
import type { DeliverySettings } from './settings.ts';

export interface DigestDeps {
  records: Records;
  now: Instant;
  settings: DeliverySettings;
  baseUrl: string;
  zoneOf(unit: string): Zone;
  unitName(unit: string): string;
}

const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
/** After a long standstill (or a clock that jumped) one digest covers at most a week. */
const longestSpanMs = 7 * dayMs;
/** Alerts of one digest over the whole country; the alert budget allows a hundredth of it. */
const mostAlerts = 5_000;

/** The last digest moment of a zone at or before `now`. */
export function digestMoment(now: Instant, zone: Zone, hours: readonly number[]): Instant {
  const { midnight } = localMoment(now, zone);
  const moments = [midnight - dayMs, midnight].flatMap((day) => hours.map((hour) => day + hour * hourMs));
  return Math.max(...moments.filter((moment) => moment <= now));
}

/**
 * Puts the digests that have become due into the outbox, zone by zone; to be called every minute or so. A zone's last
 * moment is remembered after its last page, and ids follow from moment and person, so neither a crash nor a second call
 * sends one twice. A clock that was set back makes none. Returns how many were added.
 */
export async function enqueueDigests(deps: DigestDeps): Promise<number> {
  let added = 0;
  for (const zone of zones) {
    const name = `deliver.digest.${zone}`;
    const to = digestMoment(deps.now, zone, deps.settings.digestHours);
    const last = (await deps.records.state.get(name)) as Instant | null;
    if (last !== null && to <= last) continue;
    const before = digestMoment(to - 1, zone, deps.settings.digestHours);
    const from = Math.max(last ?? before, to - longestSpanMs);
    added += await enqueueZone(deps, zone, from, to);
    await deps.records.state.put(name, to);
  }
  return added;
}

interface Span {
  from: Instant;
  to: Instant;
  alerts: Alert[];
  issues: ReadonlyMap<string, Issue>;
  /** The unit that stands in for one without contacts. */
  reached: ReadonlyMap<string, string | null>;
}

async function readSpan(records: Records, from: Instant, to: Instant): Promise<Span> {
  const listed = await records.alerts.list({ scope: nationalScope, from, limit: mostAlerts });
  const alerts = listed.filter((alert) => alert.at < to && !alert.falseAlarm);
  const ids = [...new Set(alerts.flatMap(({ issueId }) => (issueId === null ? [] : [issueId])))];
  const issues = ids.length === 0 ? [] : await records.issues.many(ids);
  const reached = new Map<string, string | null>();
  for (const { unit } of alerts) if (!reached.has(unit)) reached.set(unit, await reachedUnit(records, unit));
  return { from, to, alerts, issues: new Map(issues.map((issue) => [issue.id, issue])), reached };
}

async function enqueueZone(deps: DigestDeps, zone: Zone, from: Instant, to: Instant): Promise<number> {
  const { records, settings, zoneOf } = deps;
  const span = await readSpan(records, from, to);
  if (span.alerts.length === 0) return 0;
  let added = 0;
  let after: string | undefined;
  for (;;) {
    const page = await records.recipients.list({
      scope: nationalScope,
      limit: settings.pageSize,
      ...(after === undefined ? {} : { after }),
    });
    const readers = page.filter((one) => one.active && one.digest && zoneOf(one.unit) === zone);
    added += await enqueuePage(deps, readers, span);
    if (page.length < settings.pageSize) return added;
    after = page.at(-1)!.id;
  }
}

/** One transaction a page, so that no other write waits for all of them. */
const enqueuePage = (deps: DigestDeps, readers: readonly Recipient[], span: Span): Promise<number> =>
  deps.records.transaction(async ({ deliveries }) => {
    const rows: Delivery[] = [];
    const kept = new Set<string>();
    for (const reader of readers) {
      const [channel, ...laterChannels] = digestChannels(reader);
      const message = digestFor(deps, reader, span);
      if (channel === undefined || message === null) continue;
      if (!kept.has(message.id)) await deliveries.keepMessage(message);
      kept.add(message.id);
      rows.push({
        id: deliveryId(`digest ${span.to}`, reader.id),
        kind: 'digest',
        messageId: message.id,
        alertId: null,
        recipientId: reader.id,
        unit: reader.unit,
        level: 'rendah',
        escalatedFrom: null,
        channel,
        laterChannels,
        ...waiting(deps.now),
      });
    }
    return deliveries.enqueue(rows);
  });

/** A list reads best as e-mail, so that comes first where there is one. */
function digestChannels(reader: Recipient) {
  const open = openChannels(reader);
  return open.includes('email') ? (['email', ...open.filter((one) => one !== 'email')] as const) : open;
}

function digestFor(deps: DigestDeps, reader: Recipient, { from, to, alerts, issues, reached }: Span) {
  const entries = alerts.flatMap((alert): DigestEntry[] => {
    const standIn = reached.get(alert.unit) ?? null;
    const uncontacted = standIn !== alert.unit;
    const concerns =
      watches(reader, alert.unit) || (standIn !== null && isContactOf(reader, standIn) && uncontacted);
    const urgency = urgencyFor(alert, reader);
    if (!concerns || urgency === 'never') return [];
    const issue = alert.issueId === null ? null : (issues.get(alert.issueId) ?? null);
    return [{ alert, issue, told: urgency === 'now', uncontacted }];
  });
  const { unit } = reader;
  const { zoneOf, unitName, baseUrl } = deps;
  return digestOf({ unit, zone: zoneOf(unit), from, to, entries, baseUrl, unitName });
}
