import type { AnswerChannel } from '../../../shared/domain/answer.ts';
import { wordCount } from '../compose/fit.ts';
import { whatsappWords, xSigns } from '../compose/short-forms.ts';
import {
  at,
  type Finding,
  type LintSubject,
  type Rule,
  sentencesOf,
  titleOf,
  whole,
} from './lint-subject.ts';
import { readingEase } from './reading-ease.ts';

type Limit = readonly [unit: 'words' | 'signs', most: number, severity: Finding['severity']];

/** 150 words and 280 signs are DOMAIN's; a script of 30 s has 80 words at a brisk pace; the rest is chosen. */
const limits: Readonly<Partial<Record<AnswerChannel, readonly Limit[]>>> = {
  whatsapp: [['words', whatsappWords, 'error']],
  x: [['signs', xSigns, 'error']],
  caption: [
    ['signs', 2_200, 'error'],
    ['words', 125, 'warn'],
  ],
  script: [['words', 90, 'error']],
  holding: [['words', 120, 'warn']],
  web: [['words', 500, 'warn']],
  press: [['words', 600, 'warn']],
};
const longestTitle = 110;

export const lengthRule: Rule = (subject) => {
  const { channel, plain } = subject;
  const counts = { words: wordCount(plain), signs: [...plain].length };
  const names = { words: 'kata', signs: 'tanda' };
  const title = titleOf(subject);
  return [
    ...(limits[channel] ?? [])
      .filter(([unit, most]) => counts[unit] > most)
      .map(([unit, most, severity]) =>
        whole('too_long', severity, `${counts[unit]} ${names[unit]}; paling banyak ${most}.`),
      ),
    ...(title && title.text.length > longestTitle
      ? [
          at(
            title,
            'title_too_long',
            'warn',
            `Judul ${title.text.length} tanda; paling banyak ${longestTitle}.`,
          ),
        ]
      : []),
    ...(title?.text.trimEnd().endsWith('?')
      ? [at(title, 'title_asks', 'warn', 'Judul bertanya; tulis jawabannya.')]
      : []),
  ];
};

const link = /https?:\/\/[^\s)]+/;
/** Forms that are read where a link can be opened. */
const needsLink: Readonly<Partial<Record<AnswerChannel, Finding['severity']>>> = {
  web: 'error',
  press: 'error',
  whatsapp: 'error',
  x: 'error',
  caption: 'error',
  holding: 'warn',
  qa: 'warn',
  points: 'warn',
};

/** A page and a press release name their sources; what is passed on leads to the page. */
export const linkRule: Rule = (subject) => {
  const severity = needsLink[subject.channel];
  if (severity === undefined || link.test(subject.plain)) return [];
  return [whole('no_source_link', severity, 'Belum ada tautan ke sumber atau ke halaman klarifikasi.')];
};

/** Chosen from the forms the composer writes: plain Indonesian lies at 50 to 80, an office letter below 35. */
const hardBelow = 40;
const longSentenceWords = 28;

export const readingRule: Rule = (subject) => {
  const sentences = proseOf(subject);
  const long = sentences
    .filter(({ text }) => wordCount(text) > longSentenceWords)
    .map((span) =>
      at(
        span,
        'long_sentence',
        'warn',
        `Kalimat ini ${wordCount(span.text)} kata; bagi menjadi dua agar mudah dibaca.`,
      ),
    );
  const { score } = readingEase(sentences.map(({ text }) => text));
  return score !== null && score < hardBelow
    ? [
        ...long,
        whole('hard_to_read', 'warn', `Kemudahan baca ${score} dari 100; pakai kata dan kalimat pendek.`),
      ]
    : long;
};

/** What is read as prose: without sources, links and tags. */
export const proseOf = (subject: LintSubject) =>
  sentencesOf(subject).filter(
    ({ role, text }) => role !== 'source' && !/^(?:#|–)/.test(text) && !link.test(text),
  );
