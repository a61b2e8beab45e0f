import '../../styles/writing.css';
import './klaim.css';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { Badge } from '../../components/badges.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { Chips } from '../../components/chips.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Outside } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { listIn, setQuery, usePlace } from '../../router/router.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { CheckBox } from './check-box.tsx';
import { type Claim, looksOfState, type Verdict, verdicts } from './claim-data.ts';
import { PartTabs } from './part-tabs.tsx';
import { SearchBox } from './search-box.tsx';
import { claimTexts } from './texts.ts';

/** What circulates and what people found out about it. */
export function Page() {
  const say = useTexts(claimTexts);
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <PartTabs here="/klaim" />
      <CheckBox />
      <ClaimList />
    </div>
  );
}

const statuses = [...verdicts, 'belum_diperiksa'] as const;

function ClaimList() {
  const say = useTexts(claimTexts);
  const word = useTexts(words);
  const { query } = usePlace();
  const chosen = listIn(query, 'vonis') as Verdict[];
  const q = query.get('q') ?? '';
  const isDue = query.get('tinjau') === 'due';
  const asked = {
    limit: 100,
    ...(q ? { q } : {}),
    ...(chosen.length > 0 ? { verdict: chosen.join(',') as unknown as Verdict[] } : {}),
    ...(isDue ? { review: 'due' as const } : {}),
  };
  const pages = usePages(`/v1/claims?${JSON.stringify(asked)}`, async (cursor) => {
    const query = { ...asked, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/v1/claims', { params: { query } }));
    return { rows: page.claims, next: page.nextCursor, total: page.total };
  });
  const { rows, total, error, reload } = pages;
  const isAsked = q !== '' || isDue || chosen.length > 0;
  const toggle = (verdict: Verdict): void =>
    setQuery({
      vonis: chosen.includes(verdict) ? chosen.filter((one) => one !== verdict) : [...chosen, verdict],
    });
  return (
    <section class="stack">
      <div class="row spread">
        <SearchBox label={say('search')} />
        {may('draft') && (
          <ButtonLink href="/klaim/baru" icon="plus">
            {say('newClaim')}
          </ButtonLink>
        )}
      </div>
      <div class="row">
        <Chips
          label={say('verdict')}
          chosen={chosen}
          onChoose={toggle}
          options={statuses.map((key) => ({ key, title: word(key) }))}
        />
        <Chips
          label={say('due')}
          chosen={isDue ? ['due'] : []}
          onChoose={() => setQuery({ tinjau: isDue ? null : 'due' })}
          options={[{ key: 'due', title: say('due') }]}
        />
      </div>
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !rows && <Loading height="20rem" />}
      {rows?.length === 0 && (
        <Empty icon="klaim" title={say(isAsked ? 'empty' : 'noneYet')}>
          <p>{say(isAsked ? 'emptyWhy' : 'noneYetWhy')}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <>
          <p class="small soft number" aria-live="polite">
            {say('total', { n: total ?? rows.length })}
          </p>
          <ul class="klaim-list card">
            {rows.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} />
            ))}
          </ul>
          <MoreButton pages={pages} />
        </>
      )}
    </section>
  );
}

function ClaimRow({ claim }: { claim: Claim }) {
  const say = useTexts(claimTexts);
  return (
    <li>
      <a href={`/klaim/${claim.id}`}>
        <Outside text={claim.text} most={220} />
      </a>
      <span class="row small soft">
        <Badge value={claim.verdict} />
        {claim.state !== 'unchecked' && (
          <span class={`badge ${looksOfState(claim.state)}`}>{say(`state_${claim.state}`)}</span>
        )}
        {claim.reviewAt && (
          <span>
            {say('reviewAt')} <Moment at={claim.reviewAt} />
          </span>
        )}
        <span>{unitName(claim.unit)}</span>
      </span>
    </li>
  );
}
