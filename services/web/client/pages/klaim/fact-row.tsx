import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Outside, safeLink } from '../../components/outside.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Moment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { isMe, Who } from '../../components/who.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { type Fact, factsChanged, looksOfState } from './claim-data.ts';
import { FactDialog } from './fact-dialog.tsx';
import { FactVersions } from './fact-versions.tsx';
import { claimTexts } from './texts.ts';

/** A fact with its source, its state and who stands for it. */
export function FactRow({ fact }: { fact: Fact }) {
  const say = useTexts(claimTexts);
  const act = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const isWithdrawn = fact.state === 'withdrawn';
  const { id, version, state, source } = fact;
  const path = { fact: id };
  const canApprove = (state === 'draft' || state === 'stale') && may('approve') && !isMe(fact.author);
  const approve = (): void =>
    void act.run(async () => {
      await api.POST('/v1/facts/{fact}/approve', { params: { path }, body: { version } });
      factsChanged();
      tell(say('factApproved'));
    });
  const withdraw = (reason: string): Promise<boolean> => {
    setIsAsking(false);
    return act.run(async () => {
      const name = isWithdrawn ? 'restore' : 'withdraw';
      await api.POST(`/v1/facts/{fact}/${name}`, { params: { path }, body: { version, reason } });
      factsChanged();
    });
  };
  return (
    <li>
      <p>
        <Outside text={fact.statement} most={700} />
      </p>
      <span class="row small soft">
        <span class={`badge ${looksOfState(state)}`}>{say(`state_${state}`)}</span>
        <WordOf value={fact.topic} />
        <span>{say(`use_${fact.use}`)}</span>
        {fact.reviewAt && (
          <span>
            {say('reviewAt')} <Moment at={fact.reviewAt} />
          </span>
        )}
        <span>
          {say('author')} <Who id={fact.author} />
        </span>
      </span>
      <span class="small">
        <a href={safeLink(source.url) ?? '#'} target="_blank" rel="noopener noreferrer">
          <Outside
            text={source.regulation ? `${source.regulation} — ${source.title}` : source.title}
            most={200}
          />
        </a>
      </span>
      <Refusal error={act.error} title={say('notApproved')} />
      <FactVersions fact={fact} />
      {may('draft') && (
        <span class="row">
          {canApprove && (
            <Button looks="little" icon="check" isBusy={act.isBusy} onClick={approve}>
              {say('approveFact')}
            </Button>
          )}
          {!isWithdrawn && (
            <Button looks={['quiet', 'little']} icon="edit" onClick={() => setIsEditing(true)}>
              {say('editFact')}
            </Button>
          )}
          <Button looks={['quiet', 'little']} onClick={() => setIsAsking(true)}>
            {say(isWithdrawn ? 'restoreFact' : 'withdrawFact')}
          </Button>
        </span>
      )}
      {isEditing && <FactDialog fact={fact} onClose={() => setIsEditing(false)} />}
      {isAsking && (
        <ReasonDialog
          name={`fact.${id}`}
          title={say(isWithdrawn ? 'restoreFactTitle' : 'withdrawFactTitle')}
          question={say('withdrawWhy')}
          help={say('reasonHelp')}
          onReason={withdraw}
          onClose={() => setIsAsking(false)}
        />
      )}
    </li>
  );
}
