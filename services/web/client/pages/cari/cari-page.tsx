import { useEffect, useState } from 'preact/hooks';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { ItemCard } from '../../components/item-card.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { DayBrush } from './day-brush.tsx';
import { ExportButton } from './export-button.tsx';
import { clearFilters, Facets } from './facets.tsx';
import { isFiltered, type Search, searchOf } from './search-query.ts';
import { searchTexts } from './texts.ts';
import { useSearch } from './use-search.ts';
import './cari.css';

/** Everything collected, by words, days and labels. */
export function Page() {
  const say = useTexts(searchTexts);
  const { query } = usePlace();
  useStore(unitsStore);
  const search = searchOf(query);
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <SearchField asked={search.q} />
      <DayBrush search={search} />
      <Results search={search} />
    </div>
  );
}

function SearchField({ asked }: { asked: string }) {
  const say = useTexts(searchTexts);
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browsers of small units do not know <search>
    <form
      class="search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        setQuery({ q: text.trim() });
      }}
    >
      <Field label={say('query')} help={say('queryHelp')}>
        <input
          type="search"
          value={text}
          maxLength={500}
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" looks="main" icon="cari">
        {say('go')}
      </Button>
    </form>
  );
}

function Results({ search }: { search: Search }) {
  const say = useTexts(searchTexts);
  const { data, error, hits, reload, loadMore } = useSearch(search);
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="60vh" />;
  return (
    <div class="search-columns">
      <Facets search={search} counts={data.facets} />
      <section class="stack" aria-label={say('results')}>
        <div class="row spread">
          <strong role="status">
            {say(data.totalIsExact ? 'found' : 'foundAtLeast', { n: data.total })}
          </strong>
          <div class="row">
            {search.q !== '' && <Order sort={search.sort} />}
            {may('triage') && data.total > 0 && <ExportButton search={search} />}
          </div>
        </div>
        {hits.length === 0 ? (
          <Empty icon="cari" title={say('none')}>
            <p>{say('noneDo')}</p>
            {isFiltered(search) && <Button onClick={clearFilters}>{say('clear')}</Button>}
          </Empty>
        ) : (
          <div class="card search-results">
            <VirtualList
              label={say('results')}
              rows={hits}
              keyOf={({ item }) => item.id}
              estimate={130}
              onEnd={loadMore}
              draw={({ item, highlight }) => (
                <ItemCard item={item} highlight={highlight}>
                  <div class="row small soft">
                    {item.duplicateOf && <span>{say('copy')}</span>}
                    {item.issueId && <a href={`/isu/${item.issueId}`}>{say('toIssue')}</a>}
                  </div>
                </ItemCard>
              )}
            />
          </div>
        )}
      </section>
    </div>
  );
}

function Order({ sort }: { sort: Search['sort'] }) {
  const say = useTexts(searchTexts);
  return (
    <label class="small row">
      <span class="soft">{say('sort')}</span>
      <select
        class="small-select"
        value={sort}
        onChange={(event) => setQuery({ sort: event.currentTarget.value === 'time' ? 'time' : null })}
      >
        <option value="relevance">{say('byRelevance')}</option>
        <option value="time">{say('byTime')}</option>
      </select>
    </label>
  );
}
