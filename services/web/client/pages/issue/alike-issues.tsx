import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { tamed } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { headerOf, MergeDialog, tellActs } from './act-dialogs.tsx';
import { ActForm } from './act-form.tsx';
import { type Alike, type IssueDetail, useAlike, useIssue } from './issue-data.ts';
import { issueTexts } from './texts.ts';

type Issue = IssueDetail['issue'];

/** Issues that the machine would have merged with this one, were people not at work on them. */
export function AlikeIssues({ issue }: { issue: Issue }) {
  const say = useTexts(issueTexts);
  const alike = useAlike(issue.number).data?.issues ?? [];
  if (alike.length === 0) return null;
  return (
    <section class="notice no-print" aria-label={say('alike')}>
      {alike.map((other) => (
        <Suggestion key={other.id} issue={issue} other={other} />
      ))}
      <span class="small soft">{say('alikeWhy')}</span>
    </section>
  );
}

function Suggestion({ issue, other }: { issue: Issue; other: Alike }) {
  const say = useTexts(issueTexts);
  const [open, setOpen] = useState<'merge' | 'apart' | null>(null);
  const close = (): void => setOpen(null);
  const { number, title, stateName, owner, unique, items } = other;
  const facts = [stateName, say('counts', { unique, items })];
  if (owner !== null) facts.push(say('alikeOwner', { name: owner }));
  return (
    <div class="stack alike">
      <div>
        <p class="outside" dir="auto">
          {say('alikeWith')}{' '}
          <a href={`/isu/${number}`}>
            {number} {tamed(title)}
          </a>
        </p>
        <p class="small soft">{facts.join(' · ')}</p>
      </div>
      {may('triage') && (
        <div class="row">
          <Button looks="little" icon="merge" onClick={() => setOpen('merge')}>
            {say('mergeThere', { number })}
          </Button>
          <Button looks={['quiet', 'little']} onClick={() => setOpen('apart')}>
            {say('notSame')}
          </Button>
        </div>
      )}
      {open === 'merge' && <MergeDialog issue={issue} first={number} onClose={close} />}
      {open === 'apart' && <ApartDialog issue={issue} other={number} onClose={close} />}
    </div>
  );
}

function ApartDialog({ issue, other, onClose }: { issue: Issue; other: string; onClose(): void }) {
  const say = useTexts(issueTexts);
  const { data } = useIssue(other);
  const send = async (reason: string): Promise<void> => {
    if (!data) return;
    const acts = await bodyOf(
      api.POST('/v1/issues/{issue}/apart', {
        params: { path: { issue: issue.id }, header: headerOf(issue, data.issue) },
        body: { from: data.issue.id, reason },
      }),
    );
    invalidate(`/v1/issues/${issue.number}/alike`);
    tellActs(say('apartDone', { number: other }), acts);
  };
  return (
    <ActForm
      title={say('apartTitle')}
      draft={`apart.${issue.number}.${other}`}
      isReady={data !== undefined}
      onSend={send}
      onClose={onClose}
    >
      <p class="small">{say('apartHelp', { number: other })}</p>
    </ActForm>
  );
}
