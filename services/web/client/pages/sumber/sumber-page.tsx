import { may } from '../../api/session.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { AddSource } from './add-source.tsx';
import { Gaps } from './gaps.tsx';
import { Health } from './health.tsx';
import { ImportFile } from './import-file.tsx';
import { sourceTexts } from './texts.ts';
import './sumber.css';

const all = ['health', 'add', 'import', 'gaps'] as const;
type Tab = (typeof all)[number];
const parts = { health: Health, add: AddSource, import: ImportFile, gaps: Gaps };
const titles = { health: 'tabHealth', add: 'tabAdd', import: 'tabImport', gaps: 'tabGaps' } as const;

/** Where posts come from, whether they still come, and what nobody watches. */
export function Page() {
  const say = useTexts(sourceTexts);
  useStore(unitsStore);
  const { query } = usePlace();
  const tabs = all.filter((tab) => may('manage') || (tab !== 'add' && tab !== 'import'));
  const chosen: Tab = tabs.find((tab) => tab === query.get('tab')) ?? 'health';
  const Part = parts[chosen];
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <p class="soft source-lead">{say('lead')}</p>
      <Tabs
        label={say('title')}
        tabs={tabs.map((key) => ({ key, title: say(titles[key]) }))}
        chosen={chosen}
        onChoose={(tab) => setQuery({ tab: tab === 'health' ? null : tab })}
      >
        <Part />
      </Tabs>
      {!may('manage') && <p class="small soft">{say('onlyManage')}</p>}
    </div>
  );
}
