import { Button } from '../../components/button.tsx';
import { Outside, safeLink } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { type Fact, useFacts, useOffer } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';

interface Props {
  /** What the facts are for. */
  about: string | null;
  chosen: readonly string[];
  /** Without it they are only shown. */
  onChoose?: ((ids: string[]) => void) | undefined;
}

/** Facts that an answer is drafted from, and others that the library found. */
export function FactChoice({ about, chosen, onChoose }: Props) {
  const say = useTexts(composeTexts);
  const inUse = useFacts(chosen).data ?? [];
  const offered = useOffer(onChoose ? about : null).data?.facts ?? [];
  const others = offered.filter(({ fact }) => !chosen.includes(fact.id));
  return (
    <div class="stack">
      {inUse.length === 0 && others.length === 0 && <p class="small soft">{say('factsNone')}</p>}
      <div>
        {inUse.map((fact) => (
          <FactRow key={fact.id} fact={fact}>
            {onChoose && (
              <Button looks="little" onClick={() => onChoose(chosen.filter((id) => id !== fact.id))}>
                {say('unuse')}
              </Button>
            )}
          </FactRow>
        ))}
      </div>
      {others.length > 0 && (
        <details class="fold">
          <summary>
            <h3>
              {say('factsFound')} <span class="soft number">{others.length}</span>
            </h3>
          </summary>
          {others.map(({ fact }) => (
            <FactRow key={fact.id} fact={fact}>
              <Button looks="little" icon="plus" onClick={() => onChoose!([...chosen, fact.id])}>
                {say('use')}
              </Button>
            </FactRow>
          ))}
        </details>
      )}
      <a class="small" href="/fakta">
        {say('factsLibrary')}
      </a>
    </div>
  );
}

const FactRow = ({ fact, children }: { fact: Fact; children?: preact.ComponentChildren }) => (
  <div class="jawaban-fact">
    <Outside text={fact.statement} most={400} />
    <div class="row spread small">
      <a href={safeLink(fact.source.url) ?? '#'} target="_blank" rel="noopener noreferrer">
        <Outside text={fact.source.regulation ?? fact.source.title} most={80} />
      </a>
      {children}
    </div>
  </div>
);
