import { PageTitle } from '../../components/page-title.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Board } from './board.tsx';
import { Runs } from './runs.tsx';
import { reportTexts } from './texts.ts';
import { TieredList } from './tiered-list.tsx';
import './laporan.css';

const parts = { maps: Runs, tiered: TieredList, board: Board };
const titles = { maps: 'tabMaps', tiered: 'tabTiered', board: 'tabBoard' } as const;
type Tab = keyof typeof parts;

/** Opinion maps as files, reports that go up the tiers, and who is late. */
export function Page() {
  const say = useTexts(reportTexts);
  useStore(unitsStore);
  const { query } = usePlace();
  const tabs = Object.keys(parts) as Tab[];
  const chosen = tabs.find((tab) => tab === query.get('tab')) ?? 'maps';
  const Part = parts[chosen];
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <Tabs
        label={say('title')}
        tabs={tabs.map((key) => ({ key, title: say(titles[key]) }))}
        chosen={chosen}
        onChoose={(tab) => setQuery({ tab: tab === 'maps' ? null : tab })}
      >
        <Part />
      </Tabs>
    </div>
  );
}
