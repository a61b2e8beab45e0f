import type { AnswerChannel, AnswerText } from '../../../shared/domain/answer.ts';
import type { PublishedSource } from '../../../shared/domain/publication.ts';
import { channelsOf } from '../choose/response-strategy.ts';
import { type ComposeInput, gatherMaterial, type Material } from './material.ts';
import { captionForm, whatsappForm, xForm } from './short-forms.ts';
import { pointsForm, qaForm, scriptForm } from './spoken-forms.ts';
import { holdingForm, pressForm, webForm } from './written-forms.ts';

const forms: Readonly<Record<AnswerChannel, (material: Material) => Pick<AnswerText, 'title' | 'blocks'>>> = {
  web: webForm,
  press: pressForm,
  holding: holdingForm,
  whatsapp: whatsappForm,
  x: xForm,
  caption: captionForm,
  script: scriptForm,
  qa: qaForm,
  points: pointsForm,
};

/**
 * Drafts every form of an answer from the claim, its evidence and approved facts, by rules and templates alone; each
 * sentence says where it comes from. The same input gives the same words. @throws AnswerRefused with nothing to say
 */
export function composeAnswer(input: ComposeInput): { texts: AnswerText[]; sources: PublishedSource[] } {
  const material = gatherMaterial(input);
  const texts = channelsOf(input.kind).map(
    (channel): AnswerText => ({ channel, ...forms[channel](material), origin: 'rules', takenOverBy: null }),
  );
  return { texts, sources: material.sources };
}
