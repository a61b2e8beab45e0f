import { api, bodyOf } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { MoreButton } from '../../components/more-button.tsx';
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
/** Of one page: some weeks of a province. */
const perPage = 100;

/** What was raised, why, who was told, and one click to say that it was nothing. */
export function Page() {
  const say = useTexts(alertTexts);
  const { query } = usePlace();
  useStore(unitsStore);
  const chosen = choices.find((one) => one === query.get('show')) ?? 'all';
  const pages = usePages('/v1/alerts', async (cursor) => {
    const asked = { limit: perPage, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/v1/alerts', { params: { query: asked } }));
    return { rows: page.alerts, next: page.nextCursor };
  });
  const { rows: data, error, reload } = pages;
  const shown = data?.filter(fits[chosen]);
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
            {data && (
              <span class="number">
                {data.filter(fits[one]).length}
                {pages.hasMore && '+'}
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !data ? <Loading height="60vh" /> : null}
      {data?.length === 0 && (
        <Empty icon="peringatan" title={say('empty')}>
          <p>{say('emptyDo')}</p>
        </Empty>
      )}
      {data && data.length > 0 && shown?.length === 0 && <p class="soft">{say('noneSo')}</p>}
      {shown?.map((alert) => (
        <AlertCard alert={alert} key={alert.id} />
      ))}
      <MoreButton pages={pages} />
      {/* Below what it counts: before that came, it would be pushed away. */}
      {(data || error) && <Budgets />}
    </div>
  );
}
