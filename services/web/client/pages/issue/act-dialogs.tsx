import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { invalidate } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import type { Item } from '../../components/item-card.tsx';
import { tamed } from '../../components/outside.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { goTo } from '../../router/router.ts';
import { say as sayNow, useTexts } from '../../texts/catalogue.ts';
import { ActForm } from './act-form.tsx';
import type { IssueDetail } from './issue-data.ts';
import { IssueNumbers } from './issue-numbers.tsx';
import { issueTexts } from './texts.ts';

type Issue = IssueDetail['issue'];
type Acts = { acts: { id: string }[] };

const headerOf = ({ id, version }: Issue) => ({ 'if-match': `"${id}-${version}"` });

/** The writer carries an act out within moments; then everything about issues is read anew. */
const settleMs = 1_200;
export const readAnew = (): void => void setTimeout(() => invalidate('/v1/i'), settleMs);

/** Says what was done, with a way to take it back. */
function tellActs(text: string, { acts }: Acts): void {
  readAnew();
  tell(text, () => {
    const reason = sayNow(issueTexts, 'undoReason');
    Promise.all(
      acts.map(({ id }) =>
        api.POST('/v1/acts/{act}/undo', { params: { path: { act: id } }, body: { reason } }),
      ),
    ).then(() => {
      readAnew();
      tell(sayNow(issueTexts, 'undone'));
    }, tellError);
  });
}

export function MergeDialog({ issue, onClose }: { issue: Issue; onClose(): void }) {
  const say = useTexts(issueTexts);
  const [into, setInto] = useDraft(`merge.${issue.number}`);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const send = async (reason: string): Promise<void> => {
    const target = into.trim().toUpperCase();
    const acts = await bodyOf(
      api.POST('/v1/issues/{issue}/merge', {
        params: { path: { issue: issue.id }, header: headerOf(issue) },
        body: { into: target, reason, confirmPublished: isConfirmed },
      }),
    );
    tellActs(say('merged', { from: issue.number, into: target }), acts);
    goTo(`/isu/${target}`);
  };
  return (
    <ActForm
      title={say('mergeTitle')}
      draft={`merge.${issue.number}`}
      isReady={/^ISU-\d{4}-\d{6,}$/i.test(into.trim())}
      onSend={send}
      onClose={onClose}
    >
      {(error: unknown) => (
        <>
          <Field label={say('mergeInto')} help={say('mergeHelp')} isRequired>
            <input
              value={into}
              placeholder="ISU-2026-000001"
              list="merge-numbers"
              onInput={(event) => setInto(event.currentTarget.value)}
            />
          </Field>
          <IssueNumbers id="merge-numbers" without={issue.number} />
          {statusOf(error) === 409 && (
            <label class="row">
              <input
                type="checkbox"
                checked={isConfirmed}
                onChange={(event) => setIsConfirmed(event.currentTarget.checked)}
              />
              {say('confirmPublished')}
            </label>
          )}
        </>
      )}
    </ActForm>
  );
}

export function SplitDialog({ detail, onClose }: { detail: IssueDetail; onClose(): void }) {
  const say = useTexts(issueTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { issue, stories } = detail;
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const send = async (reason: string): Promise<void> => {
    const acts = await bodyOf(
      api.POST('/v1/issues/{issue}/split', {
        params: { path: { issue: issue.id }, header: headerOf(issue) },
        body: { stories: [...chosen], reason },
      }),
    );
    tellActs(say('splitDone', { n: chosen.length }), acts);
  };
  return (
    <ActForm
      title={say('splitTitle')}
      draft={`split.${issue.number}`}
      isReady={chosen.length > 0 && chosen.length < stories.length}
      onSend={send}
      onClose={onClose}
    >
      <fieldset class="stack">
        <legend class="soft small">{say('splitHelp')}</legend>
        {stories.map(({ id, title, unique, items }) => (
          <label class="split-story" key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span class="outside">
              {tamed(title)} <span class="small soft">{say('counts', { unique, items })}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </ActForm>
  );
}

export function RenameDialog({ issue, onClose }: { issue: Issue; onClose(): void }) {
  const say = useTexts(issueTexts);
  const [title, setTitle] = useDraft(`title.${issue.number}`, issue.title);
  const send = async (reason: string): Promise<void> => {
    await api.PATCH('/v1/issues/{issue}', {
      params: { path: { issue: issue.id }, header: headerOf(issue) },
      body: { title: title.trim(), reason },
    });
    invalidate('/v1/i');
    tell(say('renamed'));
  };
  return (
    <ActForm
      title={say('renameTitle')}
      draft={`rename.${issue.number}`}
      isReady={title.trim().length >= 5 && title.trim() !== issue.title}
      onSend={send}
      onClose={onClose}
    >
      <Field label={say('newTitle')} rule="civil" isRequired>
        <textarea
          rows={2}
          value={title}
          minLength={5}
          maxLength={200}
          onInput={(event) => setTitle(event.currentTarget.value.replace(/\n+/g, ' '))}
        />
      </Field>
    </ActForm>
  );
}

export function PinDialog({ item, onClose }: { item: Item; onClose(): void }) {
  const say = useTexts(issueTexts);
  const [number, setNumber] = useState('');
  const send = async (reason: string): Promise<void> => {
    const issue = number.trim().toUpperCase();
    const acts = await bodyOf(
      api.POST('/v1/items/{item}/pin', { params: { path: { item: item.id } }, body: { issue, reason } }),
    );
    tellActs(say('pinned'), acts);
  };
  return (
    <ActForm
      title={say('pin')}
      draft={`pin.${item.id}`}
      isReady={/^ISU-\d{4}-\d{6,}$/i.test(number.trim())}
      onSend={send}
      onClose={onClose}
    >
      <Field label={say('issueNumber')} help={say('pinHelp')} isRequired>
        <input
          value={number}
          placeholder="ISU-2026-000001"
          list="pin-numbers"
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
      </Field>
      <IssueNumbers id="pin-numbers" without="" />
    </ActForm>
  );
}
