import { useId, useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { RuleHelp } from '../../components/rule-help.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { ActForm } from './act-form.tsx';
import { followAct } from './follow-act.ts';
import type { IssueDetail } from './issue-data.ts';
import { workTexts } from './work-texts.ts';

/** The last one gives the word back to the rules. */
const choices = ['1', '2', '3', '4', '5', ''] as const;

/** A person's word on the impact; "by the rules" gives it back. */
export function ImpactDialog({ issue, onClose }: { issue: IssueDetail['issue']; onClose(): void }) {
  const say = useTexts(workTexts);
  const [impact, setImpact] = useState<(typeof choices)[number]>(() => {
    const now = String(issue.risk.impact);
    return choices.find((one) => one === now) ?? '';
  });
  const about = useId();
  const send = async (reason: string): Promise<void> => {
    await api.PUT('/v1/issues/{issue}/impact', {
      params: { path: { issue: issue.id } },
      body: { impact: impact === '' ? null : Number(impact), reason },
    });
    followAct();
    tell(say(impact === '' ? 'impactByRules' : 'impactSet'));
  };
  return (
    <ActForm
      title={say('setImpact')}
      draft={`impact.${issue.number}`}
      isReady={true}
      onSend={send}
      onClose={onClose}
    >
      <fieldset class="stack choices" aria-describedby={about}>
        <legend class="visually-hidden">{say('impact')}</legend>
        <div class="field-head">
          <strong aria-hidden="true">{say('impact')}</strong>
          <RuleHelp rule="impact" about={say('impact')} />
        </div>
        {choices.map((value) => (
          <label class="choice" key={value}>
            <input
              type="radio"
              name="impact"
              checked={impact === value}
              onChange={() => setImpact(value)}
              autofocus={impact === value}
            />
            {say(value === '' ? 'impactRules' : `impact_${value}`)}
          </label>
        ))}
        <p class="small soft" id={about}>
          {say('impactHelp')}
        </p>
      </fieldset>
    </ActForm>
  );
}
