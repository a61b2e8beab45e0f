import { useEffect } from 'preact/hooks';
import { onChange } from '../../api/live.ts';
import { sessionNow } from '../../api/session.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Handovers } from './handovers.tsx';
import { Notices } from './notices.tsx';
import { todoTexts } from './texts.ts';
import { isNotice, markRead, TodoRow } from './todo-row.tsx';
import { readAnew, useHandovers, useTodo } from './tugas-data.ts';
import './tugas.css';

/** What waits for whoever is signed in, the gravest and first due on top. */
export function Page() {
  const say = useTexts(todoTexts);
  const todo = useTodo();
  const handovers = useHandovers();
  useStore(unitsStore);
  useEffect(
    () =>
      onChange(
        ({ kind, id }) => {
          if (kind === 'notice.added' && id === sessionNow()?.user?.id) readAnew();
        },
        ['notice.added'],
      ),
    [],
  );
  const offers = handovers.data?.handovers ?? [];
  const rows = todo.data?.todo.filter(({ kind }) => kind !== 'handover') ?? [];
  const n = rows.length + offers.length;
  const isThere = todo.data !== undefined;
  return (
    <div class="stack">
      <PageTitle title={say('title')}>
        {!isThere ? say('title') : n === 0 ? say('nothing') : say('waiting', { n })}
      </PageTitle>
      <ProblemNotice error={todo.error} onRetry={todo.reload} />
      <ProblemNotice error={handovers.error} onRetry={handovers.reload} />
      {!isThere && !todo.error && <Loading height="20rem" />}
      {isThere && n === 0 && <NothingToDo />}
      <Handovers handovers={offers} />
      {rows.length > 0 && <List rows={rows} />}
      <Notices />
    </div>
  );
}

function List({ rows }: { rows: readonly Parameters<typeof TodoRow>[0]['todo'][] }) {
  const say = useTexts(todoTexts);
  const unread = rows.filter(isNotice).map(({ id }) => id);
  const readAll = (): void => {
    markRead(unread).then(() => tell(say('allSeenSaid', { n: unread.length })), tellError);
  };
  return (
    <section class="stack" aria-labelledby="todo-list">
      <div class="row spread">
        <div>
          <h2 id="todo-list">{say('list')}</h2>
          <p class="small soft">{say('listNote')}</p>
        </div>
        {unread.length > 1 && (
          <Button looks={['quiet', 'little']} icon="check" onClick={readAll}>
            {say('allSeen')}
          </Button>
        )}
      </div>
      <ul class="todo-list">
        {rows.map((one) => (
          <TodoRow key={`${one.kind} ${one.id}`} todo={one} />
        ))}
      </ul>
    </section>
  );
}

function NothingToDo() {
  const say = useTexts(todoTexts);
  return (
    <Empty icon="check" title={say('nothingNext')}>
      <p>{say('nothingDo')}</p>
      <div class="row">
        <ButtonLink href="/isu?batch=on" looks="main">
          {say('takeTen')}
        </ButtonLink>
        <ButtonLink href="/isu">{say('queue')}</ButtonLink>
      </div>
    </Empty>
  );
}
