import '../../styles/writing.css';
import './klaim.css';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { Button } from '../../components/button.tsx';
import { Chips } from '../../components/chips.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { isMe } from '../../components/who.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Fact, factsChanged } from './claim-data.ts';
import { FactForm } from './fact-form.tsx';
import { FactRow } from './fact-row.tsx';
import { PartTabs } from './part-tabs.tsx';
import { SearchBox } from './search-box.tsx';
import { claimTexts } from './texts.ts';

/** Facts that answers may quote. */
export function Page() {
  const say = useTexts(claimTexts);
  const { query } = usePlace();
  const q = query.get('q') ?? '';
  const only = query.get('hanya');
  const asked = {
    limit: 200,
    ...(q ? { q } : {}),
    ...(only === 'due' ? { review: 'due' as const } : {}),
    ...(only === 'missing' ? { approval: 'missing' as const } : {}),
  };
  const pages = usePages(`/v1/facts?${JSON.stringify(asked)}`, async (after) => {
    const query = { ...asked, ...(after === undefined ? {} : { after }) };
    const page = await bodyOf(api.GET('/v1/facts', { params: { query } }));
    return { rows: page.facts, next: page.nextCursor };
  });
  const { rows, error, reload } = pages;
  return (
    <div class="stack">
      <PageTitle title={say('facts')} />
      <PartTabs here="/fakta" />
      <p class="soft">{say('factLead')}</p>
      <div class="row">
        <SearchBox label={say('searchFact')} />
        <Chips
          label={say('due')}
          chosen={only ? [only] : []}
          onChoose={(key) => setQuery({ hanya: key === only ? null : key })}
          options={[
            { key: 'missing', title: say('missing') },
            { key: 'due', title: say('due') },
          ]}
        />
      </div>
      {may('draft') && <FactForm />}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !rows && <Loading height="20rem" />}
      {rows?.length === 0 && <NoFacts isFiltered={q !== '' || only !== null} />}
      {rows && rows.length > 0 && (
        <>
          <ApproveAll facts={rows} />
          <ul class="klaim-list card">
            {rows.map((fact) => (
              <FactRow key={fact.id} fact={fact} />
            ))}
          </ul>
          <MoreButton pages={pages} />
        </>
      )}
    </div>
  );
}

function NoFacts({ isFiltered }: { isFiltered: boolean }) {
  const say = useTexts(claimTexts);
  const act = useAct();
  if (isFiltered)
    return (
      <Empty icon="klaim" title={say('empty')}>
        <p>{say('emptyWhy')}</p>
      </Empty>
    );
  const add = (): void =>
    void act.run(async () => {
      const { facts } = await bodyOf(api.POST('/v1/facts/starter'));
      factsChanged();
      tell(say('starterDone', { n: facts.length }));
    });
  return (
    <Empty icon="klaim" title={say('factEmpty')}>
      <p>{say('factEmptyWhy')}</p>
      <Refusal error={act.error} title={say('notDone')} />
      {may('draft') && (
        <Button looks="main" isBusy={act.isBusy} onClick={add}>
          {say('starter')}
        </Button>
      )}
    </Empty>
  );
}

/** Those of others that wait, in one go. */
function ApproveAll({ facts }: { facts: readonly Fact[] }) {
  const say = useTexts(claimTexts);
  const act = useAct();
  const waiting = facts.filter(
    ({ state, author }) => (state === 'draft' || state === 'stale') && !isMe(author),
  );
  if (waiting.length < 2 || !may('approve')) return null;
  const approve = (): void =>
    void act.run(async () => {
      const body = { facts: waiting.map(({ id, version }) => ({ id, version })) };
      await api.POST('/v1/facts/approve', { body });
      factsChanged();
      tell(say('factApproved'));
    });
  return (
    <div class="stack">
      <Refusal error={act.error} title={say('notApproved')} />
      <div>
        <Button icon="check" isBusy={act.isBusy} onClick={approve}>
          {say('approveAll')} <span class="number">({waiting.length})</span>
        </Button>
      </div>
    </div>
  );
}
