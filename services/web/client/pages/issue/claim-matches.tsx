import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Badge } from '../../components/badges.tsx';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Outside, safeLink, tamed } from '../../components/outside.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type ClaimLink, useClaims } from './issue-data.ts';
import { issueTexts } from './texts.ts';
import { newClaimOf } from './way-to-verdict.tsx';
import { workTexts } from './work-texts.ts';

/** What is known of it already: agreement and difference beside each suggestion. */
export function ClaimMatches({ issue, verdict }: { issue: string; verdict: string }) {
  const say = useTexts(issueTexts);
  const claims = useClaims(issue);
  const links = claims.data?.links.filter(({ state }) => state !== 'rejected') ?? [];
  const decide = async (link: ClaimLink, decision: 'accept' | 'reject' | 'reopen'): Promise<void> => {
    try {
      await api.POST('/v1/claim-links/decide', { body: { ids: [link.id], decision } });
      claims.reload();
      if (decision !== 'reopen')
        tell(say(decision === 'accept' ? 'accepted' : 'rejected'), () => void decide(link, 'reopen'));
    } catch (error) {
      tellError(error);
    }
  };
  return (
    <section class="card stack" aria-labelledby="issue-claims">
      <div>
        <h2 id="issue-claims">{say('claims')}</h2>
        <p class="small soft">{say('claimsNote')}</p>
      </div>
      {claims.error ? (
        <ProblemNotice error={claims.error} onRetry={claims.reload} />
      ) : !claims.data ? (
        <Loading height="5rem" />
      ) : links.length === 0 ? (
        <p class="soft">{say('noClaims')}</p>
      ) : (
        links.slice(0, 5).map((link) => (
          <Match key={link.id} link={link} onDecide={decide}>
            {link.entry.kind === 'claim' && link.state === 'linked' && link.entry.verdict !== verdict && (
              <TakeVerdict issue={issue} link={link} />
            )}
          </Match>
        ))
      )}
      {claims.data && may('draft') && !links.some(isOwnClaim) && (
        <div class="no-print">
          <ButtonLink href={newClaimOf(issue)} looks={['quiet', 'little']} icon="plus">
            {say('recordClaim')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

const isOwnClaim = ({ state, entry }: ClaimLink): boolean => state === 'linked' && entry.kind === 'claim';

interface MatchProps {
  link: ClaimLink;
  onDecide(link: ClaimLink, decision: 'accept' | 'reject'): Promise<void>;
  children: ComponentChildren;
}

function Match({ link, onDecide, children }: MatchProps) {
  const say = useTexts(issueTexts);
  const [isBusy, setIsBusy] = useState(false);
  const { entry, agrees, differs, state, automatic } = link;
  const source = safeLink(entry.url);
  const act = (decision: 'accept' | 'reject') => async () => {
    setIsBusy(true);
    await onDecide(link, decision);
    setIsBusy(false);
  };
  return (
    <article class="claim-match">
      <div class="row">
        <Badge value={entry.verdict} looks="outline" />
        {state === 'linked' && <span class="badge good">{say('linked')}</span>}
        {automatic && <span class="badge">{say('automatic')}</span>}
        {entry.checker && <span class="small soft">{say('factCheck', { checker: entry.checker })}</span>}
      </div>
      <p>
        {source ? (
          <a href={source} target="_blank" rel="noopener noreferrer">
            <Outside text={entry.text} most={300} />
          </a>
        ) : (
          <Outside text={entry.text} most={300} />
        )}
      </p>
      <dl class="agree">
        {agrees.length > 0 && (
          <div>
            <dt>{say('agrees')}</dt>
            <dd class="outside">{tamed(agrees.join(', '))}</dd>
          </div>
        )}
        {differs.length > 0 && (
          <div>
            <dt>{say('differs')}</dt>
            <dd class="outside">{tamed(differs.join('; '))}</dd>
          </div>
        )}
      </dl>
      {may('triage') && state === 'suggested' && (
        <div class="row no-print">
          <Button looks="little" icon="check" isBusy={isBusy} onClick={act('accept')}>
            {say('accept')}
          </Button>
          <Button looks={['quiet', 'little']} icon="close" isBusy={isBusy} onClick={act('reject')}>
            {say('reject')}
          </Button>
        </div>
      )}
      {children}
    </article>
  );
}

/** The issue says of its claim what two people stand behind. */
function TakeVerdict({ issue, link: { entry } }: { issue: string; link: ClaimLink }) {
  const say = useTexts(workTexts);
  const { isBusy, error, run } = useAct();
  const [isAsking, setIsAsking] = useState(false);
  if (!may('draft') || entry.state !== 'approved') return null;
  const take = async (reason: string): Promise<boolean> => {
    setIsAsking(false);
    const params = { path: { issue } };
    if (
      !(await run(() =>
        api.POST('/v1/issues/{issue}/verdict', { params, body: { claim: entry.id, reason } }),
      ))
    )
      return false;
    invalidate('/v1/i');
    tell(say('verdictTaken'));
    return true;
  };
  return (
    <div class="stack no-print">
      <div>
        <Button looks="little" icon="klaim" isBusy={isBusy} onClick={() => setIsAsking(true)}>
          {say('takeVerdict')}
        </Button>
      </div>
      <Refusal error={error} title={say('takeVerdict')} />
      {isAsking && (
        <ReasonDialog
          name={`verdict.${issue}`}
          title={say('takeVerdict')}
          question={say('reason')}
          help={say('takeVerdictHelp')}
          least={5}
          onReason={take}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}
