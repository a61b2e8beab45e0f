import type { ComponentChildren } from 'preact';
import { topics } from '../../../../../shared/domain/label-values.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { listIn, setQuery, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Word, words } from '../../texts/words.ts';
import type { FeedQuery } from './feed.ts';
import { SavedViews } from './saved-views.tsx';
import { issueListTexts } from './texts.ts';

const levels = ['kritis', 'tinggi', 'sedang', 'rendah'] as const;
const states = [
  'new',
  'triaged',
  'verifying',
  'drafting',
  'approval',
  'published',
  'monitored',
  'closed',
  'dismissed',
] as const;
const tones = ['negative', 'neutral', 'positive'] as const;

/** What the address asks for. */
export function queryOf(query: URLSearchParams): FeedQuery {
  const known = <T extends string>(name: string, all: readonly T[]): T[] =>
    all.filter((one) => listIn(query, name).includes(one));
  return {
    level: known('level', levels),
    topic: known('topic', topics),
    state: known('state', states),
    tone: query.get('tone') ?? '',
    text: query.get('text') ?? '',
    unit: listIn(query, 'unit'),
    sort: query.get('sort') === 'newest' ? 'newest' : 'priority',
  };
}

export const isFiltered = ({ level, topic, state, tone, text, unit }: FeedQuery): boolean =>
  level.length + topic.length + state.length + unit.length > 0 || tone !== '' || text !== '';

export const clearFilters = (): void =>
  setQuery({ level: null, topic: null, state: null, tone: null, text: null, unit: null, sort: null });

interface SelectProps {
  label: string;
  name: string;
  value: string;
  options: readonly { value: string; title: string }[];
}

const Select = ({ label, name, value, options }: SelectProps) => (
  <label class="filter-select">
    <span class="small soft">{label}</span>
    <select class="input" value={value} onChange={(event) => setQuery({ [name]: event.currentTarget.value })}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  </label>
);

interface FiltersProps {
  counts: FeedQuery;
  more: ComponentChildren;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** Filters of the queue; all of them are in the address, so that a view can be sent to a colleague. */
export function Filters({ counts, more, isOpen, onOpen }: FiltersProps) {
  const say = useTexts(issueListTexts);
  const sayWord = useTexts(words);
  usePlace();
  const options = (all: readonly Word[], first: string) => [
    { value: '', title: first },
    ...all.map((value) => ({ value, title: sayWord(value) })),
  ];
  const toggle = (level: string): void => {
    const { level: chosen } = counts;
    const next = levels.filter((one) => (one === level) !== chosen.includes(one));
    setQuery({ level: next });
  };
  return (
    <section class="filters no-print" aria-label={say('filters')}>
      <div class="row spread">
        <fieldset class="row">
          <legend class="visually-hidden">{say('level')}</legend>
          {levels.map((level) => (
            <button
              type="button"
              class="chip"
              aria-pressed={counts.level.includes(level)}
              onClick={() => toggle(level)}
            >
              <Icon name={level} />
              {sayWord(level)}
            </button>
          ))}
        </fieldset>
        <div class="row">
          {more}
          <SavedViews />
          <Button
            looks={['quiet', 'little']}
            icon="pengaturan"
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {say('filters')}
          </Button>
        </div>
      </div>
      {isOpen && (
        <div class="filter-grid">
          <label class="filter-select">
            <span class="small soft">{say('search')}</span>
            <input
              class="input"
              type="search"
              id="issue-search"
              value={counts.text}
              onInput={(event) => setQuery({ text: event.currentTarget.value })}
            />
          </label>
          <Select
            label={say('topic')}
            name="topic"
            value={counts.topic[0] ?? ''}
            options={options(topics, say('any'))}
          />
          <Select
            label={say('state')}
            name="state"
            value={counts.state[0] ?? ''}
            options={options(states, say('open'))}
          />
          <Select label={say('tone')} name="tone" value={counts.tone} options={options(tones, say('any'))} />
          <Select
            label={say('sort')}
            name="sort"
            value={counts.sort === 'newest' ? 'newest' : ''}
            options={[
              { value: '', title: say('byPriority') },
              { value: 'newest', title: say('byNewest') },
            ]}
          />
          <div class="filter-end">
            <Button looks="quiet" icon="close" onClick={clearFilters}>
              {say('clear')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
