import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { may } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Outside } from '../../components/outside.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago, saySpan } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { sourceTexts } from './texts.ts';

type Source = components['schemas']['Source'];

const looks = {
  well: 'good',
  silent: 'sedang',
  flooding: 'tinggi',
  failing: 'kritis',
  blocked: 'kritis',
  off: 'outline',
};
/** What needs a hand comes first. */
const order = ['failing', 'blocked', 'flooding', 'silent', 'unknown', 'well', 'off'];
const stateOf = ({ enabled, health }: Source): keyof typeof looks | 'unknown' =>
  enabled ? (health?.lastTryAt ? health.state : 'unknown') : 'off';

export function Health() {
  const say = useTexts(sourceTexts);
  const { data, error, reload } = useApi('/v1/sources', () => bodyOf(api.GET('/v1/sources')));
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="50vh" />;
  if (data.sources.length === 0)
    return (
      <Empty icon="sumber" title={say('none')}>
        <p>{say('noneDo')}</p>
        {may('manage') && (
          <ButtonLink href="/sumber?tab=add" looks="main">
            {say('tabAdd')}
          </ButtonLink>
        )}
      </Empty>
    );
  const rows = [...data.sources].sort(
    (a, b) => order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)) || a.name.localeCompare(b.name),
  );
  return (
    <Table
      caption={say('title')}
      hideCaption
      rows={rows}
      columns={[
        { title: say('name'), cell: (source) => <Named source={source} /> },
        { title: say('state'), cell: (source) => <State source={source} /> },
        {
          title: say('lastNew'),
          cell: ({ health }) => (health?.lastNewItemAt ? <Ago at={health.lastNewItemAt} /> : say('never')),
        },
        {
          title: say('perDay'),
          isNumber: true,
          cell: ({ health }) => (health ? `${health.itemsToday} / ${health.itemsUsual}` : '–'),
        },
        {
          title: say('every'),
          isNumber: true,
          cell: ({ intervalMinutes }) => saySpan(intervalMinutes * 60_000),
        },
        ...(may('manage')
          ? [{ title: say('acts'), cell: (source: Source) => <Acts source={source} /> }]
          : []),
      ]}
    />
  );
}

function Named({ source: { name, url, spent } }: { source: Source }) {
  const say = useTexts(sourceTexts);
  return (
    <div class="source-name">
      <strong>
        <Outside text={name} most={120} />
      </strong>
      <span class="small soft">
        <Outside text={url} most={90} />
      </span>
      {spent && <span class="small soft number">{say('spent', { ...spent })}</span>}
    </div>
  );
}

function State({ source }: { source: Source }) {
  const say = useTexts(sourceTexts);
  const state = stateOf(source);
  return (
    <div class="source-state">
      <span class={`badge ${state === 'unknown' ? 'outline' : looks[state]}`}>{say(state)}</span>
      {source.health && state !== 'unknown' && (
        <span class="small soft">
          {say('since')} <Ago at={source.health.stateSince} />
        </span>
      )}
      {source.health?.error && (
        <span class="small" lang="id">
          <Outside text={source.health.error} most={300} />
        </span>
      )}
    </div>
  );
}

function Acts({ source }: { source: Source }) {
  const say = useTexts(sourceTexts);
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const path = { params: { path: { source: source.id } } };
  const run = async (act: () => Promise<string | null>): Promise<void> => {
    setIsBusy(true);
    try {
      const said = await act();
      if (said) tell(said);
      invalidate('/v1/sources');
    } catch (error) {
      tellError(error);
    }
    setIsBusy(false);
  };
  const check = () =>
    run(async () => {
      const { entries, error } = await bodyOf(api.POST('/v1/sources/{source}/check', path));
      return error === null
        ? say('checked', { name: source.name, n: entries })
        : say('checkedBad', { name: source.name, error });
    });
  const toggle = () =>
    run(async () => {
      await api.PATCH('/v1/sources/{source}', { ...path, body: { enabled: !source.enabled } });
      return null;
    });
  const remove = () =>
    run(async () => {
      setIsAsking(false);
      await api.DELETE('/v1/sources/{source}', path);
      return null;
    });
  return (
    <div class="row source-acts">
      <Button looks="little" isBusy={isBusy} onClick={() => void check()}>
        {say('check')}
      </Button>
      <Button looks="little" disabled={isBusy} onClick={() => void toggle()}>
        {say(source.enabled ? 'turnOff' : 'turnOn')}
      </Button>
      <Button looks={['little', 'danger']} disabled={isBusy} onClick={() => setIsAsking(true)}>
        {say('remove')}
      </Button>
      {isAsking && (
        <AskRemove name={source.name} onClose={() => setIsAsking(false)} onYes={() => void remove()} />
      )}
    </div>
  );
}

function AskRemove({ name, onClose, onYes }: { name: string; onClose(): void; onYes(): void }) {
  const say = useTexts(sourceTexts);
  const sayCommon = useTexts(common);
  return (
    <Dialog title={say('removeAsk')} onClose={onClose} onSubmit={onYes}>
      <p>{say('removeHelp', { name })}</p>
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" looks="danger">
          {say('remove')}
        </Button>
      </div>
    </Dialog>
  );
}
