import { useState } from 'preact/hooks';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { type Item, ItemCard } from '../../components/item-card.tsx';
import { tamed } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Ago } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { PinDialog } from './act-dialogs.tsx';
import { type IssueDetail, type Story, useItemsOfTone } from './issue-data.ts';
import { issueTexts } from './texts.ts';

const tones = ['negative', 'neutral', 'positive'] as const;
type Tone = (typeof tones)[number];

/** Representative items by tone; copies are folded and both numbers said. */
export function Said({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  const name = useTexts(words);
  const { issue, children } = detail;
  const [tone, setTone] = useState<Tone>([...tones].sort((a, b) => issue.counts[b] - issue.counts[a])[0]!);
  const ids = [issue.id, ...children.map(({ id }) => id)];
  const { unique, items } = issue.counts;
  return (
    <section class="card stack" aria-labelledby="issue-said">
      <div>
        <h2 id="issue-said">{say('said')}</h2>
        <p class="small soft">{say('saidNote', { unique, items })}</p>
      </div>
      <Tabs<Tone>
        label={say('tones')}
        chosen={tone}
        onChoose={(key) => setTone(key)}
        tabs={tones.map((key) => ({ key, title: `${name(key)} (${issue.counts[key]})` }))}
      >
        <ItemsOfTone ids={ids} tone={tone} issue={issue} />
      </Tabs>
      <p>
        <a href={`/cari?issue=${issue.id}`}>{say('allItems')}</a>
      </p>
      <Stories stories={detail.stories} />
    </section>
  );
}

interface OfToneProps {
  ids: readonly string[];
  tone: string;
  issue: IssueDetail['issue'];
}

function ItemsOfTone({ ids, tone, issue }: OfToneProps) {
  const say = useTexts(issueTexts);
  const page = useItemsOfTone(ids, tone);
  const [pinned, setPinned] = useState<Item | null>(null);
  if (page.error) return <ProblemNotice error={page.error} onRetry={page.reload} />;
  if (!page.data) return <Loading />;
  if (page.data.items.length === 0) return <p class="soft">{say('nothingOfTone')}</p>;
  return (
    <div>
      {page.data.items.map(({ item }) => (
        <ItemCard
          item={item}
          key={item.id}
          action={
            may('triage') && (
              <Button
                looks={['quiet', 'little']}
                icon="pin"
                title={say('pin')}
                aria-label={say('pin')}
                onClick={() => setPinned(item)}
              />
            )
          }
        />
      ))}
      {pinned && <PinDialog item={pinned} from={issue} onClose={() => setPinned(null)} />}
    </div>
  );
}

function Stories({ stories }: { stories: readonly Story[] }) {
  const say = useTexts(issueTexts);
  return (
    <div class="stack">
      <div>
        <h3>{say('stories')}</h3>
        <p class="small soft">{say('storyNote')}</p>
      </div>
      <ul class="issue-stories">
        {stories.map(({ id, title, unique, items, lastAt }) => (
          <li key={id}>
            <a class="outside" href={`/cari?story=${id}`} dir="auto">
              {tamed(title)}
            </a>
            <span class="small soft number">
              {say('counts', { unique, items })} · <Ago at={lastAt} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
