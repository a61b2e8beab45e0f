import { Badge, LevelBadge } from '../../components/badges.tsx';
import { Outside, safeLink } from '../../components/outside.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Choice, type Claim, useIssue } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';

/** The issue and the claim with its evidence: what an answer stands on. */
export function MatterCard({ issueId, claim }: { issueId: string | null; claim: Claim | null }) {
  const say = useTexts(composeTexts);
  const issue = useIssue(issueId).data?.issue;
  return (
    <div class="jawaban-matter">
      {issue && (
        <div>
          <div class="small soft">{say('issue')}</div>
          <a href={`/isu/${issue.number}`}>
            <Outside text={issue.title} most={200} />
          </a>
          <div class="row small soft">
            <LevelBadge level={issue.risk.level} /> {issue.number}
          </div>
        </div>
      )}
      {claim ? <ClaimBrief claim={claim} /> : <p class="soft small">{say('noClaim')}</p>}
    </div>
  );
}

function ClaimBrief({ claim }: { claim: Claim }) {
  const say = useTexts(composeTexts);
  return (
    <>
      <div>
        <div class="row small soft">
          {say('claim')} <Badge value={claim.verdict} />
        </div>
        <a href={`/klaim/${claim.id}`} class="jawaban-quote" style={{ display: 'block' }}>
          <Outside text={claim.text} most={400} />
        </a>
      </div>
      {claim.explanation && (
        <div>
          <div class="small soft">{say('explanation')}</div>
          <p>
            <Outside text={claim.explanation} most={900} />
          </p>
        </div>
      )}
      <div>
        <div class="small soft">{say('evidence')}</div>
        {claim.evidence.length === 0 && <p class="small">{say('noEvidence')}</p>}
        <ul class="plain-list">
          {claim.evidence.map(({ title, url, tier }) => (
            <li>
              <a href={safeLink(url) ?? '#'} target="_blank" rel="noopener noreferrer">
                <Outside text={title} most={160} />
              </a>{' '}
              <span class={`badge ${tier === 'primary' ? 'good' : 'outline'}`}>{say(tier)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** What the chooser suggests, in which order, and what it does not allow. */
export function ChoiceCard({ choice }: { choice: Choice }) {
  const say = useTexts(composeTexts);
  return (
    <div class="stack">
      <p>
        <strong>{choice.name}</strong>
      </p>
      <ol class="jawaban-steps" aria-label={say('steps')}>
        {choice.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {choice.blocked.length > 0 && (
        <div>
          <h3>{say('blocked')}</h3>
          <ul class="jawaban-blocked">
            {choice.blocked.map(({ code, what, why }) => (
              <li key={code}>
                <strong>{what}</strong>
                <div class="small">{why}</div>
              </li>
            ))}
          </ul>
        </div>
      )}
      {choice.referral.advised && (
        <p class="small">
          <strong>{say('referralAdvised')}</strong>: {choice.referral.reason}
        </p>
      )}
      {!choice.mayAnswerHere && (
        <p class="notice small">{say('notHere', { unit: unitName(choice.owner.unit) })}</p>
      )}
    </div>
  );
}
