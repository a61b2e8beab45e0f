import { Bars } from '../../components/bars.tsx';
import { tamed } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago } from '../../components/times.tsx';
import { unitName } from '../../stores/units.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { isWord, words } from '../../texts/words.ts';
import { type IssueDetail, useDigest } from './issue-data.ts';
import { issueTexts } from './texts.ts';

/** Where it is said. */
export function Where({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  const areas = Object.entries(detail.issue.spread.areas);
  return (
    <section class="card stack" aria-labelledby="issue-where">
      <h2 id="issue-where">{say('where')}</h2>
      {areas.length === 0 ? (
        <p class="soft">{say('noPlaces')}</p>
      ) : (
        <Bars
          label={say('where')}
          rows={areas.map(([key, count]) => ({
            key,
            name: key === 'RI' ? 'Indonesia' : unitName(key),
            count,
          }))}
        />
      )}
    </section>
  );
}

/** Media and public accounts that carry it, and the platforms. */
export function Who({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  const sayWord = useTexts(words);
  const digest = useDigest(detail.issue.number);
  const platforms = Object.entries(detail.issue.spread.platforms);
  return (
    <section class="card stack" aria-labelledby="issue-who">
      <div>
        <h2 id="issue-who">{say('who')}</h2>
        <p class="small soft">{say('whoNote')}</p>
      </div>
      {digest.error ? (
        <ProblemNotice error={digest.error} onRetry={digest.reload} />
      ) : !digest.data ? (
        <Loading />
      ) : (
        digest.data.keyAccounts.length > 0 && (
          <Table
            caption={say('account')}
            hideCaption
            rows={digest.data.keyAccounts.slice(0, 8)}
            columns={[
              {
                title: say('account'),
                cell: ({ name, kind }) => (
                  <>
                    <span class="outside">{tamed(name)}</span>{' '}
                    <span class="soft issue-carrier">{say(kind)}</span>
                  </>
                ),
              },
              {
                title: say('posts'),
                isNumber: true,
                cell: ({ items, unique }) => say('counts', { unique, items }),
              },
              {
                title: say('followers'),
                isNumber: true,
                cell: ({ followers }) => (followers > 0 ? sayNumber(followers) : '–'),
              },
              { title: say('since'), cell: ({ firstAt }) => <Ago at={firstAt} /> },
            ]}
          />
        )
      )}
      <div>
        <h3>{say('platforms')}</h3>
        <p class="small soft">{say('platformNote')}</p>
      </div>
      <Bars
        label={say('platforms')}
        rows={platforms.map(([key, count]) => ({ key, name: isWord(key) ? sayWord(key) : key, count }))}
      />
    </section>
  );
}
