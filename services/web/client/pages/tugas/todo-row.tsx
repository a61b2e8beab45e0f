import { api } from '../../api/client.ts';
import { LevelBadge } from '../../components/badges.tsx';
import { Button, ButtonLink } from '../../components/button.tsx';
import { tamed } from '../../components/outside.tsx';
import { Ago, sayMoment, useNow } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { releaseIssue } from '../issue/take-issue.ts';
import { todoTexts } from './texts.ts';
import { readAnew, type Todo } from './tugas-data.ts';

/** What is told, rather than owed: gone once it was read. */
export const isNotice = ({ kind }: Todo): boolean => ['mention', 'nudge', 'notice'].includes(kind);

/** Marks notices as read. */
export async function markRead(ids: string[]): Promise<void> {
  await api.POST('/v1/me/notices/read', { body: { ids } });
  readAnew();
}

const addressOf = ({ kind, id, issueNumber }: Todo): string | null => {
  if (kind === 'approval') return `/jawaban/${id}`;
  if (kind === 'verdict_approval') return `/klaim/${id}`;
  return issueNumber === null ? null : `/isu/${issueNumber}`;
};

const openWords = { approval: 'openAnswer', verdict_approval: 'openClaim' } as const;

/** One thing that waits, and the press that does it. */
export function TodoRow({ todo }: { todo: Todo }) {
  const say = useTexts(todoTexts);
  const now = useNow();
  const address = addressOf(todo);
  const isLate = todo.dueAt !== null && Date.parse(todo.dueAt) < now;
  return (
    <li class={`card todo-row ${todo.level ?? ''}`}>
      <div class="stack">
        <div class="row">
          {todo.level && <LevelBadge level={todo.level} />}
          <span class="badge outline">{say(`kind_${todo.kind}`)}</span>
          {todo.issueNumber && <span class="small soft number">{todo.issueNumber}</span>}
          {todo.dueAt !== null && (
            <span class={isLate ? 'badge kritis' : 'small soft'}>
              {say(isLate ? 'overdue' : 'due', { when: sayMoment(todo.dueAt) })}
            </span>
          )}
        </div>
        <h3 class="outside" dir="auto">
          {address ? <a href={address}>{tamed(todo.title)}</a> : tamed(todo.title)}
        </h3>
        <p class="outside" dir="auto">
          {tamed(todo.text)}
        </p>
        <p class="small soft">
          <Ago at={todo.at} />
        </p>
      </div>
      <div class="todo-acts no-print">
        <Acts todo={todo} address={address} />
      </div>
    </li>
  );
}

function Acts({ todo, address }: { todo: Todo; address: string | null }) {
  const say = useTexts(todoTexts);
  const { kind, id, issueNumber } = todo;
  const still = async (): Promise<void> => {
    try {
      await api.POST('/v1/issues/{issue}/still-working', {
        params: { path: { issue: issueNumber! } },
        body: {},
      });
      await markRead([id]);
      tell(say('stillSaid', { number: issueNumber! }));
    } catch (error) {
      tellError(error);
    }
  };
  const letGo = (): void => {
    void releaseIssue(issueNumber!).then(() => markRead([id]).catch(tellError));
  };
  return (
    <>
      {kind === 'nudge' && issueNumber && (
        <>
          <Button looks="main" icon="check" onClick={() => void still()}>
            {say('still')}
          </Button>
          <Button looks="quiet" onClick={letGo}>
            {say('letGo')}
          </Button>
        </>
      )}
      {kind !== 'nudge' && address && (
        <ButtonLink href={address} icon="next" looks={isNotice(todo) ? [] : 'main'}>
          {say(kind === 'approval' || kind === 'verdict_approval' ? openWords[kind] : 'openIssue')}
        </ButtonLink>
      )}
      {(kind === 'mention' || kind === 'notice') && (
        <Button looks="quiet" icon="check" onClick={() => void markRead([id]).catch(tellError)}>
          {say('seen')}
        </Button>
      )}
    </>
  );
}
