import { LevelBadge, WordOf } from '../../components/badges.tsx';
import { Icon } from '../../components/icon.tsx';
import { tamed } from '../../components/outside.tsx';
import { Spark } from '../../components/spark.tsx';
import { Ago } from '../../components/times.tsx';
import { ToneBar } from '../../components/tone-bar.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { ClockNote } from './clock-note.tsx';
import type { Glance, Issue } from './feed.ts';
import { issueListTexts } from './texts.ts';

/** More are named on the issue's own page. */
const mostPlaces = 2;
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/^Kabupaten /, 'Kab. '],
  [/^Kota Administrasi /, ''],
  [/^Daerah Khusus Ibukota /, 'DKI '],
  [/^Daerah Istimewa /, 'DI '],
];
/** As it is said where there is little room. */
const shortly = (place: string): string =>
  shortNames.reduce((name, [long, short]) => name.replace(long, short), place);

export const sparkMs = 3 * 3_600_000;

/** The engine's sentence begins with title and place, which stand above it already. */
export function whyOf({ priority: { reason } }: { priority: Pick<Issue['priority'], 'reason'> }): string {
  const quoted = reason.startsWith('"') ? reason.indexOf('): ') : -1;
  const rest = quoted > 0 ? reason.slice(quoted + 3) : reason;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The owner and the places it speaks of, each once. */
export const placesOf = ({ unit, areas }: Pick<Issue, 'unit' | 'areas'>): string[] => [
  ...new Set([unit, ...areas].map((code) => (code === 'RI' ? 'Indonesia' : unitName(code)))),
];

interface Props {
  issue: Issue;
  glance: Glance | undefined;
  isChosen: boolean;
  onChoose(): void;
}

/** One issue of the queue: what, why, until when, what next. */
export function IssueRow({ issue, glance, isChosen, onChoose }: Props) {
  const say = useTexts(issueListTexts);
  const { unique, items } = issue.counts;
  const places = placesOf(issue);
  const shown =
    places.slice(0, mostPlaces).map(shortly).join(', ') +
    (places.length > mostPlaces ? ` +${places.length - mostPlaces}` : '');
  return (
    <article class={`issue-row ${issue.risk.level} ${isChosen ? 'chosen' : ''}`} onFocusCapture={onChoose}>
      <div class="issue-row-main">
        <div class="row">
          <LevelBadge level={issue.risk.level} />
          <span class="badge outline">
            <WordOf value={issue.state} />
          </span>
          <span class="small soft issue-row-place">
            <Icon name="place" /> {shown}
          </span>
          <span class="small soft issue-row-place">
            <Icon name="person" /> {glance?.ownerName ?? say('nobody')}
          </span>
          <span class="small soft number issue-row-number">{issue.number}</span>
        </div>
        <h2>
          <a href={`/isu/${issue.number}`} dir="auto">
            {tamed(issue.title)}
          </a>
        </h2>
        <p class="issue-row-why" dir="auto">
          {tamed(whyOf(issue))}
        </p>
        {/* The title leads there, too: for the keyboard one way is enough. */}
        <a class="issue-row-next" href={`/isu/${issue.number}`} tabIndex={-1}>
          <Icon name="next" />
          <span>
            <span class="visually-hidden">{say('next')}: </span>
            {issue.priority.nextStep}
          </span>
        </a>
      </div>
      <div class="issue-row-side">
        {glance ? <ClockNote clock={glance.clock} /> : <p class="clock-note"> </p>}
        <div class="issue-row-spark">
          {glance && <Spark values={glance.spark} bucketMs={sparkMs} />}
          <span class="small soft">
            {say('recent')} <Ago at={issue.lastAt} />
          </span>
        </div>
        <ToneBar counts={issue.counts} />
        <p class="small soft number">{say('volume', { unique, items })}</p>
      </div>
    </article>
  );
}
