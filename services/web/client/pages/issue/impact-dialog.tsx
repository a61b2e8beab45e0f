import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { readAnew } from './act-dialogs.tsx';
import { ActForm } from './act-form.tsx';
import type { IssueDetail } from './issue-data.ts';
import { workTexts } from './work-texts.ts';

const steps = [1, 2, 3, 4, 5] as const;

/** A person's word on the impact; "by the rules" gives it back. */
export function ImpactDialog({ issue, onClose }: { issue: IssueDetail['issue']; onClose(): void }) {
  const say = useTexts(workTexts);
  const [impact, setImpact] = useState(String(issue.risk.impact));
  const send = async (reason: string): Promise<void> => {
    await api.PUT('/v1/issues/{issue}/impact', {
      params: { path: { issue: issue.id } },
      body: { impact: impact === '' ? null : Number(impact), reason },
    });
    readAnew();
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
      <Field label={say('impact')} rule="impact" help={say('impactHelp')}>
        <select value={impact} onChange={({ currentTarget }) => setImpact(currentTarget.value)}>
          {steps.map((n) => (
            <option key={n} value={n}>
              {say(`impact_${n}`)}
            </option>
          ))}
          <option value="">{say('impactRules')}</option>
        </select>
      </Field>
    </ActForm>
  );
}
