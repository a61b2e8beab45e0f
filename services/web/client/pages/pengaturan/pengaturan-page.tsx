import { may, sessionNow, sessionStore } from '../../api/session.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { AuditTab } from './audit-tab.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { KeysTab } from './keys-tab.tsx';
import { OwnTab } from './own-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { PrivacyTab } from './privacy-tab.tsx';
import { RecipientsTab } from './recipients-tab.tsx';
import { settingsTexts } from './texts.ts';
import { UnitsTab } from './units-tab.tsx';
import './pengaturan.css';

const parts = {
  me: OwnTab,
  people: PeopleTab,
  recipients: RecipientsTab,
  units: UnitsTab,
  keys: KeysTab,
  calendar: CalendarTab,
  privacy: PrivacyTab,
  audit: AuditTab,
};
type Tab = keyof typeof parts;
const titles = {
  me: 'tabMe',
  people: 'tabPeople',
  recipients: 'tabRecipients',
  units: 'tabUnits',
  keys: 'tabKeys',
  calendar: 'tabCalendar',
  privacy: 'tabPrivacy',
  audit: 'tabAudit',
} as const;
const needs: Partial<Record<Tab, 'manage' | 'audit'>> = {
  people: 'manage',
  recipients: 'manage',
  keys: 'manage',
  audit: 'audit',
};

/** What people set for themselves, and what an administrator sets for a unit. */
export function Page() {
  const say = useTexts(settingsTexts);
  useStore(unitsStore);
  useStore(sessionStore);
  const { query } = usePlace();
  const tabs = (Object.keys(parts) as Tab[]).filter((tab) => {
    const need = needs[tab];
    return !need || may(need);
  });
  const chosen = tabs.find((tab) => tab === query.get('tab')) ?? 'me';
  const Part = parts[chosen];
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <Tabs
        label={say('title')}
        tabs={tabs.map((key) => ({ key, title: say(titles[key]) }))}
        chosen={chosen}
        onChoose={(tab) => setQuery({ tab: tab === 'me' ? null : tab })}
      >
        <Part key={sessionNow()?.unit} />
      </Tabs>
      {!may('manage') && <p class="small soft">{say('onlyManage')}</p>}
    </div>
  );
}
