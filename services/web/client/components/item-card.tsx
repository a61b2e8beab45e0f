import type { ComponentChildren } from 'preact';
import type { components } from '../api/generated/schema.ts';
import { Badge, WordOf } from './badges.tsx';
import { Icon } from './icon.tsx';
import { Highlighted, Outside, safeLink, tamed } from './outside.tsx';
import { Ago } from './times.tsx';

export type Item = components['schemas']['Item'];

interface Props {
  item: Item;
  /** Matches lie between U+0002 and U+0003. */
  highlight?: string | null;
  /** A button at the end of its head. */
  action?: ComponentChildren;
  children?: ComponentChildren;
}

const shownLength = 420;

/** One collected text with where it comes from; private authors are never named. */
export function ItemCard({ item, highlight, action, children }: Props) {
  const link = safeLink(item.url);
  const tone = item.labels.tone.value;
  const who = item.outlet ?? (item.authorKind === 'private' ? null : item.author);
  return (
    <article class="item-card">
      <div class="row small soft">
        <strong>
          <WordOf value={item.platform} />
        </strong>
        {who && <span class="outside">{tamed(who)}</span>}
        <Ago at={item.publishedAt} />
        <span>
          <span class={`dot ${tone}`} />
          <WordOf value={tone} />
        </span>
        {item.labels.stance.value !== 'none' && <Badge value={item.labels.stance.value} looks="outline" />}
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            <Icon name="link" /> <span class="visually-hidden">{item.platform}</span>
          </a>
        )}
        {action && <span class="item-card-action no-print">{action}</span>}
      </div>
      {item.title && (
        <h3 class="outside" dir="auto">
          {tamed(item.title)}
        </h3>
      )}
      <p>{highlight ? <Highlighted text={highlight} /> : <Outside text={item.text} most={shownLength} />}</p>
      {children}
    </article>
  );
}
