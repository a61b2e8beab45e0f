import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Outside } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { sayDay } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type ApiElection, ElectionDialog } from './election-dialog.tsx';
import { recordsTexts } from './records-texts.ts';
import { settingsTexts } from './texts.ts';

/** Elections and their stages, which move deadlines and thresholds. */
export function CalendarTab() {
  const say = useTexts(recordsTexts);
  const sayAll = useTexts(settingsTexts);
  const { data, error, reload } = useApi('/v1/calendar', () => bodyOf(api.GET('/v1/calendar')));
  const [isAdding, setIsAdding] = useState(false);
  const mayChange = may('manage') && sessionNow()?.unit === 'RI';
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="40vh" />;
  const day = (value: string | null) => (value ? sayDay(value) : say('notSet'));
  const rows = [...data.elections].sort((a, b) =>
    (b.votingDay ?? '9999').localeCompare(a.votingDay ?? '9999'),
  );
  return (
    <>
      <p class="soft settings-lead">{say('calendarLead', { n: data.windowDaysBefore })}</p>
      {mayChange ? (
        <div>
          <Button looks="main" icon="plus" onClick={() => setIsAdding(true)}>
            {say('addElection')}
          </Button>
        </div>
      ) : (
        <p class="small soft">{sayAll('onlyNational')}</p>
      )}
      {isAdding && <ElectionDialog election={null} onClose={() => setIsAdding(false)} />}
      <Table
        caption={say('calendarTitle')}
        hideCaption
        rows={rows}
        columns={[
          { title: say('election'), cell: (election) => <Named election={election} /> },
          { title: say('votingDay'), cell: ({ votingDay }) => day(votingDay) },
          { title: say('plenaryDay'), cell: ({ plenaryDay }) => day(plenaryDay) },
          { title: say('stages'), cell: ({ stages }) => <Stages stages={stages} /> },
          ...(mayChange
            ? [{ title: sayAll('acts'), cell: (election: ApiElection) => <Acts election={election} /> }]
            : []),
        ]}
      />
    </>
  );
}

function Named({ election: { name, units, checked, basis, own } }: { election: ApiElection }) {
  const say = useTexts(recordsTexts);
  return (
    <div class="settings-name">
      <strong>{name}</strong>
      <span class="small soft">{units.slice(0, 3).map(unitName).join(', ')}</span>
      <span>
        <span class={`badge ${checked ? 'good' : 'outline'}`}>{say(checked ? 'checked' : 'unchecked')}</span>{' '}
        {own && <span class="badge outline">{say('own')}</span>}
      </span>
      {basis && (
        <span class="small soft" lang="id">
          <Outside text={basis} most={200} />
        </span>
      )}
    </div>
  );
}

function Stages({ stages }: Pick<ApiElection, 'stages'>) {
  const say = useTexts(recordsTexts);
  if (stages.length === 0) return <>–</>;
  return (
    <details>
      <summary>{say('stagesOf', { n: stages.length })}</summary>
      <ul class="settings-roles" lang="id">
        {stages.map(({ name, from, to }) => (
          <li>
            {name}:{' '}
            <span class="number">{from === to ? sayDay(from) : `${sayDay(from)} – ${sayDay(to)}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Acts({ election }: { election: ApiElection }) {
  const say = useTexts(recordsTexts);
  const sayAll = useTexts(settingsTexts);
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const { id, name, own } = election;
  const remove = async (): Promise<void> => {
    await api.DELETE('/v1/calendar/{election}', { params: { path: { election: id } } });
    invalidate('/v1/calendar');
    tell(sayAll('saved'));
  };
  return (
    <div class="row">
      <Button looks="little" aria-label={say('changeElection', { name })} onClick={() => setOpen('edit')}>
        {sayAll('edit')}
      </Button>
      {own && (
        <Button
          looks={['little', 'quiet']}
          aria-label={say('removeElection', { name })}
          onClick={() => setOpen('remove')}
        >
          {sayAll('remove')}
        </Button>
      )}
      {open === 'edit' && <ElectionDialog election={election} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <FormDialog
          title={say('removeElection', { name })}
          doIt={sayAll('remove')}
          isDanger
          onSend={remove}
          onClose={() => setOpen(null)}
        >
          <p>{say('removeElectionHelp')}</p>
        </FormDialog>
      )}
    </div>
  );
}
