import { periodDays } from '../../report/check/report-period.ts';
import type { Draft, Paragraph } from './draft.ts';
import type { SetStyle } from './set-style.ts';

type Random = () => number;
type Change = (paragraph: Paragraph) => Paragraph;

const parts = ['opening', 'activities', 'issues', 'obstacles', 'plans', 'closing'] as const;

const withText = (draft: Draft, change: Change): Draft => ({
  ...draft,
  ...Object.fromEntries(parts.map((part) => [part, draft[part].map(change)])),
});

/** Dates stay those of the source although the period is another: moved by the days between the two periods. */
const keepDates =
  (from: Draft, to: Draft): Change =>
  ({ template, text }) => {
    const days = periodDays(from.period).from - periodDays(to.period).from;
    return { template, text: text.replace(/⟦(-?\d+)⟧/gu, (_, day: string) => `⟦${Number(day) + days}⟧`) };
  };

const moveDates =
  (random: Random): Change =>
  ({ template, text }) => ({
    template,
    text: text.replace(/⟦-?\d+⟧/gu, () => `⟦${1 + Math.floor(random() * 88)}⟧`),
  });

const editLightly =
  (random: Random, synonyms: SetStyle['synonyms']): Change =>
  ({ template, text }) => {
    let edited = text;
    for (const [word, other] of synonyms)
      if (random() < 0.65) edited = edited.replace(new RegExp(`\\b${word}\\b`, 'u'), other);
    const sentences = edited.split(/(?<=[.?])\s+(?=\p{Lu})/u);
    if (sentences.length > 2 && random() < 0.2) sentences.splice(Math.floor(random() * sentences.length), 1);
    if (random() < 0.15) sentences.push('Kegiatan ini mendapat sambutan baik dari berbagai pihak.');
    const changed = sentences.join(' ');
    return {
      template,
      text: random() < 0.25 ? changed.replace(/\b(\d{2})\b(?!⟧)/u, (n) => String(Number(n) + 3)) : changed,
    };
  };

/** Names exchanged as far as whoever pasted it took care. */
const renameUnit =
  (random: Random, from: Draft, to: Draft): Change =>
  ({ template, text }) => {
    const renamed = random() < 0.7 ? text.replaceAll(from.unit.name, to.unit.name) : text;
    const careful = to.unit.code.charCodeAt(4) % 2 === 0;
    return {
      template,
      text: careful
        ? from.unit.places.reduce(
            (result, place, at) => result.replaceAll(place, to.unit.places[at % to.unit.places.length]!),
            renamed,
          )
        : renamed,
    };
  };

function pasteNeighbour(random: Random, source: Draft, target: Draft): Draft {
  const rename = renameUnit(random, source, target);
  const dated = random() < 0.5 ? keepDates(source, target) : moveDates(random);
  const pasted = withText({ ...source }, (paragraph) => rename(dated(paragraph)));
  const whole = random() < 0.65;
  return {
    ...target,
    ...Object.fromEntries(parts.map((part) => [part, pasted[part]])),
    activities: whole
      ? pasted.activities
      : [...pasted.activities.slice(0, 4), ...target.activities.slice(0, 2)],
    issues: whole ? pasted.issues : target.issues,
    handedIn: Math.max(target.handedIn, source.handedIn + 1),
  };
}

/** Makes `target`'s report from `source`'s in one of the four ways; unit, period and mostly the tables stay its own. */
export function copyDraft(
  random: Random,
  kind: string,
  { source, target, synonyms }: { source: Draft; target: Draft; synonyms: SetStyle['synonyms'] },
): Draft {
  if (kind === 'neighbour') return pasteNeighbour(random, source, target);
  const lazy = random() < 0.5;
  const base: Draft = {
    ...source,
    period: target.period,
    handedIn: target.handedIn,
    figures: lazy ? source.figures : target.figures,
    style: target.style,
  };
  const kept = keepDates(source, target);
  if (kind === 'copied_forward') return withText(base, kept);
  if (kind === 'redated') return withText(base, moveDates(random));
  const edit = editLightly(random, synonyms);
  const dates = lazy ? kept : moveDates(random);
  return withText(base, (paragraph) => edit(dates(paragraph)));
}
