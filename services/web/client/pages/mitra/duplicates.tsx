import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { partnersTexts } from './texts.ts';

/** What looks like one and the same; a person decides. */
export function Duplicates() {
  const say = useTexts(partnersTexts);
  const { data, error, reload } = useApi('/v1/stakeholder-duplicates', () =>
    bodyOf(api.GET('/v1/stakeholder-duplicates')),
  );
  if (error) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading />;
  if (data.duplicates.length === 0)
    return (
      <Empty icon="mitra" title={say('noDuplicates')}>
        <p>{say('noDuplicatesWhy')}</p>
      </Empty>
    );
  return (
    <ul class="mitra-list card">
      {data.duplicates.map(({ a, b, reasons }) => (
        <li key={`${a.stakeholderId} ${a.personId} ${b.stakeholderId} ${b.personId}`}>
          <span>
            <a href={`/mitra/${a.stakeholderId}`}>
              <Outside text={a.name} most={100} />
            </a>{' '}
            {say('and')}{' '}
            <a href={`/mitra/${b.stakeholderId}`}>
              <Outside text={b.name} most={100} />
            </a>
          </span>
          <span class="row small soft">
            {reasons.map((reason) => (
              <span key={reason} class="badge outline">
                {say(reason)}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
