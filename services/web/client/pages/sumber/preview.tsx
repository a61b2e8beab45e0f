import type { components } from '../../api/generated/schema.ts';
import { Button } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Moment } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { sourceTexts } from './texts.ts';

interface Props {
  preview: components['schemas']['SourcePreview'];
  /** The page was none itself; one of its feeds was chosen. */
  onFeed(url: string): void;
}

/** What a source would bring, and what of it would be refused. */
export function PreviewOf({ preview, onFeed }: Props) {
  const say = useTexts(sourceTexts);
  const { entries, error, feeds, items, drops } = preview;
  return (
    <section class="card stack" aria-label={say('previewTitle')}>
      <h2>{say('previewTitle')}</h2>
      {error ? (
        <div class="notice problem" role="alert" lang="id">
          <Outside text={error} />
        </div>
      ) : (
        <p role="status">{say('entries', { n: entries })}</p>
      )}
      {feeds.length > 0 && (
        <div class="stack">
          <p>{say('feedsFound')}</p>
          {feeds.slice(0, 8).map((feed) => (
            <Button onClick={() => onFeed(feed)}>
              <Outside text={feed} most={80} />
            </Button>
          ))}
        </div>
      )}
      <ul class="source-list">
        {items.map(({ title, start, publishedAt, textLength }) => (
          <li class="source-name">
            <strong>
              <Outside text={title ?? start} most={160} />
            </strong>
            <span class="small soft">
              <Moment at={publishedAt} /> · {say('letters', { n: textLength })}
            </span>
            {title !== null && (
              <span class="small">
                <Outside text={start} most={200} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {drops.length > 0 && (
        <details>
          <summary>
            {say('refusedOnes')}: {drops.length}
          </summary>
          <ul>
            {drops.map(({ detail }) => (
              <li class="small">
                <Outside text={detail} most={300} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
