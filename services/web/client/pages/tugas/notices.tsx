import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { tamed } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { todoTexts } from './texts.ts';
import { useNotices } from './tugas-data.ts';

/** What the API gives at most; older ones are in the history of their issue. */
const most = 500;
const firstShown = 50;

/** What one was told, read or not, newest first; fetched once it is opened. */
export function Notices() {
  const say = useTexts(todoTexts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{say('told')}</summary>
      {isOpen && <Told />}
    </details>
  );
}

function Told() {
  const say = useTexts(todoTexts);
  const sayCommon = useTexts(common);
  const [limit, setLimit] = useState(firstShown);
  const { data, error, reload } = useNotices(limit);
  const notices = data?.notices ?? [];
  if (error) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="6rem" />;
  return (
    <div class="stack">
      <p class="small soft">{say(notices.length === 0 ? 'nothingTold' : 'toldNote')}</p>
      <ul class="todo-told">
        {notices.map(({ id, text, at }) => (
          <li key={id}>
            <span class="outside" dir="auto">
              {tamed(text)}
            </span>{' '}
            <span class="small soft">
              <Ago at={at} />
            </span>
          </li>
        ))}
      </ul>
      {notices.length === limit && limit < most && (
        <div class="pager">
          <Button onClick={() => setLimit(most)}>{sayCommon('more')}</Button>
        </div>
      )}
    </div>
  );
}
