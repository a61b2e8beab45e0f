import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/generated/schema.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { tell } from '../../components/toasts.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { idFor } from './recipient.ts';
import { Check } from './recipient-dialog.tsx';
import { recordsTexts } from './records-texts.ts';
import { settingsTexts } from './texts.ts';

type Calendar = paths['/v1/calendar']['get']['responses'][200]['content']['application/json'];
export type ApiElection = Calendar['elections'][number];
type Stage = ApiElection['stages'][number];
type Draft = Omit<ApiElection, 'id' | 'own'>;

const empty: Draft = {
  name: '',
  units: ['RI'],
  votingDay: null,
  plenaryDay: null,
  checked: false,
  basis: null,
  stages: [],
};
const emptyStage: Stage = { name: '', from: '', to: '', expected: 1, topics: null, tiers: null };

interface Props {
  /** Null for a new one. */
  election: ApiElection | null;
  onClose(): void;
}

/** An election with its days; one that is bundled is put right by an own one in its place. */
export function ElectionDialog({ election, onClose }: Props) {
  const say = useTexts(recordsTexts);
  const sayAll = useTexts(settingsTexts);
  const [draft, setDraft] = useState<Draft>(() => {
    if (!election) return empty;
    const { id: _id, own: _own, ...rest } = election;
    return rest;
  });
  const change = (next: Partial<Draft>): void => setDraft({ ...draft, ...next });
  const save = async (): Promise<void> => {
    const name = draft.name.trim();
    await api.PUT('/v1/calendar/{election}', {
      params: { path: { election: election?.id ?? idFor(name) } },
      body: { ...draft, name },
    });
    invalidate('/v1/calendar');
    tell(say('kept', { name }));
  };
  return (
    <FormDialog
      title={election ? say('changeElection', { name: election.name }) : say('addElection')}
      doIt={sayAll('save')}
      onSend={save}
      onClose={onClose}
    >
      <Field label={sayAll('name')} isRequired>
        <input
          value={draft.name}
          maxLength={200}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <Field label={say('whoVotes')}>
        <UnitSelect
          value={draft.units[0] ?? 'RI'}
          within="RI"
          onChoose={(unit) => change({ units: [unit, ...draft.units.slice(1)] })}
        />
      </Field>
      <div class="settings-pair">
        <Field label={say('votingDay')} rule="stages" help={say('votingDayHelp')}>
          <input
            type="date"
            value={draft.votingDay ?? ''}
            onInput={(event) => change({ votingDay: event.currentTarget.value || null })}
          />
        </Field>
        <Field label={say('plenaryDay')} rule="stages" help={say('plenaryHelp')}>
          <input
            type="date"
            min={draft.votingDay ?? undefined}
            value={draft.plenaryDay ?? ''}
            onInput={(event) => change({ plenaryDay: event.currentTarget.value || null })}
          />
        </Field>
      </div>
      <Field label={say('basis')} rule="stages" help={say('basisHelp')}>
        <input
          value={draft.basis ?? ''}
          maxLength={500}
          onInput={(event) => change({ basis: event.currentTarget.value || null })}
        />
      </Field>
      <Check label={say('checkedAsk')} isOn={draft.checked} onTurn={(checked) => change({ checked })} />
      <StageFields stages={draft.stages} onChange={(stages) => change({ stages })} />
    </FormDialog>
  );
}

interface StageProps {
  stages: readonly Stage[];
  onChange(stages: Stage[]): void;
}

function StageFields({ stages, onChange }: StageProps) {
  const say = useTexts(recordsTexts);
  const put = (n: number, change: Partial<Stage>): void =>
    onChange(stages.map((stage, at) => (at === n ? { ...stage, ...change } : stage)));
  return (
    <fieldset class="stack">
      <legend>
        <strong>{say('stages')}</strong>
      </legend>
      {stages.map((stage, n) => (
        <div class="settings-grant">
          <Field label={say('stage')} isRequired>
            <input
              value={stage.name}
              maxLength={200}
              onInput={(event) => put(n, { name: event.currentTarget.value })}
            />
          </Field>
          <div class="settings-pair">
            <Field label={say('stageFrom')} isRequired>
              <input
                type="date"
                value={stage.from}
                onInput={(event) => put(n, { from: event.currentTarget.value })}
              />
            </Field>
            <Field label={say('stageTo')} isRequired>
              <input
                type="date"
                min={stage.from}
                value={stage.to}
                onInput={(event) => put(n, { to: event.currentTarget.value })}
              />
            </Field>
          </div>
          <div>
            <Button
              looks={['quiet', 'little']}
              icon="close"
              onClick={() => onChange(stages.filter((_, at) => at !== n))}
            >
              {say('dropStage', { n: n + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button looks="little" icon="plus" onClick={() => onChange([...stages, emptyStage])}>
          {say('addStage')}
        </Button>
      </div>
    </fieldset>
  );
}
