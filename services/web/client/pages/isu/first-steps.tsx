import { useEffect } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Icon } from '../../components/icon.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { issueListTexts } from './texts.ts';

/** What a new installation needs before issues come and can be answered, with what is done already. */
export function FirstSteps() {
  const say = useTexts(issueListTexts);
  const sources = useApi('/v1/sources', () => bodyOf(api.GET('/v1/sources')));
  const people = useApi('/v1/colleagues', () => bodyOf(api.GET('/v1/colleagues')));
  const recipients = useApi(may('manage') ? '/v1/recipients?limit=1' : null, () =>
    bodyOf(api.GET('/v1/recipients', { params: { query: { limit: 1 } } })),
  );
  // What was done on another page since is done here, too.
  useEffect(() => {
    for (const key of ['/v1/sources', '/v1/colleagues', '/v1/recipients']) invalidate(key);
  }, []);
  const colleagues = people.data?.colleagues ?? [];
  const who = (permission: 'draft' | 'approve') =>
    colleagues.filter(({ permissions }) => permissions.includes(permission));
  const steps = [
    {
      key: 'Sources',
      href: '/sumber?tab=add',
      isDone: (sources.data?.sources.length ?? 0) > 0,
    },
    {
      key: 'People',
      href: '/pengaturan?tab=people',
      isDone: who('draft').some(({ id }) => who('approve').some((approver) => approver.id !== id)),
    },
    {
      key: 'Recipients',
      href: '/pengaturan?tab=recipients',
      isDone: (recipients.data?.recipients.length ?? 0) > 0,
    },
  ] as const;
  return (
    <section class="card stack first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">{say('firstSteps')}</h2>
      <ol>
        {steps.map(({ key, href, isDone }) => (
          <li key={key} class={isDone ? 'done' : ''}>
            <Icon name={isDone ? 'check' : 'next'} />
            <span>
              {may('manage') ? (
                <a href={href}>{say(`first${key}`)}</a>
              ) : (
                <strong>{say(`first${key}`)}</strong>
              )}
              {isDone && <span class="badge good">{say('firstDone')}</span>}
              <span class="small soft">{say(`first${key}Why`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <p class="small">
        <a href="/panduan/mulai.html" target="_blank" rel="noopener">
          {say('firstGuide')}
        </a>
      </p>
    </section>
  );
}
