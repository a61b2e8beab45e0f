import type { AnswerKind, AnswerNotes, Sentence } from '../../../shared/domain/answer.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Fact } from '../../../shared/domain/fact.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { PublishedSource } from '../../../shared/domain/publication.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { splitSentences } from '../../../shared/text/split-sentences.ts';
import { localMoment } from '../../watch/local-time.ts';
import { AnswerRefused } from '../answer-refused.ts';
import { heldShare, titleShare } from '../lint/held-share.ts';
import { claimSaid, smallStart } from './claim-said.ts';
import {
  courtesies,
  judgementAlone,
  judgementOf,
  nextUpdateOf,
  subjectOfTopic,
  whyOfKind,
} from './phrases.ts';

export interface ComposeInput {
  kind: AnswerKind;
  claim: Claim | null;
  issue: Issue | null;
  /** Approved ones in force, the weightiest first. */
  facts: readonly Fact[];
  notes: AnswerNotes;
  unit: Unit;
  /** Public address of the page to come. */
  pageUrl: string;
  now: Instant;
}

/** Everything that the forms are put together from; each sentence with where it comes from. */
export interface Material {
  kind: AnswerKind;
  unitName: string;
  date: string;
  pageUrl: string;
  subject: Sentence;
  title: Sentence;
  /** What is so, the main thing first; of a correction and an admission the true core. */
  core: Sentence[];
  /** Facts beyond the core. */
  more: Sentence[];
  /** The rumour, told once, and what to think of it; empty where there is none to tell. */
  warning: Sentence[];
  /** What to think of it without telling it. */
  aside: Sentence[];
  why: Sentence[];
  /** Of an admission and a reply. */
  extent: Sentence[];
  remedy: Sentence[];
  checks: Sentence[];
  nextUpdate: Sentence;
  sources: PublishedSource[];
}

export const say = (text: string, ...from: string[]): Sentence => ({ text, from });
export const courtesy = (name: keyof typeof courtesies): Sentence =>
  say(courtesies[name], `template:${name}`);

const monthNames =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** `6 Februari 2024`, in the unit's zone. */
export function sayDate(at: Instant, zone: Unit['zone']): string {
  const [year, month, day] = localMoment(at, zone).day.split('-').map(Number);
  return `${day} ${monthNames[month! - 1]} ${year}`;
}

const sentencesOf = (text: string, ...from: string[]): Sentence[] =>
  splitSentences(text).map((sentence) => say(finished(sentence), ...from));

