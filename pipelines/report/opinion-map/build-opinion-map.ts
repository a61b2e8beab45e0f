import type { OpinionMap } from '../../../shared/domain/opinion-map.ts';
import { headFigures } from './figures.ts';
import { hoaxSection } from './hoax-section.ts';
import type { OpinionMapInput } from './input.ts';
import { issueSection } from './issue-section.ts';
import { journeySection } from './journey-section.ts';
import { mediaSection } from './media-section.ts';
import { methodSection } from './method-section.ts';
import { recommendationSection } from './recommendation-section.ts';
import { regionSection } from './region-section.ts';
import { responseSection } from './response-section.ts';
import { summarise } from './summary.ts';
import { topicSection } from './topic-section.ts';
import { volumeSection } from './volume-section.ts';

/**
 * The opinion map of a unit and a span: the one definition every format is made from. Texts by rules, in Indonesian;
 * tone figures below n = 30 are null; the section on method is always there.
 */
export function buildOpinionMap(input: OpinionMapInput): OpinionMap {
  return {
    version: 1,
    unit: input.unit,
    span: input.span,
    generatedAt: input.generatedAt,
    baseUrl: input.baseUrl,
    title: input.issue === null ? `Peta opini ${input.unit.name}` : `Berkas isu ${input.issue.number}`,
    summary: summarise(input),
    figures: headFigures(input),
    sections: [
      ...(input.issue === null ? [] : [journeySection(input, input.issue)]),
      volumeSection(input),
      regionSection(input),
      topicSection(input),
      ...(input.issue === null ? [issueSection(input)] : []),
      mediaSection(input),
      hoaxSection(input),
      responseSection(input),
      recommendationSection(input),
      methodSection(input),
    ],
  };
}
