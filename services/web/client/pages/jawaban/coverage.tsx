import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { CampaignDetail } from './answer-data.ts';
import { publicationTexts } from './publication-texts.ts';

/** Chosen: as many as one looks through; the number beside the title is of all. */
const mostUnits = 100;

/** How far an answer got: N of M units by tier, groups, and messages to partners. */
export function Coverage({ campaignId }: { campaignId: string }) {
  const say = useTexts(publicationTexts);
  const path = { campaign: campaignId };
  const { data, error, reload } = useApi(`/v1/campaigns/${campaignId}`, () =>
    bodyOf(api.GET('/v1/campaigns/{campaign}', { params: { path } })),
  );
  if (error) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading />;
  const { campaign, coverage, deliveries } = data;
  const open = coverage.units.filter(({ state }) => state !== 'done');
  return (
    <div class="stack">
      <p class="row small">
        <span class={`badge ${campaign.state === 'running' ? 'good' : 'outline'}`}>
          {say(campaign.state)}
        </span>
        <span class="soft">
          {say('dueAt')} <Moment at={campaign.dueAt} />
        </span>
        <a href={`/jawaban/paket/${campaign.id}`}>{say('packageTitle')}</a>
      </p>
      <Tiers coverage={coverage} />
      {deliveries.length > 0 && (
        <p class="small">
          {say('deliveries')}{' '}
          {deliveries
            .map(({ channel, state, count }) => `${say(`by_${channel}`)}: ${count} ${say(`is_${state}`)}`)
            .join(' · ')}
        </p>
      )}
      {open.length > 0 && (
        <details class="fold">
          <summary>
            <h2>
              {say('units')} <span class="soft number">{open.length}</span>
            </h2>
          </summary>
          <Table
            caption={say('units')}
            hideCaption
            rows={open.slice(0, mostUnits)}
            columns={[
              { title: say('unitName'), cell: ({ name }) => name },
              { title: say('state'), cell: ({ state }) => say(state) },
              { title: say('groups'), isNumber: true, cell: ({ ticked, groups }) => `${ticked}/${groups}` },
              { title: say('lastAt'), cell: ({ lastAt }) => (lastAt ? <Moment at={lastAt} /> : '–') },
            ]}
          />
        </details>
      )}
      {campaign.state === 'running' && may('draft') && <CampaignActs {...{ campaign }} open={open.length} />}
    </div>
  );
}

function Tiers({ coverage }: { coverage: CampaignDetail['coverage'] }) {
  const say = useTexts(publicationTexts);
  return (
    <div class="stack">
      {coverage.tiers.map(({ tier, units, done, partly, open, noGroup }) => (
        <div key={tier}>
          <div class="row spread">
            <strong>{say(`tier_${tier}`)}</strong>
            <span class="number">{say('coverageTier', { done, units })}</span>
          </div>
          <div
            class="jawaban-bar"
            role="img"
            aria-label={say('coverageParts', { tier: say(`tier_${tier}`), done, partly, open, noGroup })}
          >
            <span class="done" style={{ width: `${units === 0 ? 0 : (100 * done) / units}%` }} />
            <span class="partly" style={{ width: `${units === 0 ? 0 : (100 * partly) / units}%` }} />
          </div>
        </div>
      ))}
      <p class="small soft">{say('groupsAll', coverage.groups)}</p>
    </div>
  );
}

function CampaignActs({ campaign, open }: { campaign: CampaignDetail['campaign']; open: number }) {
  const say = useTexts(publicationTexts);
  const act = useAct();
  const path = { campaign: campaign.id };
  const remind = (): void =>
    void act.run(async () => {
      const { units } = await bodyOf(api.POST('/v1/campaigns/{campaign}/remind', { params: { path } }));
      tell(say('reminded', { n: units }));
    });
  const end = (): void =>
    void act.run(async () => {
      const body = { version: campaign.version };
      await api.POST('/v1/campaigns/{campaign}/end', { params: { path }, body });
      invalidate('/v1/campaign');
      tell(say('ended'));
    });
  return (
    <>
      <Refusal error={act.error} title={say('notDone')} />
      <div class="row">
        <Button icon="peringatan" isBusy={act.isBusy} disabled={open === 0} onClick={remind}>
          {say('remind')}
        </Button>
        <Button looks="quiet" isBusy={act.isBusy} onClick={end}>
          {say('end')}
        </Button>
      </div>
    </>
  );
}
