import { useState } from 'preact/hooks';
import type { StakeholderKind } from '../../../../../shared/domain/stakeholder.ts';
import type { Tier } from '../../../../../shared/domain/unit.ts';
import { api, bodyOf } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { usePages } from '../../api/use-pages.ts';
import { Button } from '../../components/button.tsx';
import { Chips } from '../../components/chips.tsx';
import { Field } from '../../components/field.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { partnerKinds } from '../mitra/partner-kinds.ts';
import { partnerWords } from '../mitra/partner-texts.ts';
import type { Publication } from './answer-data.ts';
import { Coverage } from './coverage.tsx';
import { publicationTexts } from './publication-texts.ts';

/** Chosen: each asks for its own coverage, which is a screen long. */
const perPage = 10;

/** The spreading of a publication: begun here, then followed. */
export function CampaignCard({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const pages = usePages(`/v1/campaigns?${publication.id}`, async (cursor) => {
    const query = {
      publication: publication.id,
      limit: perPage,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page = await bodyOf(api.GET('/v1/campaigns', { params: { query } }));
    return { rows: page.campaigns, next: page.nextCursor };
  });
  const campaigns = pages.rows;
  return (
    <section class="card stack">
      <h2>{say('spread')}</h2>
      {pages.error ? <ProblemNotice error={pages.error} onRetry={pages.reload} /> : null}
      {campaigns?.map(({ id }) => (
        <Coverage key={id} campaignId={id} />
      ))}
      <MoreButton pages={pages} />
      {campaigns?.length === 0 && publication.mayBePassedOn && may('draft') && (
        <StartCampaign publication={publication} />
      )}
    </section>
  );
}

const tiers: readonly Tier[] = ['national', 'province', 'regency'];
/** Tiers at or below a unit. */
const tiersBelow = (unit: string): readonly Tier[] =>
  unit === 'RI' ? tiers : unit.includes('.') ? ['regency'] : ['province', 'regency'];

/** Chosen: the working day after. */
const dueAfterMs = 24 * 3_600_000;

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function StartCampaign({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const sayPartner = useTexts(partnerWords);
  const unit = sessionNow()?.unit ?? 'RI';
  const [kinds, setKinds] = useState<StakeholderKind[]>(['media']);
  const [chosenTiers, setTiers] = useState<Tier[]>([...tiersBelow(unit)]);
  const [note, setNote, clearNote] = useDraft(`campaign.${publication.id}`);
  const act = useAct();
  const isReady = kinds.length > 0 && chosenTiers.length > 0;
  const choice = {
    unit,
    kinds,
    tiers: chosenTiers,
    channels: ['email' as const, 'telegram' as const, 'whatsapp' as const],
  };
  const audience = useApi(isReady ? `/v1/campaigns/audience?${unit}${kinds}${chosenTiers}` : null, () =>
    bodyOf(api.POST('/v1/campaigns/audience', { body: choice })),
  ).data;
  const start = (): void =>
    void act.run(async () => {
      const dueAt = new Date(Date.now() + dueAfterMs).toISOString();
      const body = { ...choice, publication: publication.id, dueAt, note };
      await api.POST('/v1/campaigns', { body });
      clearNote();
      invalidate('/v1/campaign');
      tell(say('started'));
    });
  return (
    <div class="stack">
      <p class="soft">{say('spreadWhy')}</p>
      <div>
        <h3>{say('kinds')}</h3>
        <Chips
          label={say('kinds')}
          chosen={kinds}
          onChoose={(kind) => setKinds(toggled(kinds, kind))}
          options={partnerKinds.map((kind) => ({
            key: kind,
            title: sayPartner(`kind_${kind}`),
          }))}
        />
      </div>
      <div>
        <h3>{say('tiers')}</h3>
        <Chips
          label={say('tiers')}
          chosen={chosenTiers}
          onChoose={(tier) => setTiers(toggled(chosenTiers, tier))}
          options={tiersBelow(unit).map((tier) => ({ key: tier, title: say(`tier_${tier}`) }))}
        />
      </div>
      <Field label={say('note')} rule="civil">
        <textarea
          rows={2}
          maxLength={1_000}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </Field>
      <div aria-live="polite" class="small">
        {audience && (
          <>
            <p>
              {say('audience', {
                persons: audience.persons,
                units: audience.units,
                groups: audience.groups,
              })}
            </p>
            <p class="soft">{say('left', audience.left)}</p>
          </>
        )}
      </div>
      <Refusal error={act.error} title={say('notStarted')} />
      <div>
        <Button looks="main" icon="jawaban" isBusy={act.isBusy} disabled={!isReady} onClick={start}>
          {say('startSpread')}
        </Button>
      </div>
    </div>
  );
}
