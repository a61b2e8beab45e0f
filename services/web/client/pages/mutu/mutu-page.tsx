import { may } from '../../api/session.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Labelling } from './labelling.tsx';
import { Report } from './report.tsx';
import { labelTexts, qualityTexts } from './texts.ts';
import './mutu.css';

const parts = { report: Report, label: Labelling };
const titles = { report: 'tabReport', label: 'tabLabel' } as const;
type Tab = keyof typeof parts;

/** How good the machine's labels are, and where a person's label teaches most. */
export function Page() {
  const say = useTexts(qualityTexts);
  const sayLabel = useTexts(labelTexts);
  const { query } = usePlace();
  const tabs = (Object.keys(parts) as Tab[]).filter((tab) => tab !== 'label' || may('triage'));
  const chosen = tabs.find((tab) => tab === query.get('tab')) ?? 'report';
  const Part = parts[chosen];
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <p class="soft quality-lead">{say('lead')}</p>
      <Tabs
        label={say('title')}
        tabs={tabs.map((key) => ({ key, title: say(titles[key]) }))}
        chosen={chosen}
        onChoose={(tab) => setQuery({ tab: tab === 'report' ? null : tab })}
      >
        <Part />
      </Tabs>
      {!may('triage') && <p class="small soft">{sayLabel('onlyTriage')}</p>}
    </div>
  );
}
