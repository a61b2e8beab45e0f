import '../../styles/writing.css';
import './mitra.css';
import { Chips } from '../../components/chips.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Agreements } from './agreements.tsx';
import { Duplicates } from './duplicates.tsx';
import { Engagements } from './engagements.tsx';
import { Groups } from './groups.tsx';
import { Organisations } from './organisations.tsx';
import { partnersTexts } from './texts.ts';

const parts = {
  organisations: Organisations,
  agreements: Agreements,
  engagements: Engagements,
  groups: Groups,
  duplicates: Duplicates,
} as const;
type Part = keyof typeof parts;

/** Whom units work with, and how they are reached. */
export function Page() {
  const say = useTexts(partnersTexts);
  const asked = usePlace().query.get('bagian') ?? '';
  const part: Part = Object.hasOwn(parts, asked) ? (asked as Part) : 'organisations';
  const Shown = parts[part];
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <p class="soft">{say('lead')}</p>
      <Chips
        label={say('parts')}
        chosen={[part]}
        onChoose={(key) => setQuery({ bagian: key === 'organisations' ? null : key })}
        options={(Object.keys(parts) as Part[]).map((key) => ({ key, title: say(key) }))}
      />
      <Shown />
    </div>
  );
}
