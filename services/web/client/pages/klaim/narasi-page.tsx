import '../../styles/writing.css';
import './klaim.css';
import { useState } from 'preact/hooks';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Outside, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { useNarratives } from './narrative-data.ts';
import { NarrativeDialog } from './narrative-dialog.tsx';
import { narrativeTexts } from './narrative-texts.ts';
import { PartTabs } from './part-tabs.tsx';

/** What returns over months and years, the last seen first. */
export function Page() {
  const say = useTexts(narrativeTexts);
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, reload } = useNarratives();
  const rows = data && [...data.narratives].sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
  return (
    <div class="stack">
      <PageTitle title={say('title')} />
      <PartTabs here="/narasi" />
      <p class="soft">{say('lead')}</p>
      {may('triage') && (
        <div>
          <Button icon="plus" onClick={() => setIsOpen(true)}>
            {say('add')}
          </Button>
        </div>
      )}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !rows && <Loading height="12rem" />}
      {rows?.length === 0 && (
        <Empty icon="klaim" title={say('empty')}>
          <p>{say('emptyWhy')}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <>
          <p class="small soft number">{say('total', { n: rows.length })}</p>
          <ul class="klaim-list card">
            {rows.map(({ id, name, description, issues, firstAt, lastAt }) => (
              <li key={id}>
                <a class="outside" href={`/narasi/${id}`} dir="auto">
                  {tamed(name)}
                </a>
                {description && <Outside text={description} most={300} />}
                <span class="small soft">
                  {issues === 0 ? say('noIssues') : say('told', { n: issues })}
                  {firstAt && (
                    <>
                      {' '}
                      · {say('since')} <Ago at={firstAt} />
                    </>
                  )}
                  {lastAt && (
                    <>
                      {' '}
                      · {say('last')} <Ago at={lastAt} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && <NarrativeDialog narrative={null} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
