import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Outside, safeLink, tamed } from '../../components/outside.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { LabelForm } from './label-form.tsx';
import { labelTexts } from './texts.ts';

type Item = components['schemas']['Item'];
/** As many as one labels in a sitting. */
const queueLength = 20;

/** One post after the other; the machine's labels are not shown before the person said theirs. */
export function Labelling() {
  const say = useTexts(labelTexts);
  const { data, error, isLoading, reload } = useApi('/v1/labelling', () =>
    bodyOf(api.GET('/v1/labelling', { params: { query: { limit: queueLength } } })),
  );
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="50vh" />;
  const open = data.items.filter(({ item }) => !done.has(item.id));
  const left = open.filter(({ item }) => !skipped.has(item.id));
  const task = left[0];
  if (!task)
    return (
      <Empty icon="check" title={say('empty')}>
        <p>{say('emptyDo')}</p>
        <Button
          isBusy={isLoading}
          onClick={() => {
            setSkipped(new Set());
            reload();
          }}
        >
          {say('loadMore')}
        </Button>
      </Empty>
    );
  return (
    <>
      <p class="soft quality-lead">{say('lead')}</p>
      <p class="small soft">
        {say('keys')} · {say('left', { n: left.length - 1 })}
      </p>
      <div class="quality-task">
        <Read item={task.item} why={task.reason} />
        <LabelForm
          key={task.item.id}
          item={task.item}
          onSaved={() => {
            setDone(new Set([...done, task.item.id]));
            invalidate('/v1/quality');
            invalidate('/v1/issues');
          }}
          onSkip={() => setSkipped(new Set([...skipped, task.item.id]))}
        />
      </div>
    </>
  );
}

function Read({ item, why }: { item: Item; why: string }) {
  const say = useTexts(labelTexts);
  const link = safeLink(item.url);
  return (
    <article class="card stack" aria-live="polite">
      <div class="row small soft">
        <strong>
          <WordOf value={item.platform} />
        </strong>
        {item.outlet && <span class="outside">{tamed(item.outlet)}</span>}
        <Ago at={item.publishedAt} />
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            <Icon name="link" /> <span class="visually-hidden">{item.platform}</span>
          </a>
        )}
      </div>
      {item.title && (
        <h2>
          <Outside text={item.title} most={300} />
        </h2>
      )}
      <p>
        <Outside text={item.text} />
      </p>
      <details class="small soft">
        <summary>{say('why')}</summary>
        <p lang="id">
          <Outside text={why} most={300} />
        </p>
      </details>
    </article>
  );
}
