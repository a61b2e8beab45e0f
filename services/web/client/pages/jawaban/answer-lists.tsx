import type { ComponentChildren } from 'preact';
import { may, sessionNow } from '../../api/session.ts';
import { Badge } from '../../components/badges.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Empty } from '../../components/states.tsx';
import { Ago, Moment } from '../../components/times.tsx';
import { isMe, Who } from '../../components/who.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { AnswerBrief, Package } from './answer-data.ts';
import { type PublicationBrief, PublicationRow } from './publication-list.tsx';
import { answerTexts } from './texts.ts';

const Group = ({ title, count, children }: { title: string; count: number; children: ComponentChildren }) =>
  count === 0 ? null : (
    <section class="stack">
      <h2>
        {title} <span class="soft number">{count}</span>
      </h2>
      <ul class="jawaban-list card">{children}</ul>
    </section>
  );

function AnswerRow({ answer }: { answer: AnswerBrief }) {
  const say = useTexts(answerTexts);
  return (
    <li>
      <a href={`/jawaban/${answer.id}`}>
        {answer.title === null ? say('untitled') : <Outside text={answer.title} most={160} />}
      </a>
      <span class="row small soft">
        <span class="badge outline">{say(`state_${answer.state}`)}</span>
        <span>{say(`kind_${answer.kind}`)}</span>
        {answer.verdict !== 'belum_diperiksa' && <Badge value={answer.verdict} />}
        {answer.unit !== sessionNow()?.unit && <span>{say('forUnit', { unit: unitName(answer.unit) })}</span>}
        <span>
          {say('draftedBy')} <Who id={answer.drafters[0]!} />
        </span>
        <span>
          {say('changed')} <Ago at={answer.updatedAt} />
        </span>
      </span>
    </li>
  );
}

function PackageRow({ one }: { one: Package }) {
  const say = useTexts(answerTexts);
  const ticked = one.groups.filter(({ tick }) => tick !== null).length;
  return (
    <li>
      <a href={`/jawaban/paket/${one.campaign}`}>
        <Outside text={one.package.title} most={160} />
      </a>
      <span class="row small soft">
        {one.stale && <span class="badge tinggi">{say('stale')}</span>}
        <span class="number">{say('ticked', { n: ticked, m: one.groups.length })}</span>
        <span>
          {say('dueAt')} <Moment at={one.dueAt} />
        </span>
      </span>
    </li>
  );
}

interface TodoProps {
  answers: readonly AnswerBrief[];
  publications: readonly PublicationBrief[];
  packages: readonly Package[];
}

/** What waits for whoever looks, the most pressing first. */
export function TodoList({ answers, publications, packages }: TodoProps) {
  const say = useTexts(answerTexts);
  const wrote = (answer: AnswerBrief): boolean => answer.drafters.some(isMe) || isMe(answer.submittedBy);
  const inState = (state: AnswerBrief['state']) => answers.filter((answer) => answer.state === state);
  const mineToApprove = may('approve') ? inState('submitted').filter((answer) => !wrote(answer)) : [];
  const waiting = inState('submitted').filter((answer) => !mineToApprove.includes(answer));
  const due = publications.filter((one) => one.state === 'live' && !one.mayBePassedOn);
  const open = packages.filter(({ groups }) => groups.some(({ tick }) => tick === null));
  const groups: [string, readonly AnswerBrief[]][] = [
    [say('groupApprove'), mineToApprove],
    [say('groupPublish'), may('draft') ? inState('approved') : []],
    [say('groupMine'), inState('draft').filter(wrote)],
    [say('groupWaiting'), waiting],
  ];
  const isNothing = due.length + open.length === 0 && groups.every(([, list]) => list.length === 0);
  const isFirst = answers.length + publications.length === 0;
  if (isNothing)
    return (
      <Empty icon="jawaban" title={say(isFirst ? 'empty' : 'emptyDone')}>
        <p>{say(isFirst ? 'emptyWhy' : 'emptyDoneWhy')}</p>
        <ButtonLink href="/isu" looks="main">
          {say('toIssues')}
        </ButtonLink>
      </Empty>
    );
  return (
    <>
      {groups.map(([title, list]) => (
        <Group key={title} title={title} count={list.length}>
          {list.map((answer) => (
            <AnswerRow key={answer.id} answer={answer} />
          ))}
        </Group>
      ))}
      <Group title={say('groupPassOn')} count={open.length}>
        {open.map((one) => (
          <PackageRow key={one.campaign} one={one} />
        ))}
      </Group>
      <Group title={say('groupDue')} count={due.length}>
        {due.map((one) => (
          <PublicationRow key={one.id} publication={one} />
        ))}
      </Group>
    </>
  );
}

/** Every draft by how far it is. */
export function DraftList({ answers }: { answers: readonly AnswerBrief[] }) {
  const say = useTexts(answerTexts);
  const states = ['draft', 'submitted', 'approved', 'discarded'] as const;
  const drafts = answers.filter(({ state }) => state !== 'published');
  if (drafts.length === 0)
    return (
      <Empty icon="jawaban" title={say('empty')}>
        <p>{say('emptyWhy')}</p>
      </Empty>
    );
  return (
    <>
      {states.map((state) => {
        const list = drafts.filter((answer) => answer.state === state);
        return (
          <Group key={state} title={say(`state_${state}`)} count={list.length}>
            {list.map((answer) => (
              <AnswerRow key={answer.id} answer={answer} />
            ))}
          </Group>
        );
      })}
    </>
  );
}
