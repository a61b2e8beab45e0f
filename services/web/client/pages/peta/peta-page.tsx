import type { OpinionMap } from '../../../../../shared/domain/opinion-map.ts';
import { sessionNow } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { besides, dayOf, kindOf, lastDays } from '../../components/periods.ts';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { setQuery, usePlace, withQuery } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitName, unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Figures } from './figures.tsx';
import { useOpinionMap } from './opinion-map.ts';
import { PeriodChoice } from './period-choice.tsx';
import { Section } from './section.tsx';
import { mapTexts } from './texts.ts';
import './peta.css';

/** On paper nothing can be opened. */
function printAll(): void {
  for (const section of document.querySelectorAll('details')) section.open = true;
  print();
}

/** How the country or a province is spoken of in a period, with every number beside its picture. */
export function Page() {
  const say = useTexts(mapTexts);
  const { query } = usePlace();
  useStore(unitsStore);
  const own = sessionNow()?.unit ?? 'RI';
  const unit = query.get('unit') ?? own;
  const asked = query.get('span') ?? '';
  const span = kindOf(asked) ? asked : lastDays(dayOf(Date.now()));
  const isCompared = query.get('compare') === 'true';
  const { data, error, reload } = useOpinionMap(unit, span);
  const before = useOpinionMap(unit, isCompared ? besides(span, -1) : null);
  return (
    <div class="stack map-page">
      <div class="row spread">
        <PageTitle title={say('title')} />
        <Button class="no-print" icon="laporan" onClick={printAll}>
          {say('print')}
        </Button>
      </div>
      <p class="row">
        <strong>{unit === 'RI' ? say('all') : unitName(unit)}</strong>
        {unit !== own && <a href={withQuery({ unit: null })}>{own === 'RI' ? say('all') : unitName(own)}</a>}
        {data && <span class="soft">{data.span.label}</span>}
      </p>
      <PeriodChoice span={span} />
      <label class="row no-print">
        <input
          type="checkbox"
          checked={isCompared}
          onChange={(event) => setQuery({ compare: event.currentTarget.checked ? 'true' : null })}
        />
        {say('compare')}
      </label>
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !data ? <Loading height="60vh" /> : null}
      {data && <Shown map={data} before={before.data} />}
    </div>
  );
}

/** The picture that the page is named for comes first; the rest as in the report. */
const inOrder = (sections: OpinionMap['sections']): OpinionMap['sections'] => [
  ...sections.filter(({ id }) => id === 'region'),
  ...sections.filter(({ id }) => id !== 'region'),
];

function Shown({ map, before }: { map: OpinionMap; before: OpinionMap | undefined }) {
  const say = useTexts(mapTexts);
  if (map.figures.find(({ key }) => key === 'items')?.value === 0)
    return (
      <Empty icon="peta" title={say('empty')}>
        <p>{say('emptyDo')}</p>
      </Empty>
    );
  return (
    <>
      <ul class="map-summary" lang="id">
        {map.summary.map((sentence) => (
          <li>
            <Outside text={sentence} />
          </li>
        ))}
      </ul>
      <Figures map={map} before={before} />
      {inOrder(map.sections).map((section) => (
        <Section section={section} unit={map.unit} before={before} />
      ))}
    </>
  );
}
