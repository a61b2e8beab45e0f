import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { textOfChannel } from '../../../shared/domain/answer.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { AnswerRefused } from '../answer-refused.ts';
import { sayDate } from '../compose/material.ts';

const textOf = (publication: Publication) =>
  textOfChannel(publication, 'press') ?? textOfChannel(publication, 'holding');

/** Whether it has a text for paper. */
export const hasPaper = (publication: Publication): boolean => textOf(publication) !== null;

/** The press release of a publication, as paper. @throws AnswerRefused where it has none */
export function pressPaper(publication: Publication): Paper {
  const unit = unitOfCode(publication.unit);
  const text = textOf(publication);
  if (!text)
    throw new AnswerRefused([{ path: 'texts', message: 'Penjelasan ini tidak memuat siaran pers.' }]);
  return {
    letterhead: ['Komisi Pemilihan Umum', unit.name],
    kind: text.channel === 'holding' ? 'PERNYATAAN AWAL' : 'SIARAN PERS',
    number: null,
    date: sayDate(publication.publishedAt, unit.zone),
    to: [],
    title: text.title?.text ?? publication.title,
    blocks: text.blocks.map(({ heading, role, sentences }) => ({
      heading,
      bullets: role === 'source',
      paragraphs:
        role === 'source' ? sentences.map((one) => one.text) : [sentences.map((one) => one.text).join(' ')],
    })),
    notices: publication.notices.map(
      ({ kind, text: said, at }) =>
        `${kind === 'correction' ? 'Ralat' : 'Ditarik'}, ${sayDate(at, unit.zone)}: ${said}`,
    ),
    signature: [`Humas ${unit.name}`],
    footer: publication.url,
  };
}
