import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { Evidence } from './claim-data.ts';
import { claimTexts } from './texts.ts';

interface Props {
  evidence: readonly Evidence[];
  onChange(evidence: Evidence[]): void;
}

const blank: Evidence = { title: '', url: '', tier: 'primary', archiveHash: null };

/** The sources of a verdict, each with its kind. */
export function EvidenceFields({ evidence, onChange }: Props) {
  const say = useTexts(claimTexts);
  const change = (n: number, part: Partial<Evidence>): void =>
    onChange(evidence.map((one, at) => (at === n ? { ...one, ...part } : one)));
  return (
    <>
      {evidence.map(({ title, url, tier }, n) => (
        <fieldset class="klaim-evidence" key={n}>
          <Field label={say('evidenceTitle')} rule="evidence" isRequired>
            <input
              type="text"
              maxLength={500}
              value={title}
              onInput={({ currentTarget }) => change(n, { title: currentTarget.value })}
            />
          </Field>
          <Field label={say('evidenceUrl')} isRequired>
            <input
              type="url"
              maxLength={2_000}
              value={url}
              onInput={({ currentTarget }) => change(n, { url: currentTarget.value })}
            />
          </Field>
          <Field label={say('evidenceTier')} rule="evidence">
            <select
              value={tier}
              onChange={({ currentTarget }) => change(n, { tier: currentTarget.value as Evidence['tier'] })}
            >
              <option value="primary">{say('primary')}</option>
              <option value="secondary">{say('secondary')}</option>
            </select>
          </Field>
          <div class="row" style={{ alignItems: 'end' }}>
            <Button
              looks="quiet"
              icon="close"
              aria-label={say('removeEvidence', { title })}
              onClick={() => onChange(evidence.filter((_, at) => at !== n))}
            />
          </div>
        </fieldset>
      ))}
      <div>
        <Button icon="plus" onClick={() => onChange([...evidence, blank])}>
          {say('addEvidence')}
        </Button>
      </div>
    </>
  );
}
