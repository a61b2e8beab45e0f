import { useTexts } from '../../texts/catalogue.ts';
import { qualityTexts } from './texts.ts';

const isTextOf = (key: string): key is keyof typeof qualityTexts => Object.hasOwn(qualityTexts, key);

/** A name of the report in the reader's words; one that has none yet as it is. */
export function useNames(): (name: string) => string {
  const say = useTexts(qualityTexts);
  return (name) => {
    const key = [name, `trait_${name}`, `value_${name}`].find(isTextOf);
    return key ? say(key) : name;
  };
}

export function NameOf({ name }: { name: string }) {
  const nameOf = useNames();
  return <>{nameOf(name)}</>;
}
