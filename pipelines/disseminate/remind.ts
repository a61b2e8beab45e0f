import { unitOfCode } from '../../shared/areas/unit-of-code.ts';
import { zoneOf } from '../../shared/areas/units.ts';
import type { Campaign } from '../../shared/domain/campaign.ts';
import type { Message } from '../../shared/domain/delivery.ts';
import { hashId } from '../../shared/domain/ids.ts';
import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { Agreement, Stakeholder } from '../../shared/domain/stakeholder.ts';
import { nationalScope, upwards } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import { officersOf, tellPeople } from '../deliver/tell-people.ts';
import { sayMoment } from '../watch/local-time.ts';
import { coverageOf, type UnitCoverage } from './coverage.ts';
import { allStakeholders } from './import-stakeholders.ts';

export interface RemindDeps {
  records: Records;
  now: Instant;
  /** Where people open the application. */
  baseUrl: string;
}

interface Duty {
  key: string;
  unit: string;
  subject: string;
  line: string;
  path: string;
  about: string;
}

function messageOf({ key, unit, subject, line, path, about }: Duty, { now, baseUrl }: RemindDeps): Message {
  const link = `${baseUrl.replace(/\/$/, '')}${path}`;
  return {
    id: hashId(key),
    kind: 'reminder',
    alertId: null,
    issueId: null,
    unit,
    level: 'rendah',
    at: now,
    subject,
    short: line.slice(0, 160),
    text: `${line}\n\n${link}\n`,
    html: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escapeXml(subject)}</title></head><body><p>${escapeXml(line)}</p><p><a href="${escapeXml(link)}">Buka Saring</a></p></body></html>`,
    chart: null,
    link,
    data: { about, unit, link },
  };
}

/** Days before its end at which an agreement is brought up: time to negotiate, to sign, and the last call. Chosen. */
const agreementDays = [90, 30, 7, 0];

/** The reminder that is due: the last threshold that was passed; null before the first and a month after the end. */
export function agreementStage({ expiresAt }: Pick<Agreement, 'expiresAt'>, now: Instant): number | null {
  const left = (expiresAt - now) / dayMs;
  if (left < -30) return null;
  return agreementDays.findLast((days) => left <= days) ?? null;
}

function agreementDuty({ id, name, unit }: Stakeholder, agreement: Agreement, stage: number): Duty {
  const day = sayMoment(agreement.expiresAt, zoneOf(unit));
  const number = agreement.number === '' ? '' : ` (${agreement.number})`;
  const when = stage === 0 ? `berakhir ${day}` : `akan berakhir ${day}`;
  return {
    key: `agreement ${id} ${agreement.id} ${agreement.expiresAt} ${stage}`,
    unit,
    subject: `Perjanjian dengan ${name} ${stage === 0 ? 'berakhir' : `berakhir dalam ${stage} hari`}`,
    line: `${agreement.title}${number} dengan ${name} ${when}. Perpanjang atau catat bahwa tidak dilanjutkan.`,
    path: `/mitra/${id}`,
    about: 'agreement',
  };
}

/** The officers of a unit, or of the first one above it that has any. */
async function nearestOfficers(records: Records, unit: string) {
  for (const one of upwards(unit)) {
    const officers = await officersOf(records, one);
    if (officers.length > 0) return officers;
  }
  return [];
}

/** Brings up agreements that end: once for each threshold, however often it is called. */
export async function remindOfAgreements(deps: RemindDeps): Promise<number> {
  const { records, now } = deps;
  let added = 0;
  for (const stakeholder of await allStakeholders(records, nationalScope))
    for (const agreement of stakeholder.active ? stakeholder.agreements : []) {
      const stage = agreementStage(agreement, now);
      if (stage === null) continue;
      const officers = await nearestOfficers(records, stakeholder.unit);
      const message = messageOf(agreementDuty(stakeholder, agreement, stage), deps);
      added += await tellPeople(records, message, officers, now);
    }
  return added;
}

/** Days after its deadline on which units are still reminded of a campaign; then the coverage is the place. */
const campaignDaysAfter = 3;

/** Which reminder of a campaign is due: half-way to its deadline, at it, and daily for three days after; else null. */
export function campaignStage(
  { startedAt, dueAt }: Pick<Campaign, 'startedAt' | 'dueAt'>,
  now: Instant,
): string | null {
  const late = Math.floor((now - dueAt) / dayMs);
  if (late > campaignDaysAfter) return null;
  if (late >= 0) return `late-${late}`;
  return now >= startedAt + (dueAt - startedAt) / 2 ? 'half' : null;
}

function campaignDuty(
  campaign: Campaign,
  { unit, state, groups, ticked }: UnitCoverage,
  stage: string,
): Duty {
  const office = unitOfCode(unit).name;
  const done =
    state === 'no_group'
      ? 'belum ada grup yang tercatat'
      : `baru ${ticked} dari ${groups} grup ditandai terkirim`;
  return {
    key: `campaign reminder ${campaign.id} ${unit} ${stage}`,
    unit,
    subject: `Pengingat penyebaran: ${campaign.package.title}`,
    line: `Klarifikasi "${campaign.package.title}" belum selesai disebarkan oleh ${office}: ${done}. Batasnya ${sayMoment(campaign.dueAt, zoneOf(unit))}.`,
    path: `/sebar/${campaign.id}`,
    about: 'campaign',
  };
}

/** Reminds the units of a campaign that are not done, once a stage. Returns how many messages were added. */
export async function remindOfCampaign(deps: RemindDeps, campaign: Campaign, stage: string): Promise<number> {
  const { records, now } = deps;
  const { units } = await coverageOf(records, campaign, { unit: campaign.unit });
  let added = 0;
  for (const one of units) {
    if (one.state === 'done') continue;
    const officers = await officersOf(records, one.unit);
    added += await tellPeople(records, messageOf(campaignDuty(campaign, one, stage), deps), officers, now);
  }
  return added;
}

export async function remindOfCampaigns(deps: RemindDeps): Promise<number> {
  let added = 0;
  for (const campaign of await deps.records.dissemination.campaigns.running()) {
    const stage = campaignStage(campaign, deps.now);
    if (stage !== null) added += await remindOfCampaign(deps, campaign, stage);
  }
  return added;
}
