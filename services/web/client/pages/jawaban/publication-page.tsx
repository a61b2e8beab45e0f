import '../../styles/writing.css';
import './jawaban.css';
import { Badge } from '../../components/badges.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Outside, safeLink, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import type { PageProps } from '../../shell/page-props.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { inOrder, type Publication, useAnswer, useIssue, usePublication } from './answer-data.ts';
import { CampaignCard } from './campaign-card.tsx';
import { EffectCard } from './effect-card.tsx';
import { PublicationActs } from './publication-acts.tsx';
import { publicationTexts } from './publication-texts.ts';
import { answerTexts } from './texts.ts';

/** What was published: passed on, followed, measured, corrected or taken back. */
export function Page({ params }: PageProps) {
  const say = useTexts(publicationTexts);
  const { data, error, reload } = usePublication(params['publication']!);
  return (
    <div class="stack">
      <a class="small" href="/jawaban?daftar=publications">
        {say('all')}
      </a>
      {!data && <PageTitle title={say('page')} />}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {data ? <Published publication={data} /> : !error && <Loading height="60vh" />}
    </div>
  );
}

function Published({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const sayAnswer = useTexts(answerTexts);
  const { state, title, verdict, mayBePassedOn } = publication;
  const name = tamed(title);
  return (
    <>
      <header class="jawaban-head">
        <PageTitle title={name}>
          <span class="outside">{name}</span>
        </PageTitle>
        <div class="row small soft">
          <span class={`badge ${state === 'live' ? 'good' : 'outline'}`}>{sayAnswer(`state_${state}`)}</span>
          <span>{sayAnswer(`kind_${publication.kind}`)}</span>
          {verdict !== 'belum_diperiksa' && <Badge value={verdict} />}
          <a href={safeLink(publication.url) ?? '#'} target="_blank" rel="noopener">
            {say('openPage')}
          </a>
        </div>
      </header>
      {state === 'withdrawn' && <p class="notice problem">{say('withdrawn')}</p>}
      {state === 'live' && !mayBePassedOn && <p class="notice problem">{say('stale')}</p>}
      <div class="two-columns wide-first">
        <div class="stack">
          <CampaignCard publication={publication} />
          <EffectCard publication={publication} />
        </div>
        <aside class="stack">
          <Details publication={publication} />
          <CopyForms publication={publication} />
          <PublicationActs publication={publication} />
        </aside>
      </div>
    </>
  );
}

function Details({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const issue = useIssue(publication.issueId).data?.issue;
  return (
    <section class="card stack">
      <dl class="facts-list">
        <dt>{say('unit')}</dt>
        <dd>{unitName(publication.unit)}</dd>
        <dt>{say('publishedAt')}</dt>
        <dd>
          <Moment at={publication.publishedAt} />
        </dd>
        <dt>{say('reviewAt')}</dt>
        <dd>
          <Moment at={publication.reviewAt} />
        </dd>
        <dt>{say('approver')}</dt>
        <dd>
          <Who id={publication.approver} />
        </dd>
        {issue && (
          <>
            <dt>{say('issue')}</dt>
            <dd>
              <a href={`/isu/${issue.number}`}>{issue.number}</a>
            </dd>
          </>
        )}
      </dl>
      <a href={`/jawaban/${publication.answerId}`}>{say('draft')}</a>
      {publication.notices.length > 0 && (
        <div>
          <h3>{say('notices')}</h3>
          <ul class="plain-list">
            {publication.notices.map(({ at, kind, text }) => (
              <li class="small">
                <strong>{say(kind)}</strong>, <Moment at={at} />: <Outside text={text} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Every form as people copy it, from the answer that was approved. */
function CopyForms({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const sayAnswer = useTexts(answerTexts);
  const texts = useAnswer(publication.answerId).data?.texts ?? [];
  if (texts.length === 0 || !publication.mayBePassedOn) return null;
  return (
    <section class="card stack">
      <h2>{say('copyForms')}</h2>
      <div class="row">
        {inOrder(texts).map(({ channel, plain }) => (
          <CopyButton key={channel} text={plain} label={sayAnswer(`channel_${channel}`)} />
        ))}
      </div>
    </section>
  );
}
