import '../../styles/writing.css';
import './jawaban.css';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { usePages } from '../../api/use-pages.ts';
import { Chips } from '../../components/chips.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { DraftList, TodoList } from './answer-lists.tsx';
import { PublicationList } from './publication-list.tsx';
import { answerTexts } from './texts.ts';

const views = ['todo', 'drafts', 'publications'] as const;
/** What nobody works on any more need not be read to say what waits. */
const openDraft = ['draft', 'submitted', 'approved'] as const;
const everyDraft = [...openDraft, 'discarded'] as const;
type View = (typeof views)[number];

/** What is to be drafted, approved, published, passed on and corrected. */
export function Page() {
  const say = useTexts(answerTexts);
  const { query } = usePlace();
  const view = (query.get('daftar') ?? 'todo') as View;
  const states = view === 'drafts' ? everyDraft : openDraft;
  const answers = usePages(`/v1/answers?state=${states}`, async (cursor) => {
    const query = { state: [...states], limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/v1/answers', { params: { query } }));
    return { rows: page.answers, next: page.nextCursor };
  });
  const publications = usePages('/v1/publications?', async (cursor) => {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/v1/publications', { params: { query } }));
    return { rows: page.publications, next: page.nextCursor };
  });
  const packages = useApi('/v1/campaign-packages', () => bodyOf(api.GET('/v1/campaign-packages')));
  const error = answers.error ?? publications.error;
  const retry = (): void => {
    answers.reload();
    publications.reload();
  };
  return (
    <div class="stack">
      <header class="jawaban-head">
        <PageTitle title={say('title')} />
        <p class="soft">{say('lead')}</p>
      </header>
      <div class="row spread">
        <Chips
          label={say('views')}
          chosen={[view]}
          onChoose={(key) => setQuery({ daftar: key === 'todo' ? null : key })}
          options={[
            { key: 'todo', title: say('todo') },
            { key: 'drafts', title: say('allDrafts') },
            { key: 'publications', title: say('publications') },
          ]}
        />
        <span class="row">
          <a href="/klarifikasi/" target="_blank" rel="noopener">
            {say('publicSite')}
          </a>
          {may('draft') && (
            <a class="button main" href="/jawaban/baru">
              {say('new')}
            </a>
          )}
        </span>
      </div>
      {error ? (
        <ProblemNotice error={error} onRetry={retry} />
      ) : (
        (!answers.rows || !publications.rows) && <Loading height="20rem" />
      )}
      {answers.rows && publications.rows && (
        <>
          {view === 'todo' && (
            <TodoList
              answers={answers.rows}
              publications={publications.rows}
              packages={packages.data?.packages ?? []}
            />
          )}
          {view === 'drafts' && <DraftList answers={answers.rows} />}
          {view === 'publications' && <PublicationList publications={publications.rows} />}
          <MoreButton pages={view === 'publications' ? publications : answers} />
        </>
      )}
    </div>
  );
}
