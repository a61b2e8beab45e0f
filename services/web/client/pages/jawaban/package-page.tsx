import '../../styles/writing.css';
import './jawaban.css';
import { api, bodyOf } from '../../api/client.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Outside, safeLink, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { useAct } from '../../components/use-act.ts';
import { Who } from '../../components/who.tsx';
import type { PageProps } from '../../shell/page-props.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { Package } from './answer-data.ts';
import { publicationTexts } from './publication-texts.ts';

/** What a unit passes on by hand: copied into each group, and ticked off. */
export function Page({ params }: PageProps) {
  const say = useTexts(publicationTexts);
  const { data, error, reload } = useApi('/v1/campaign-packages', () =>
    bodyOf(api.GET('/v1/campaign-packages')),
  );
  const found = data?.packages.find(({ campaign }) => campaign === params['campaign']);
  return (
    <div class="stack">
      <a class="small" href="/jawaban">
        {say('all')}
      </a>
      <PageTitle title={say('packageTitle')} />
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !data && <Loading height="40vh" />}
      {found && <OnePackage one={found} />}
      {data && !found && (
        <Empty icon="jawaban" title={say('packageNone')}>
          <p>{say('packageNoneWhy')}</p>
        </Empty>
      )}
    </div>
  );
}

function OnePackage({ one }: { one: Package }) {
  const say = useTexts(publicationTexts);
  return (
    <>
      <p class="soft">
        {say('packageLead')} {say('packageFrom', { unit: unitName(one.from) })} <Moment at={one.dueAt} />.
      </p>
      {one.note && (
        <p class="notice">
          <Outside text={one.note} />
        </p>
      )}
      {one.stale ? (
        <p class="notice problem" role="alert">
          {say('packageStale')}
        </p>
      ) : (
        <section class="card stack">
          <div class="jawaban-package" dir="auto">
            {tamed(one.copy)}
          </div>
          <div class="row">
            <CopyButton text={one.copy} label={say('copyText')} looks="main" />
            <CopyButton text={one.package.link} label={say('copyLink')} />
            {one.package.card && (
              <ButtonLink href={safeLink(one.package.card) ?? '#'} icon="download" download="kartu.png">
                {say('card')}
              </ButtonLink>
            )}
          </div>
        </section>
      )}
      <Groups one={one} />
    </>
  );
}

function Groups({ one }: { one: Package }) {
  const say = useTexts(publicationTexts);
  if (one.groups.length === 0)
    return (
      <Empty icon="mitra" title={say('noGroups')}>
        <p>{say('noGroupsWhy')}</p>
        <ButtonLink href="/mitra?bagian=groups">{say('toPartners')}</ButtonLink>
      </Empty>
    );
  return (
    <section class="card stack">
      <h2>{say('yourGroups')}</h2>
      <ul class="line-list plain-list">
        {one.groups.map((group) => (
          <GroupRow key={group.id} campaign={one.campaign} group={group} isStale={one.stale} />
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  campaign: string;
  group: Package['groups'][number];
  isStale: boolean;
}

function GroupRow({ campaign, group: { id, name, members, tick }, isStale }: GroupProps) {
  const say = useTexts(publicationTexts);
  const act = useAct();
  const path = { campaign };
  const changed = (): void => invalidate('/v1/campaign');
  const send = (): void =>
    void act.run(async () => {
      await api.POST('/v1/campaign-packages/{campaign}/sent', { params: { path }, body: { group: id } });
      changed();
    });
  const takeBack = (): void =>
    void act.run(async () => {
      const params = { path: { campaign, group: id } };
      await api.DELETE('/v1/campaign-packages/{campaign}/sent/{group}', { params });
      changed();
    });
  return (
    <li class="jawaban-group">
      <span>
        <strong>
          <Outside text={name} />
        </strong>
        <span class="small soft" style={{ display: 'block' }}>
          {members !== null && say('members', { n: members })}
          {members !== null && tick && ' · '}
          {tick && (
            <>
              {say('sentBy')} <Moment at={tick.sentAt} /> · <Who id={tick.by} />
            </>
          )}
        </span>
      </span>
      {tick ? (
        <span class="row">
          <span class="badge good">✓ {say('done')}</span>
          <Button looks={['quiet', 'little']} isBusy={act.isBusy} onClick={takeBack}>
            {say('untick')}
          </Button>
        </span>
      ) : (
        <Button
          icon="check"
          isBusy={act.isBusy}
          disabled={isStale}
          aria-label={say('tickOf', { group: tamed(name) })}
          onClick={send}
        >
          {say('tick')}
        </Button>
      )}
      <Refusal error={act.error} title={say('notDone')} />
    </li>
  );
}
