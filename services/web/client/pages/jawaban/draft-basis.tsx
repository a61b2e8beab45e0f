import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { SureDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type AnswerBrief, answersChanged } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import { FactChoice } from './fact-choice.tsx';
import { givenNotes, type Notes, NotesFields } from './notes-fields.tsx';
import type { Typed } from './use-typed.ts';

interface Props {
  answer: AnswerBrief;
  about: string | null;
  typed: Typed;
  isOpen: boolean;
}

/** Facts and notes that the drafts were made from; other ones make other drafts. */
export function DraftBasis({ answer, about, typed, isOpen }: Props) {
  const say = useTexts(composeTexts);
  const act = useAct();
  const [facts, setFacts] = useState<string[] | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const first = JSON.stringify(
    Object.fromEntries(Object.entries(answer.notes).map(([name, text]) => [name, text ?? ''])),
  );
  const [kept, keep, clear] = useDraft(`answer.notes.${answer.id}`, first);
  const notes = JSON.parse(kept) as Notes;
  const isOther = facts !== null || kept !== first;
  const redraft = (): void => {
    setIsAsking(false);
    void act.run(async () => {
      const body = {
        version: answer.version,
        ...(facts ? { facts } : {}),
        notes: givenNotes(notes),
      };
      await api.POST('/v1/answers/{answer}/redraft', { params: { path: { answer: answer.id } }, body });
      typed.clear();
      clear();
      setFacts(null);
      answersChanged();
    });
  };
  return (
    <details class="card fold" open={innerWidth > 1_055}>
      <summary>
        <h2>
          {say('facts')} <span class="soft number">{(facts ?? answer.factIds).length}</span>
        </h2>
      </summary>
      <div class="stack">
        <FactChoice about={about} chosen={facts ?? answer.factIds} onChoose={isOpen ? setFacts : undefined} />
        {isOpen && (
          <>
            <h3>{say('notes')}</h3>
            <NotesFields kind={answer.kind} notes={notes} onChange={(next) => keep(JSON.stringify(next))} />
            <Refusal error={act.error} title={say('notDone')} />
            <Button isBusy={act.isBusy} disabled={!isOther} onClick={() => setIsAsking(true)}>
              {say('redraftNow')}
            </Button>
          </>
        )}
      </div>
      {isAsking && (
        <SureDialog
          title={say('redraft')}
          text={say('redraftSure')}
          yes={say('redraftNow')}
          onYes={redraft}
          onClose={() => setIsAsking(false)}
        />
      )}
    </details>
  );
}
