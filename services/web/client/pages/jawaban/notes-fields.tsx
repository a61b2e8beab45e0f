import type { AnswerKind, AnswerNotes } from '../../../../../shared/domain/answer.ts';
import { Field } from '../../components/field.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { composeTexts } from './compose-texts.ts';

type Name = keyof AnswerNotes;
export type Notes = Partial<Record<Name, string>>;

/** What the drafter adds beside the claim, by the kind of answer. */
const asked: Record<AnswerKind, readonly Name[]> = {
  holding: ['subject', 'nextUpdate'],
  denial: ['subject'],
  correction: ['subject', 'trueCore', 'remedy'],
  admission: ['subject', 'trueCore', 'extent', 'remedy', 'remedyBy'],
  reply: ['subject', 'trueCore', 'remedy', 'remedyBy'],
};
const withHelp = new Set<Name>(['subject', 'trueCore', 'nextUpdate']);
const isLong = new Set<Name>(['trueCore', 'extent', 'remedy']);
const most: Record<Name, number> = {
  subject: 120,
  trueCore: 600,
  extent: 600,
  remedy: 600,
  remedyBy: 100,
  nextUpdate: 100,
};

interface Props {
  kind: AnswerKind;
  notes: Notes;
  onChange(notes: Notes): void;
}

export function NotesFields({ kind, notes, onChange }: Props) {
  const say = useTexts(composeTexts);
  return (
    <>
      {asked[kind].map((name) => {
        const given = {
          value: notes[name] ?? '',
          maxLength: most[name],
          onInput: (event: { currentTarget: { value: string } }) =>
            onChange({ ...notes, [name]: event.currentTarget.value }),
        };
        const help = withHelp.has(name) ? say(`${name}Help` as 'subjectHelp') : undefined;
        return (
          <Field key={name} label={say(name)} rule="civil" {...(help ? { help } : {})}>
            {isLong.has(name) ? <textarea rows={2} {...given} /> : <input type="text" {...given} />}
          </Field>
        );
      })}
    </>
  );
}

/** What was filled in; an empty field says nothing. */
export const givenNotes = (notes: Notes): Notes =>
  Object.fromEntries(Object.entries(notes).filter(([, text]) => text.trim() !== ''));
