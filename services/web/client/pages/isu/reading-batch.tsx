import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { sayMoment } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { setQuery } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { Issue } from './feed.ts';
import { issueListTexts } from './texts.ts';

/** A new number for each batch: what was given back is not asked for again. */
let round = 0;

/** A batch of ten to read that nobody else gets meanwhile; asking again renews it. */
export const useBatch = (isOn: boolean) =>
  useApi(isOn ? `/v1/checkout ${round}` : null, () =>
    bodyOf(api.POST('/v1/checkout', { body: { howMany: 10 } })),
  );

type Batch = ReturnType<typeof useBatch>;

export function BatchBar({ batch, isOn }: { batch: Batch; isOn: boolean }) {
  const say = useTexts(issueListTexts);
  if (!may('triage')) return null;
  if (!isOn)
    return (
      <Button
        looks={['quiet', 'little']}
        icon="panduan"
        aria-label={`${say('takeBatch')} ${say('takeBatchFor')}`}
        onClick={() => setQuery({ batch: 'on' })}
      >
        <span>
          {say('takeBatch')} <span class="only-wide">{say('takeBatchFor')}</span>
        </span>
      </Button>
    );
  const giveBack = async (): Promise<void> => {
    try {
      await api.POST('/v1/checkout/return', { body: {} });
      round += 1;
      setQuery({ batch: null });
      for (const beginning of ['/v1/i', '/v1/me/']) invalidate(beginning);
      tell(say('batchReturned'));
    } catch (error) {
      tellError(error);
    }
  };
  return (
    <div class="notice">
      <ProblemNotice error={batch.error} onRetry={batch.reload} />
      <div class="row spread">
        <span>
          {batch.data &&
            (batch.data.issues.length === 0
              ? say('batchEmpty')
              : say('batch', {
                  n: batch.data.issues.length,
                  until: batch.data.until ? sayMoment(batch.data.until) : '',
                }))}
        </span>
        <span class="row">
          <Button looks="little" onClick={() => void giveBack()}>
            {say('returnBatch')}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** A batch keeps its order while one reads it; what one did to an issue of it is seen at once. */
export function useRenewed(
  issues: readonly Issue[],
  isBatch: boolean,
): { issues: readonly Issue[]; renew(issue: Issue): void } {
  const [renewed, setRenewed] = useState<ReadonlyMap<string, Issue>>(new Map());
  const renew = ({ id }: Issue): void => {
    // The whole queue is read anew by itself.
    if (!isBatch) return;
    bodyOf(api.GET('/v1/issues/{issue}', { params: { path: { issue: id } } })).then(
      (detail) => setRenewed((before) => new Map(before).set(id, detail.issue)),
      tellError,
    );
  };
  return { issues: isBatch ? issues.map((issue) => renewed.get(issue.id) ?? issue) : issues, renew };
}

/** The issues of a batch, in the order of the queue. */
export const issuesOf = (batch: Batch): readonly Issue[] => batch.data?.issues ?? [];
