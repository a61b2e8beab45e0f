import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { words } from '../texts/words.ts';

const tones = ['negative', 'neutral', 'positive'] as const;
type Counts = Record<(typeof tones)[number], number>;

/** Shares of tone towards KPU; the numbers stand beside it, since a colour alone says nothing. */
export function ToneBar({ counts, withWords = true }: { counts: Counts; withWords?: boolean }) {
  const say = useTexts(common);
  const name = useTexts(words);
  const { negative, neutral, positive } = counts;
  return (
    <div>
      <div class="tone-bar" role="img" aria-label={say('toneBar', { negative, neutral, positive })}>
        {tones.map((tone) => counts[tone] > 0 && <span class={tone} style={{ flexGrow: counts[tone] }} />)}
      </div>
      {withWords && (
        <div class="tone-words number" aria-hidden="true">
          {tones.map((tone) => (
            <span>
              <span class={`dot ${tone}`} />
              {counts[tone]} {name(tone)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
