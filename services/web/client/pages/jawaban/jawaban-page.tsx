import '../../styles/writing.css';
import './jawaban.css';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Chips } from '../../components/chips.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { DraftList, TodoList } from './answer-lists.tsx';
import { PublicationList } from './publication-list.tsx';
import { answerTexts } from './texts.ts';

const views = ['todo', 'drafts', 'publications'] as const;
type View = (typeof views)[number];

/** What is to be drafted, approved, published, passed on and corrected. */
export function Page() {
  const say = useTexts(answerTexts);
  const { query } = usePlace();
  const view = (query.get('daftar') ?? 'todo') as View;
  const answers = useApi('/v1/answers?', () =>
    bodyOf(api.GET('/v1/answers', { params: { query: { limit: 200 } } })),
  );
  const publications = useApi('/v1/publications?', () =>
    bodyOf(api.GET('/v1/publications', { params: { query: { limit: 200 } } })),
  );
  const packages = useApi('/v1/campaign-packages', () => bodyOf(api.GET('/v1/campaign-packages')));
  const error = answers.error ?? publications.error;
  const isThere = answers.data && publications.data;
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
      {error ? <ProblemNotice error={error} onRetry={retry} /> : !isThere && <Loading height="20rem" />}
      {isThere && view === 'todo' && (
        <TodoList
          answers={answers.data!.answers}
          publications={publications.data!.publications}
          packages={packages.data?.packages ?? []}
        />
      )}
      {isThere && view === 'drafts' && <DraftList answers={answers.data!.answers} />}
      {isThere && view === 'publications' && (
        <PublicationList publications={publications.data!.publications} />
      )}
    </div>
  );
}
