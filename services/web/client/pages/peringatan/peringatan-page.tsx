import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { AlertCard } from './alert-card.tsx';
import { Budgets } from './budgets.tsx';
import { alertTexts } from './texts.ts';
import './peringatan.css';

const choices = ['all', 'pushed', 'held', 'falseAlarms'] as const;
type Choice = (typeof choices)[number];
const fits: Record<Choice, (alert: { push: boolean; falseAlarm: boolean }) => boolean> = {
  all: () => true,
  pushed: ({ push }) => push,
  held: ({ push }) => !push,
  falseAlarms: ({ falseAlarm }) => falseAlarm,
};
/** What is looked back on; older ones are in the issue they belong to. */
const most = 200;

/** What was raised, why, who was told, and one click to say that it was nothing. */
export function Page() {
  const say = useTexts(alertTexts);
  const { query } = usePlace();
  useStore(unitsStore);
  const chosen = choices.find((one) => one === query.get('show')) ?? 'all';
  const { data, error, reload } = useApi('/v1/alerts', () =>
    bodyOf(api.GET('/v1/alerts', { params: { query: { limit: most } } })),
  );
  const shown = data?.alerts.filter(fits[chosen]);
  return (
    <div class="stack alert-page">
      <PageTitle title={say('title')} />
      <p class="soft alert-lead">{say('lead')}</p>
      <fieldset class="row">
        <legend class="visually-hidden">{say('which')}</legend>
        {choices.map((one) => (
          <button
            type="button"
            class="chip"
            aria-pressed={one === chosen}
            onClick={() => setQuery({ show: one === 'all' ? null : one })}
          >
            {say(one)}
            {data && <span class="number">{data.alerts.filter(fits[one]).length}</span>}
          </button>
        ))}
      </fieldset>
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !data ? <Loading height="60vh" /> : null}
      {data?.alerts.length === 0 && (
        <Empty icon="peringatan" title={say('empty')}>
          <p>{say('emptyDo')}</p>
        </Empty>
      )}
      {data && data.alerts.length > 0 && shown?.length === 0 && <p class="soft">{say('noneSo')}</p>}
      {shown?.map((alert) => (
        <AlertCard alert={alert} key={alert.id} />
      ))}
      {/* Below what it counts: before that came, it would be pushed away. */}
      {(data || error) && <Budgets />}
    </div>
  );
}
