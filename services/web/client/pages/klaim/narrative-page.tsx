import '../../styles/writing.css';
import './klaim.css';
import { useState } from 'preact/hooks';
import { may } from '../../api/session.ts';
import { LevelBadge, WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Outside, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import type { PageProps } from '../../shell/page-props.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { useNarrative } from './narrative-data.ts';
import { NarrativeDialog } from './narrative-dialog.tsx';
import { narrativeTexts } from './narrative-texts.ts';

/** One narrative and the issues that told it, newest first. */
export function Page({ params }: PageProps) {
  const say = useTexts(narrativeTexts);
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, reload } = useNarrative(params['narrative']!);
  const narrative = data?.narrative;
  return (
    <div class="stack">
      <a class="small" href="/narasi">
        {say('back')}
      </a>
      {narrative ? (
        <PageTitle title={tamed(narrative.name)}>
          <span class="outside" dir="auto">
            {tamed(narrative.name)}
          </span>
        </PageTitle>
      ) : (
        <PageTitle title={say('title')} />
      )}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !data && <Loading height="12rem" />}
      {narrative?.description && (
        <p>
          <Outside text={narrative.description} />
        </p>
      )}
      {narrative && may('triage') && (
        <div>
          <Button icon="edit" onClick={() => setIsOpen(true)}>
            {say('rename')}
          </Button>
        </div>
      )}
      {data?.issues.length === 0 && <Empty icon="isu" title={say('noIssues')} />}
      {data && data.issues.length > 0 && (
        <section class="stack" aria-labelledby="narrative-issues">
          <h2 id="narrative-issues">{say('issues')}</h2>
          <ul class="klaim-list card">
            {data.issues.map(({ id, number, title, state, risk, lastAt }) => (
              <li key={id}>
                <a class="outside" href={`/isu/${number}`} dir="auto">
                  {tamed(title)}
                </a>
                <span class="row small soft">
                  <LevelBadge level={risk.level} /> <WordOf value={state} />{' '}
                  <span class="number">{number}</span>
                  <span>
                    {say('last')} <Ago at={lastAt} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOpen && narrative && <NarrativeDialog narrative={narrative} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
