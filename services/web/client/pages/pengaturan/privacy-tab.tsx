import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { paths } from '../../api/generated/schema.ts';
import { may, sessionNow } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { recordsTexts } from './records-texts.ts';
import { settingsTexts } from './texts.ts';

type Answer = paths['/v1/privacy/retention']['get']['responses'][200]['content']['application/json'];
type Retention = Answer['retention'];

const kinds = [
  'handles',
  'contacts',
  'privatePosts',
  'notices',
] as const satisfies readonly (keyof Retention)[];
/** Days at the most, as the API keeps them. */
const most: Record<keyof Retention, number> = {
  handles: 90,
  contacts: 90,
  privatePosts: 3_650,
  notices: 3_650,
};

/** What is kept about people, for how long, and what always holds. */
export function PrivacyTab() {
  const say = useTexts(recordsTexts);
  const sayAll = useTexts(settingsTexts);
  // One for the whole installation: below KPU RI it is told in words only.
  const mayRead = may('manage') && sessionNow()?.unit === 'RI';
  const { data, error, reload } = useApi(mayRead ? '/v1/privacy/retention' : null, () =>
    bodyOf(api.GET('/v1/privacy/retention')),
  );
  const [isChanging, setIsChanging] = useState(false);
  const retention = data?.retention;
  return (
    <>
      <p class="soft settings-lead">{say('privacyLead')}</p>
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {mayRead && !data && !error && <Loading />}
      {(!mayRead || retention) && (
        <Table
          caption={say('privacyTitle')}
          rows={kinds}
          columns={[
            {
              title: say('what'),
              cell: (kind) => (
                <div class="settings-name">
                  <strong>{say(kind)}</strong>
                  <span class="small soft">{say(`${kind}Help`)}</span>
                </div>
              ),
            },
            ...(retention
              ? [
                  {
                    title: say('howLong'),
                    isNumber: true,
                    cell: (kind: keyof Retention) => say('days', { n: retention[kind] }),
                  },
                ]
              : []),
          ]}
        />
      )}
      {data?.lastTurnAt && (
        <p class="small soft">
          {say('lastTurn')} <Ago at={data.lastTurnAt} />
        </p>
      )}
      {retention ? (
        <div>
          <Button icon="edit" onClick={() => setIsChanging(true)}>
            {say('changeRetention')}
          </Button>
        </div>
      ) : (
        !mayRead && <p class="small soft">{sayAll('onlyNational')}</p>
      )}
      {isChanging && retention && (
        <RetentionDialog retention={retention} onClose={() => setIsChanging(false)} />
      )}
      <section class="card stack" aria-label={say('promises')}>
        <h2>{say('promises')}</h2>
        <ul class="settings-promises">
          {(['promise1', 'promise2', 'promise3', 'promise4'] as const).map((key) => (
            <li>{say(key)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function RetentionDialog({ retention, onClose }: { retention: Retention; onClose(): void }) {
  const say = useTexts(recordsTexts);
  const sayAll = useTexts(settingsTexts);
  const [draft, setDraft] = useState(retention);
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    await api.PUT('/v1/privacy/retention', { body: { retention: draft, reason: reason.trim() } });
    invalidate('/v1/privacy');
    tell(say('retentionSaved'));
  };
  return (
    <FormDialog title={say('changeRetention')} doIt={sayAll('save')} onSend={save} onClose={onClose}>
      {kinds.map((kind) => (
        <Field label={say(kind)} rule="retention" help={say(`${kind}Help`)} isRequired>
          <input
            type="number"
            min={1}
            max={most[kind]}
            value={draft[kind]}
            onInput={(event) => setDraft({ ...draft, [kind]: event.currentTarget.valueAsNumber })}
          />
        </Field>
      ))}
      <ReasonField
        label={sayAll('reason')}
        help={sayAll('reasonHelp')}
        least={5}
        most={1_000}
        value={reason}
        onType={setReason}
      />
    </FormDialog>
  );
}
