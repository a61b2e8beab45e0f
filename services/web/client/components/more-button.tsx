import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { Button } from './button.tsx';

interface Props {
  pages: { hasMore: boolean; isMoreComing: boolean; more(): void };
}

/** Reads on where a list goes on; nothing at its end. */
export function MoreButton({ pages: { hasMore, isMoreComing, more } }: Props) {
  const say = useTexts(common);
  if (!hasMore) return null;
  return (
    <div class="pager no-print">
      <Button isBusy={isMoreComing} onClick={more}>
        {say('more')}
      </Button>
    </div>
  );
}
