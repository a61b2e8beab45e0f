import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { invalidate } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import type { Item } from '../../components/item-card.tsx';
import { tamed } from '../../components/outside.tsx';
import { explain, ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { goTo } from '../../router/router.ts';
import { say as sayNow, useTexts } from '../../texts/catalogue.ts';
import { ActForm } from './act-form.tsx';
import { explainRefusal, isBothPublished } from './act-refusal.ts';
import { followAct } from './follow-act.ts';
import { type IssueDetail, useIssue, useStories } from './issue-data.ts';
import { TargetField, useTarget } from './target-field.tsx';
import { issueTexts } from './texts.ts';

type Issue = IssueDetail['issue'];
type Acts = { acts: { id: string }[] };

/** What was read, to be sent with what is decided on it: the first one is what the act is done to. */
export const headerOf = (...issues: readonly Issue[]) => ({
  'if-match': issues.map(({ id, version }) => `"${id}-${version}"`).join(', '),
});

/** A toast, in the words of the page. */
function tellRefusal(error: unknown): void {
  const { title, todo } = { ...explain(error), ...explainRefusal(error) };
  tell(`${title}. ${todo}`);
}

/** Says what was done, with a way to take the whole decision back. */
export function tellActs(text: string, { acts: [decided] }: Acts): void {
  followAct();
  tell(text, () => {
    const reason = sayNow(issueTexts, 'undoReason');
    const act = decided?.id ?? '';
    api.POST('/v1/acts/{act}/undo', { params: { path: { act } }, body: { reason } }).then(() => {
      followAct();
      tell(sayNow(issueTexts, 'undone'));
    }, tellRefusal);
  });
}

interface MergeProps {
  issue: Issue;
  /** Number of the issue that is offered to be merged into. */
  first?: string;
  onClose(): void;
}

export function MergeDialog({ issue, first = '', onClose }: MergeProps) {
  const say = useTexts(issueTexts);
  const draft = first ? `merge.${issue.number}.${first}` : `merge.${issue.number}`;
  const [into, setInto, forget] = useDraft(draft, first);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const chosen = useTarget(into, setInto);
  const target = chosen.issue;
  const send = async (reason: string): Promise<void> => {
    if (target === null) return;
    const acts = await bodyOf(
      api.POST('/v1/issues/{issue}/merge', {
        params: { path: { issue: issue.id }, header: headerOf(issue, target) },
        body: { into: target.id, reason, confirmPublished: isConfirmed },
      }),
    );
    forget();
    tellActs(say('merged', { from: issue.number, into: target.number }), acts);
    goTo(`/isu/${target.number}`);
  };
  return (
    <ActForm
      title={say('mergeTitle')}
      draft={draft}
      isReady={target !== null && target.id !== issue.id}
      onSend={send}
      onClose={onClose}
    >
      {(error: unknown) => (
        <>
          <TargetField
            label={say('mergeInto')}
            help={say('mergeHelp')}
            without={issue.number}
            target={chosen}
          />
          {(isConfirmed || isBothPublished(error)) && (
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
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { issue } = detail;
  const { data, error, reload } = useStories(issue.number);
  const stories = data?.stories ?? detail.stories;
  // What a colleague has taken elsewhere meanwhile is no longer there to be chosen.
  const chosen = ticked.filter((one) => stories.some(({ id }) => id === one));
  const toggle = (id: string): void =>
    setTicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
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
      <ProblemNotice error={error} onRetry={reload} />
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
  const [title, setTitle, forget] = useDraft(`title.${issue.number}`, issue.title);
  const send = async (reason: string): Promise<void> => {
    const { act } = await bodyOf(
      api.PATCH('/v1/issues/{issue}', {
        params: { path: { issue: issue.id }, header: headerOf(issue) },
        body: { title: title.trim(), reason },
      }),
    );
    forget();
    invalidate('/v1/i');
    tellActs(say('renamed'), { acts: [{ id: act }] });
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

/** @param from the issue that the item stands in: of two who pin it at once the second one is told */
export function PinDialog({ item, from, onClose }: { item: Item; from: Issue; onClose(): void }) {
  const say = useTexts(issueTexts);
  const [number, setNumber] = useState('');
  const chosen = useTarget(number, setNumber);
  const target = chosen.issue;
  // Items of a local issue are moved out of the whole of which it is a part.
  const { data: whole } = useIssue(from.parentId);
  const send = async (reason: string): Promise<void> => {
    if (target === null) return;
    const acts = await bodyOf(
      api.POST('/v1/items/{item}/pin', {
        params: { path: { item: item.id }, header: headerOf(target, whole?.issue ?? from) },
        body: { issue: target.id, reason },
      }),
    );
    tellActs(say('pinned', { into: target.number }), acts);
  };
  return (
    <ActForm
      title={say('pin')}
      draft={`pin.${item.id}`}
      isReady={target !== null}
      onSend={send}
      onClose={onClose}
    >
      <TargetField label={say('issueNumber')} help={say('pinHelp')} without={from.number} target={chosen} />
    </ActForm>
  );
}
