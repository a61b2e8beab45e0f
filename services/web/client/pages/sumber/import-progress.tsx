import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { invalidate } from '../../api/use-api.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { sourceTexts } from './texts.ts';

/** Chosen: often enough to be seen moving, and a question of a millisecond. */
const everyMs = 1_000;
/** The stages that an imported post goes through before it stands in an issue. */
const stages = ['enrich', 'link'];

async function countLeft(): Promise<number> {
  const { work } = await bodyOf(api.GET('/v1/status'));
  return stages.reduce((sum, stage) => sum + (work[stage]?.waiting ?? 0) + (work[stage]?.active ?? 0), 0);
}

/**
 * How far the labelling and grouping of what was taken in has come, by the batches that still wait; asked anew for each
 * `of`, the outcome of an import. A question without an answer is asked again: the server may be back.
 */
export function ImportProgress({ of }: { of: unknown }) {
  const say = useTexts(sourceTexts);
  const [{ left, most }, set] = useState({ left: 1, most: 1 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const now = await countLeft().catch(() => null);
      if (isGone) return;
      if (now !== null) set((before) => ({ left: now, most: Math.max(before.most, now) }));
      if (now === 0) invalidate('/v1/i');
      else timer = setTimeout(look, everyMs);
    };
    set({ left: 1, most: 1 });
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [of]);
  if (left === 0) return <p>{say('importDone')}</p>;
  return (
    <p>
      <progress aria-label={say('importGoing')} max={most} value={most - left} />{' '}
      {say('importLeft', { left: sayNumber(left) })}
    </p>
  );
}
