import { missingEvidence } from '../../../../../shared/domain/claim-rules.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { type Claim, claimsChanged, type Evidence, type Verdict, verdicts } from './claim-data.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { claimTexts } from './texts.ts';

interface Judgement {
  verdict: Verdict;
  explanation: string;
  evidence: Evidence[];
  reason: string;
}

/** An evidence row that was begun and left empty is none. */
const given = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(({ title, url }) => title.trim() !== '' || url.trim() !== '');

/** The verdict with what it stands on; the rule stands beside the field that it governs. */
export function VerdictForm({ claim }: { claim: Claim }) {
  const say = useTexts(claimTexts);
  const word = useTexts(words);
  const act = useAct();
  const { verdict, explanation, evidence } = claim;
  const [kept, keep, clear] = useDraft(
    `claim.${claim.id}.verdict`,
    JSON.stringify({ verdict, explanation, evidence, reason: '' }),
  );
  const judgement = JSON.parse(kept) as Judgement;
  const change = (part: Partial<Judgement>): void => keep(JSON.stringify({ ...judgement, ...part }));
  const missing = missingEvidence(judgement.verdict, given(judgement.evidence));
  const save = (): void =>
    void act.run(async () => {
      const body = { ...judgement, evidence: given(judgement.evidence), version: claim.version };
      await api.POST('/v1/claims/{claim}/verdict', { params: { path: { claim: claim.id } }, body });
      clear();
      claimsChanged();
      tell(say('verdictSaved'));
    });
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{say('setVerdict')}</h2>
      <Field label={say('verdict')} rule="verdict" help={say('verdictHelp')}>
        <select
          value={judgement.verdict}
          onChange={({ currentTarget }) => change({ verdict: currentTarget.value as Verdict })}
        >
          {[...verdicts, 'belum_diperiksa' as const].map((one) => (
            <option key={one} value={one}>
              {word(one)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('explanation')} rule="truthFirst" help={say('explanationHelp')}>
        <textarea
          rows={5}
          maxLength={10_000}
          value={judgement.explanation}
          onInput={({ currentTarget }) => change({ explanation: currentTarget.value })}
        />
      </Field>
      <div class={`klaim-rule${missing === null ? ' met' : ''}`}>
        <h3>{say('evidence')}</h3>
        <p class="small soft">{say('evidenceRule')}</p>
        {judgement.verdict === 'salah' && (
          <p class="small" aria-live="polite">
            <strong>{missing === null ? `✓ ${say('ruleMet')}` : `✕ ${say('ruleOpen')}`}</strong>
          </p>
        )}
      </div>
      <EvidenceFields evidence={judgement.evidence} onChange={(next) => change({ evidence: next })} />
      <Field label={say('reason')} rule="reason" help={say('reasonHelp')} isRequired>
        <input
          type="text"
          minLength={3}
          maxLength={500}
          value={judgement.reason}
          onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
      </Field>
      <Refusal error={act.error} title={say('notDone')} />
      <div>
        <Button looks="main" type="submit" isBusy={act.isBusy}>
          {say('saveVerdict')}
        </Button>
      </div>
    </form>
  );
}
