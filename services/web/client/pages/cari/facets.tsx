import { Button } from '../../components/button.tsx';
import { tamed } from '../../components/outside.tsx';
import { setQuery } from '../../router/router.ts';
import { unitName } from '../../stores/units.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { isWord, words } from '../../texts/words.ts';
import { type FacetName, facetNames, isFiltered, type Search } from './search-query.ts';
import { searchTexts } from './texts.ts';

type Counts = Record<string, { value: string; count: number }[]>;

/** Values of one facet that are shown. */
const mostValues = 8;

/** Takes every filter out of the address, and leaves the words. */
export const clearFilters = (): void =>
  setQuery({
    ...Object.fromEntries(facetNames.map((name) => [name, null])),
    from: null,
    to: null,
    unique: null,
    issue: null,
    story: null,
  });

/** What the result is made of, and ways to narrow it down. */
export function Facets({ search, counts }: { search: Search; counts: Counts }) {
  const say = useTexts(searchTexts);
  return (
    <aside class="no-print" aria-label={say('facets')}>
      <details class="facets" open={!matchMedia('(max-width: 50rem)').matches}>
        <summary>{say('facets')}</summary>
        <div class="facets-body">
          {(search.issue || search.story) && (
            <Button looks="little" icon="close" onClick={() => setQuery({ issue: null, story: null })}>
              {say(search.issue ? 'onlyIssue' : 'onlyStory')}
            </Button>
          )}
          <label class="row">
            <input
              type="checkbox"
              checked={search.unique}
              onChange={(event) => setQuery({ unique: event.currentTarget.checked ? 'true' : null })}
            />
            {say('unique')}
          </label>
          {facetNames.map((name) => (
            <Facet key={name} name={name} chosen={search[name]} counts={counts[name] ?? []} />
          ))}
          {isFiltered(search) && (
            <Button looks="quiet" icon="close" onClick={clearFilters}>
              {say('clear')}
            </Button>
          )}
        </div>
      </details>
    </aside>
  );
}

interface FacetProps {
  name: FacetName;
  chosen: readonly string[];
  counts: readonly { value: string; count: number }[];
}

function Facet({ name, chosen, counts }: FacetProps) {
  const say = useTexts(searchTexts);
  const sayWord = useTexts(words);
  const gone = chosen.filter((value) => !counts.some((one) => one.value === value));
  const shown = [
    ...counts.slice(0, mostValues),
    ...counts.slice(mostValues).filter(({ value }) => chosen.includes(value)),
    ...gone.map((value) => ({ value, count: 0 })),
  ];
  if (shown.length === 0) return null;
  const nameOf = (value: string): string =>
    name === 'area'
      ? value === 'RI'
        ? 'Indonesia'
        : unitName(value)
      : isWord(value)
        ? sayWord(value)
        : value;
  const toggle = (value: string): void =>
    setQuery({ [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  return (
    <fieldset class="facet">
      <legend>{say(name)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span class="outside">{tamed(nameOf(value))}</span>
          <span class="number soft">{sayNumber(count)}</span>
        </label>
      ))}
    </fieldset>
  );
}
