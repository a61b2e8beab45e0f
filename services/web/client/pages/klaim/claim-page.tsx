import '../../styles/writing.css';
import './klaim.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { Badge } from '../../components/badges.tsx';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Outside, safeLink, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { isMe, Who } from '../../components/who.tsx';
import type { PageProps } from '../../shell/page-props.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Claim, type ClaimDetail, claimsChanged, looksOfState, useClaimDetail } from './claim-data.ts';
import { ClaimTextDialog } from './claim-text-dialog.tsx';
import { ClaimVersions } from './claim-versions.tsx';
import { claimTexts } from './texts.ts';
import { VerdictForm } from './verdict-form.tsx';

/** One claim: what is said, what is true, by whom it was judged, how far it has gone. */
export function Page({ params }: PageProps) {
  const say = useTexts(claimTexts);
  const { data, error, reload } = useClaimDetail(params['claim']!);
  return (
    <div class="stack">
      <a class="small" href="/klaim">
        {say('back')}
      </a>
      {!data && <PageTitle title={say('claims')} />}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {data ? <OneClaim detail={data} /> : !error && <Loading height="60vh" />}
    </div>
  );
}

function OneClaim({ detail }: { detail: ClaimDetail }) {
  const say = useTexts(claimTexts);
  const { claim, spread, contradicts } = detail;
  const name = tamed(claim.text).slice(0, 120);
  return (
    <>
      <header class="stack">
        <PageTitle title={name}>
          <span class="klaim-said">
            “<Outside text={claim.text} most={600} />”
          </span>
        </PageTitle>
        <div class="row small">
          <Badge value={claim.verdict} />
          {claim.state !== 'unchecked' && (
            <span class={`badge ${looksOfState(claim.state)}`}>{say(`state_${claim.state}`)}</span>
          )}
        </div>
      </header>
      {claim.state === 'stale' && <p class="notice problem">{say('staleWhy')}</p>}
      <ClaimActs claim={claim} />
      <div class="two-columns wide-first">
        <div class="stack">
          {may('draft') && claim.state !== 'withdrawn' ? (
            <VerdictForm key={claim.version} claim={claim} />
          ) : (
            <Judged claim={claim} />
          )}
        </div>
        <aside class="stack">
          <section class="card stack">
            <h2>{say('spread')}</h2>
            <p>
              {spread.spreading + spread.denying + spread.reporting + spread.asking === 0
                ? say('spreadNone')
                : say('spreadSays', {
                    spreading: spread.spreading,
                    unique: spread.unique,
                    denying: spread.denying,
                    reporting: spread.reporting,
                    asking: spread.asking,
                    issues: spread.issues,
                  })}
            </p>
          </section>
          <Details claim={claim} />
          {contradicts.length > 0 && (
            <section class="card stack">
              <h2>{say('conflicts')}</h2>
              <ul class="plain-list">
                {contradicts.map(({ id, reason }) => (
                  <li key={id}>
                    <a href={`/klaim/${id}`}>
                      <Outside text={reason} most={240} />
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <ClaimVersions claim={claim} />
        </aside>
      </div>
    </>
  );
}

/** What was judged, for who may only read. */
function Judged({ claim }: { claim: Claim }) {
  const say = useTexts(claimTexts);
  return (
    <section class="card stack">
      <h2>{say('explanation')}</h2>
      <p>
        <Outside text={claim.explanation || '–'} most={10_000} />
      </p>
      <h2>{say('evidence')}</h2>
      <ul class="plain-list">
        {claim.evidence.map(({ title, url, tier }) => (
          <li key={url}>
            <a href={safeLink(url) ?? '#'} target="_blank" rel="noopener noreferrer">
              <Outside text={title} most={200} />
            </a>{' '}
            <span class="badge outline">{say(`${tier}Short`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({ claim }: { claim: Claim }) {
  const say = useTexts(claimTexts);
  const link = safeLink(claim.url);
  return (
    <section class="card">
      <dl class="facts-list">
        <dt>{say('keptBy')}</dt>
        <dd>{unitName(claim.unit)}</dd>
        {claim.checker && (
          <>
            <dt>{say('checker')}</dt>
            <dd>
              <Who id={claim.checker} />
            </dd>
          </>
        )}
        {claim.approver && (
          <>
            <dt>{say('approver')}</dt>
            <dd>
              <Who id={claim.approver} />
            </dd>
          </>
        )}
        {claim.reviewAt && (
          <>
            <dt>{say('reviewAt')}</dt>
            <dd>
              <Moment at={claim.reviewAt} />
            </dd>
          </>
        )}
        {claim.firstAppearedAt && (
          <>
            <dt>{say('firstSeen')}</dt>
            <dd>
              <Moment at={claim.firstAppearedAt} />
            </dd>
          </>
        )}
        {link && (
          <>
            <dt>{say('clarification')}</dt>
            <dd>
              <a href={link} target="_blank" rel="noopener">
                {link}
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function ClaimActs({ claim }: { claim: Claim }) {
  const say = useTexts(claimTexts);
  const act = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const path = { claim: claim.id };
  const { version, state } = claim;
  const isWithdrawn = state === 'withdrawn';
  const canApprove = state === 'checked' || state === 'stale' || state === 'approved';
  const approve = (): void =>
    void act.run(async () => {
      await api.POST('/v1/claims/{claim}/approve', { params: { path }, body: { version } });
      claimsChanged();
      tell(say('approvedNow'));
    });
  const withdraw = (reason: string): Promise<boolean> => {
    setIsAsking(false);
    return act.run(async () => {
      const name = isWithdrawn ? 'restore' : 'withdraw';
      await api.POST(`/v1/claims/{claim}/${name}`, { params: { path }, body: { version, reason } });
      claimsChanged();
      tell(say('saved'));
    });
  };
  return (
    <div class="stack">
      <div class="row">
        {canApprove && may('approve') && !isMe(claim.checker) && (
          <Button
            looks={state === 'approved' ? [] : 'main'}
            icon="check"
            isBusy={act.isBusy}
            onClick={approve}
          >
            {say(state === 'checked' ? 'approve' : 'renew')}
          </Button>
        )}
        {!isWithdrawn && may('draft') && (
          <ButtonLink href={`/jawaban/baru?klaim=${claim.id}`} icon="jawaban">
            {say('answer')}
          </ButtonLink>
        )}
        {may('draft') && !isWithdrawn && (
          <Button looks="quiet" icon="edit" onClick={() => setIsEditing(true)}>
            {say('editClaim')}
          </Button>
        )}
        {may('draft') && (
          <Button looks="quiet" onClick={() => setIsAsking(true)}>
            {say(isWithdrawn ? 'restore' : 'withdraw')}
          </Button>
        )}
        {state === 'checked' && (isMe(claim.checker) || !may('approve')) && (
          <span class="small">{say(isMe(claim.checker) ? 'ownVerdict' : 'waitApproval')}</span>
        )}
      </div>
      <Refusal error={act.error} title={say('notApproved')} />
      {isEditing && <ClaimTextDialog claim={claim} onClose={() => setIsEditing(false)} />}
      {isAsking && (
        <ReasonDialog
          name={`claim.${claim.id}`}
          title={say(isWithdrawn ? 'restore' : 'withdraw')}
          question={say('withdrawWhy')}
          help={say('reasonHelp')}
          onReason={withdraw}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}
