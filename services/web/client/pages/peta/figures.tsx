import type { OpinionMap } from '../../../../../shared/domain/opinion-map.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { pageOf } from './opinion-map.ts';
import { mapTexts } from './texts.ts';

/** The numbers of the head; each says what it is, and leads to what it counts. */
export function Figures({ map, before }: { map: OpinionMap; before: OpinionMap | undefined }) {
  const say = useTexts(mapTexts);
  const earlier = new Map(before?.figures.map(({ key, text }) => [key, text]));
  return (
    <dl class="map-figures">
      {map.figures.map(({ key, label, text, definition, query }) => {
        const page = pageOf(query);
        return (
          <div class="card">
            <dt title={definition}>{label}</dt>
            <dd class="number">
              {page ? <a href={page}>{text}</a> : text}
              {earlier.has(key) && (
                <span class="small soft map-before">
                  {say('before')}: {earlier.get(key)}
                </span>
              )}
              <details class="small soft">
                <summary>{say('whatIs')}</summary>
                {definition}
              </details>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
