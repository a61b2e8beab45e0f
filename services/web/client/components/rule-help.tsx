import { useId, useState } from 'preact/hooks';
import { useStore } from '../stores/create-store.ts';
import { languageStore } from '../stores/preferences.ts';
import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { type Rule, ruleSources, ruleTexts } from '../texts/rules.ts';

interface Props {
  rule: Rule;
  /** What the rule is about, for those who cannot see beside what the "?" stands. */
  about: string;
}

/** A "?" that opens what the rule asks, where it comes from, and the way to the guide; Escape shuts it again. */
export function RuleHelp({ rule, about }: Props) {
  const say = useTexts(common);
  const sayRule = useTexts(ruleTexts);
  const language = useStore(languageStore);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { source, guide } = ruleSources[rule];
  return (
    <>
      <button
        type="button"
        class="rule-mark no-print"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          // The dialog around it stays open.
          event.preventDefault();
          event.stopPropagation();
          setIsOpen(false);
        }}
      >
        <span aria-hidden="true">?</span>
        <span class="visually-hidden">{say('ruleFor', { what: about })}</span>
      </button>
      {isOpen && (
        <div class="rule-text" id={id}>
          <p>{sayRule(rule)}</p>
          <p class="small soft">
            {say('ruleSource')}: {source[language === 'id' ? 0 : 1]}
          </p>
          <a class="small" href={`/panduan/${guide}.html`} target="_blank" rel="noopener">
            {say('ruleGuide')}
          </a>
        </div>
      )}
    </>
  );
}
