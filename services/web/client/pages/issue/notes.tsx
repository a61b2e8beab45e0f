import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { useColleagues, useNotes, useWorkflow } from './issue-data.ts';
import { issueTexts } from './texts.ts';

/** What colleagues wrote beside it. */
export function Notes({ issue }: { issue: string }) {
  const say = useTexts(issueTexts);
  const notes = useNotes(issue);
  const colleagues = useColleagues();
  // An issue that is only shown to this unit.
  if (statusOf(notes.error) === 403) return null;
  const nameOf = (id: string): string => colleagues.data?.colleagues.find((one) => one.id === id)?.name ?? id;
  return (
    <section class="card stack" aria-labelledby="issue-notes">
      <h2 id="issue-notes">{say('notes')}</h2>
      {notes.error ? <ProblemNotice error={notes.error} onRetry={notes.reload} /> : null}
      {!notes.data && !notes.error && <Loading height="3rem" />}
      {notes.data?.notes.length === 0 && <p class="small soft">{say('noNotes')}</p>}
      {notes.data?.notes.map(({ id, by, at, text, mentions }) => (
        <article key={id} class="issue-note">
          <p class="small soft">
            <strong>{nameOf(by)}</strong> · <Ago at={at} />
            {mentions.map((one) => (
              <span key={one}> · @{nameOf(one)}</span>
            ))}
          </p>
          <Outside text={text} most={5_000} />
        </article>
      ))}
      {may('triage') && <NoteForm issue={issue} onKept={notes.reload} />}
    </section>
  );
}

function NoteForm({ issue, onKept }: { issue: string; onKept(): void }) {
  const say = useTexts(issueTexts);
  const [text, setText, clear] = useDraft(`note.${issue}`);
  const [mention, setMention] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const colleagues = useColleagues();
  const send = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await api.POST('/v1/issues/{issue}/notes', {
        params: { path: { issue } },
        body: { text: text.trim(), mentions: mention ? [mention] : [] },
      });
      clear();
      setMention('');
      tell(say('noteKept'));
      onKept();
    } catch (problem) {
      setError(problem);
    }
    setIsBusy(false);
  };
  return (
    <form
      class="stack no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={say('writeNote')} rule="notPublic" help={say('noteHelp')}>
        <textarea
          value={text}
          required
          maxLength={5_000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Field label={say('mention')}>
        <select value={mention} onChange={(event) => setMention(event.currentTarget.value)}>
          <option value="">{say('nobodyMentioned')}</option>
          {colleagues.data?.colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <ProblemNotice error={error} />
      <div>
        <Button type="submit" isBusy={isBusy} disabled={text.trim() === ''}>
          {say('addNote')}
        </Button>
      </div>
    </form>
  );
}

/** Everything that people did to the issue, newest first. */
export function History({ issue }: { issue: string }) {
  const say = useTexts(issueTexts);
  const { data } = useWorkflow(issue);
  const changes = data ? [...data.workflow.changes, ...data.workflow.acts] : [];
  changes.sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section class="card stack" aria-labelledby="issue-history">
      <h2 id="issue-history">{say('history')}</h2>
      {changes.length === 0 && <p class="small soft">{say('noHistory')}</p>}
      <ol class="issue-stories">
        {changes.map(({ at, by, what, why }) => (
          <li key={`${at} ${what}`}>
            <span>
              <strong>{data!.workflow.people[by] ?? by}</strong> {what}
            </span>
            {why && <Outside text={why} most={300} />}
            <span class="small soft">
              <Ago at={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
