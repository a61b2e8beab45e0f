import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { dayOf } from '../../components/periods.ts';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { sayDay } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { partnersTexts } from './texts.ts';

/** Chosen: two months are enough to renew one. */
const soonMs = 60 * 86_400_000;

/** How an agreement stands: ended, about to, or neither. */
export function EndBadge({ expiresAt }: { expiresAt: string }) {
  const say = useTexts(partnersTexts);
  const left = Date.parse(expiresAt) - Date.now();
  if (left < 0) return <span class="badge kritis">{say('expired')}</span>;
  return left < soonMs ? <span class="badge tinggi">{say('soon')}</span> : null;
}

/** Agreements with everybody, the first to end first. */
export function Agreements() {
  const say = useTexts(partnersTexts);
  const { data, error, reload } = useApi('/v1/agreements', () => bodyOf(api.GET('/v1/agreements')));
  if (error) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading />;
  if (data.agreements.length === 0)
    return (
      <Empty icon="mitra" title={say('noAgreementsAll')}>
        <p>{say('noAgreementsAllWhy')}</p>
      </Empty>
    );
  return (
    <ul class="mitra-list card">
      {data.agreements.map(({ id, title, number, stakeholder, stakeholderId, expiresAt }) => (
        <li key={id}>
          <a href={`/mitra/${stakeholderId}`}>
            <Outside text={title} most={160} />
          </a>
          <span class="row small soft">
            <Outside text={`${stakeholder} · ${number}`} most={160} />
            <span>
              {say('expiresAt')} {sayDay(dayOf(expiresAt))}
            </span>
            <EndBadge expiresAt={expiresAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
