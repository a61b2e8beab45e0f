import type { Level } from '../../../../shared/domain/risk.ts';
import { useTexts } from '../texts/catalogue.ts';
import { isWord, type Word, words } from '../texts/words.ts';
import { Icon } from './icon.tsx';

/** Level as colour, icon and word: never colour alone. */
export function LevelBadge({ level }: { level: Level }) {
  const say = useTexts(words);
  return (
    <span class={`badge ${level}`}>
      <Icon name={level} />
      {say(level)}
    </span>
  );
}

/** A value of the domain in the reader's language; one that has no word yet as it is. */
export function WordOf({ value }: { value: string }) {
  const say = useTexts(words);
  return <>{isWord(value) ? say(value as Word) : value}</>;
}

export const Badge = ({ value, looks = '' }: { value: string; looks?: string }) => (
  <span class={`badge ${looks}`}>
    <WordOf value={value} />
  </span>
);