/** With a capital at its beginning and a full stop at its end. */
function finished(text: string): string {
  const whole = /[.!?…]["”)]?$/u.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** A note as a sentence: as it stands when it is one, else after `lead`. */
function noted(note: string | null, name: string, lead: string): Sentence[] {
  if (note === null) return [];
  const isSentence = /^\p{Lu}.*[.!]$/su.test(note) && note.split(/\s+/).length > 4;
  if (isSentence) return sentencesOf(note, `note:${name}`);
  return [say(finished(`${lead} ${smallStart(note)}`), `note:${name}`)];
}

/** Puts the pieces together. @throws AnswerRefused where there is nothing to say yet */
export function gatherMaterial(input: ComposeInput): Material {
  const { kind, claim, issue, facts, notes, unit, pageUrl } = input;
  const statements = facts.filter(({ use }) => use === 'statement');
  const explained = claim ? sentencesOf(claim.explanation, `claim:${claim.id}#explanation`) : [];
  // A fact is quoted whole: its sentences were approved together.
  const told = statements.map(({ id, statement }) => say(finished(statement), `fact:${id}`));
  const trueCore = noted(notes.trueCore, 'trueCore', '');
  const core = trueCore.length > 0 ? trueCore : (explained.length > 0 ? explained : told).slice(0, 1);
  const more = withoutEchoes([...explained, ...told], core);
  const subject = subjectOf(input);
  if (kind !== 'holding' && core.length === 0)
    throw new AnswerRefused([
      {
        path: 'factIds',
        message: 'Belum ada fakta untuk menjawab: isi penjelasan klaim atau setujui fakta yang sesuai.',
      },
    ]);
  return {
    kind,
    unitName: unit.name,
    date: sayDate(input.now, unit.zone),
    pageUrl,
    subject,
    title: titleOf(input, core, subject),
    core,
    more,
    warning: warningOf(claim, kind),
    aside:
      claim && judgementAlone[claim.verdict] && (kind === 'denial' || kind === 'correction')
        ? [say(judgementAlone[claim.verdict]!, `claim:${claim.id}#verdict`)]
        : [],
    why: whyOf(claim),
    extent: noted(notes.extent, 'extent', 'Kejadian itu menyangkut'),
    remedy: remedyOf(notes),
    checks: checksOf(facts),
    nextUpdate: nextUpdateSaid(input, issue),
    sources: sourcesOf(claim, facts),
  };
}

function subjectOf({ notes, issue, facts }: ComposeInput): Sentence {
  if (notes.subject !== null) return say(notes.subject, 'note:subject');
  const topic = facts.find(({ use }) => use === 'statement')?.topic ?? issue?.topic;
  return say(subjectOfTopic[topic ?? 'lainnya'], topic && issue ? `issue:${issue.id}` : 'template:subject');
}

/** Longest headline made of a sentence; longer ones are cut off by phones. */
const longestTitle = 90;

/** The fact as the headline, never the rumour. */
function titleOf(
  { kind, claim, facts, unit }: ComposeInput,
  core: readonly Sentence[],
  subject: Sentence,
): Sentence {
  const plain = say(`Penjelasan ${unit.name} tentang ${subject.text}`, ...subject.from);
  if (kind === 'holding') return say(`Pernyataan awal ${unit.name} tentang ${subject.text}`, ...subject.from);
  if (kind === 'reply') return say(`Jawaban ${unit.name} tentang ${subject.text}`, ...subject.from);
  if (kind !== 'denial') return plain;
  const tellsRumour = (text: string): boolean => claim !== null && heldShare(claim.text, text) >= titleShare;
  const [first] = core;
  const bare = first?.text.replace(/[.!]+$/, '') ?? '';
  const fits = bare.length > 0 && bare.length <= longestTitle && !tellsRumour(bare);
  if (first && fits) return say(bare, ...first.from);
  const headlined = facts.find(({ headline }) => headline !== null && !tellsRumour(headline));
  return headlined?.headline ? say(headlined.headline, `fact:${headlined.id}`) : plain;
}

function warningOf(claim: Claim | null, kind: AnswerKind): Sentence[] {
  const judgement = claim ? judgementOf[claim.verdict] : undefined;
  if (!claim || judgement === undefined || (kind !== 'denial' && kind !== 'correction')) return [];
  return [
    say(`Beredar informasi bahwa ${claimSaid(claim.text)}.`, `claim:${claim.id}#text`),
    say(judgement, `claim:${claim.id}#verdict`),
  ];
}

/** Why it misleads: by its kind, else because a source says otherwise. */
function whyOf(claim: Claim | null): Sentence[] {
  if (claim?.kind) return [say(whyOfKind[claim.kind], `claim:${claim.id}#kind`)];
  const [first] = claim?.evidence ?? [];
  return claim && first && claim.verdict === 'salah'
    ? [say(`Isinya bertentangan dengan ${first.title}.`, `evidence:${claim.id}#0`)]
    : [];
}

function remedyOf({ remedy, remedyBy }: AnswerNotes): Sentence[] {
  const isVerb = /^(?:me|ber)/iu.test(remedy ?? '');
  const done = noted(remedy, 'remedy', isVerb ? 'Kami' : 'Langkah perbaikannya adalah');
  return remedyBy === null
    ? done
    : [...done, say(`Perbaikan itu selesai paling lambat ${remedyBy}.`, 'note:remedyBy')];
}

function checksOf(facts: readonly Fact[]): Sentence[] {
  const own = facts
    .filter(({ use }) => use === 'how_to_check')
    .flatMap(({ id, statement }) => sentencesOf(statement, `fact:${id}`));
  return own.length > 0 ? own : [courtesy('generalCheck')];
}

function nextUpdateSaid({ notes }: ComposeInput, issue: Issue | null): Sentence {
  const when = notes.nextUpdate ?? (issue ? nextUpdateOf[issue.risk.level] : 'setelah pemeriksaan selesai');
  return say(
    `Kabar berikutnya kami sampaikan ${when}.`,
    notes.nextUpdate === null ? 'template:nextUpdate' : 'note:nextUpdate',
  );
}

/** Of what says nearly the same only the first: an explanation is often written from a fact of the library. */
function withoutEchoes(all: readonly Sentence[], said: readonly Sentence[]): Sentence[] {
  const kept: Sentence[] = [];
  for (const one of all)
    if (![...said, ...kept].some(({ text }) => heldShare(one.text, text) >= echoShare)) kept.push(one);
  return kept;
}
/** Chosen: three of four words of content are in the other one already. */
const echoShare = 0.75;

/** Where all of it can be read: the evidence of the claim, then the facts; each address once. */
function sourcesOf(claim: Claim | null, facts: readonly Fact[]): PublishedSource[] {
  const ofClaim = (claim?.evidence ?? []).map(
    ({ title, url }, at): PublishedSource => ({
      ref: `evidence:${claim!.id}#${at}`,
      title,
      url,
      regulation: null,
    }),
  );
  const ofFacts = facts.map(({ id, source }): PublishedSource => ({ ref: `fact:${id}`, ...source }));
  const byUrl = Map.groupBy([...ofClaim, ...ofFacts], ({ url }) => url);
  // Of several names for one address the one that cites most exactly.
  return [...byUrl.values()].map((same) =>
    same.reduce((best, one) => ((one.regulation ?? '').length > (best.regulation ?? '').length ? one : best)),
  );
}
