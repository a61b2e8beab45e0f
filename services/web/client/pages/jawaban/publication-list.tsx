import { Badge } from '../../components/badges.tsx';
import { Outside } from '../../components/outside.tsx';
import { Empty } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { Publication } from './answer-data.ts';
import { answerTexts } from './texts.ts';

export type PublicationBrief = Omit<Publication, 'texts' | 'sources'>;

export function PublicationRow({ publication }: { publication: PublicationBrief }) {
  const say = useTexts(answerTexts);
  const { id, title, state, mayBePassedOn, verdict, unit, publishedAt, reviewAt } = publication;
  return (
    <li>
      <a href={`/jawaban/terbit/${id}`}>
        <Outside text={title} most={160} />
      </a>
      <span class="row small soft">
        <span class={`badge ${state === 'live' ? 'good' : 'outline'}`}>{say(`state_${state}`)}</span>
        {state === 'live' && !mayBePassedOn && <span class="badge tinggi">{say('reviewPast')}</span>}
        {verdict !== 'belum_diperiksa' && <Badge value={verdict} />}
        <span>{unitName(unit)}</span>
        <Moment at={publishedAt} />
        {state === 'live' && (
          <span>
            {say('reviewAt')} <Moment at={reviewAt} />
          </span>
        )}
      </span>
    </li>
  );
}

/** What was published by any unit, the last first. */
export function PublicationList({ publications }: { publications: readonly PublicationBrief[] }) {
  const say = useTexts(answerTexts);
  if (publications.length === 0)
    return (
      <Empty icon="jawaban" title={say('empty')}>
        <p>{say('emptyWhy')}</p>
      </Empty>
    );
  return (
    <ul class="jawaban-list card">
      {publications.map((one) => (
        <PublicationRow key={one.id} publication={one} />
      ))}
    </ul>
  );
}
