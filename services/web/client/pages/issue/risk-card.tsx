import { useState } from 'preact/hooks';
import { may } from '../../api/session.ts';
import { LevelBadge } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { ImpactDialog } from './impact-dialog.tsx';
import type { IssueDetail } from './issue-data.ts';
import { issueTexts } from './texts.ts';
import { workTexts } from './work-texts.ts';

const five = [1, 2, 3, 4, 5];
const cell = 22;

/** 1–4, 5–9, 10–14, 15–25, as the rules have it. */
const levelAt = (score: number): string =>
  score >= 15 ? 'kritis' : score >= 10 ? 'tinggi' : score >= 5 ? 'sedang' : 'rendah';

/** Where it stands among 5 × 5, and every part that led there. */
export function RiskCard({ issue }: { issue: IssueDetail['issue'] }) {
  const say = useTexts(issueTexts);
  const sayWork = useTexts(workTexts);
  const [isOpen, setIsOpen] = useState(false);
  const { likelihood, impact, score, level, parts } = issue.risk;
  return (
    <section class="card stack" aria-labelledby="issue-risk">
      <div class="row spread">
        <h2 id="issue-risk">{say('risk')}</h2>
        <LevelBadge level={level} />
      </div>
      <div class="risk-figure">
        <svg
          viewBox={`0 0 ${5 * cell} ${5 * cell}`}
          role="img"
          aria-label={say('riskOf', { score, likelihood, impact })}
        >
          {five.flatMap((l) =>
            five.map((i) => (
              <rect
                key={`${l}${i}`}
                class={`risk-cell ${levelAt(l * i)} ${l === likelihood && i === impact ? 'here' : ''}`}
                x={(i - 1) * cell + 1}
                y={(5 - l) * cell + 1}
                width={cell - 2}
                height={cell - 2}
                rx="3"
              />
            )),
          )}
        </svg>
        <p class="small">{say('riskOf', { score, likelihood, impact })}</p>
      </div>
      <div>
        <h3 class="small soft">{say('riskParts')}</h3>
        <ul class="risk-parts">
          {parts.map(({ code, evidence, value }) => (
            <li key={code + evidence}>
              <span class="outside">{evidence}</span>
              <span class="number soft">{value > 0 ? `+${value}` : value}</span>
            </li>
          ))}
        </ul>
      </div>
      {issue.personImpact && (
        <Outside text={sayWork('setByPerson', { reason: issue.personImpact.reason })} most={600} />
      )}
      {may('triage') && issue.state !== 'merged' && (
        <div class="no-print">
          <Button looks={['quiet', 'little']} icon="edit" onClick={() => setIsOpen(true)}>
            {sayWork('setImpact')}
          </Button>
        </div>
      )}
      {isOpen && <ImpactDialog issue={issue} onClose={() => setIsOpen(false)} />}
    </section>
  );
}
