import { Outside, safeLink } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { type Claim, useFacts } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';

/** What stands behind one sentence, in words and with a link. */
function GroundOne({ reference, claim }: { reference: string; claim: Claim | null }) {
  const say = useTexts(composeTexts);
  const [kind, rest = ''] = reference.split(/:(.*)/s) as [string, string?];
  const fact = useFacts(kind === 'fact' ? [rest] : []).data?.[0];
  if (kind === 'fact')
    return fact ? (
      <>
        <Outside text={fact.statement} most={240} /> —{' '}
        <a href={safeLink(fact.source.url) ?? '#'} target="_blank" rel="noopener noreferrer">
          <Outside text={fact.source.regulation ?? fact.source.title} most={80} />
        </a>
      </>
    ) : (
      <>…</>
    );
  if (kind === 'evidence') {
    const evidence = claim?.evidence[Number(rest.split('#')[1])];
    return evidence ? (
      <>
        {say('evidence')}:{' '}
        <a href={safeLink(evidence.url) ?? '#'} target="_blank" rel="noopener noreferrer">
          <Outside text={evidence.title} most={120} />
        </a>
      </>
    ) : (
      <span>{say('evidence')}</span>
    );
  }
  if (kind === 'claim') {
    const part = rest.split('#')[1];
    if (part === 'explanation') return <>{say('explanation')}</>;
    return <>{say(part === 'kind' ? 'groundKind' : 'claim')}</>;
  }
  if (kind === 'issue') return <>{say('groundIssue')}</>;
  return <>{say(kind === 'note' ? 'groundNote' : 'groundTemplate')}</>;
}

interface Props {
  /** null: no sentence is pointed at. */
  from: readonly string[] | null;
  isPointed: boolean;
  claim: Claim | null;
}

/** The fact, evidence or note behind the sentence that is pointed at. */
export function GroundCard({ from, isPointed, claim }: Props) {
  const say = useTexts(composeTexts);
  return (
    <section class="jawaban-ground small" aria-live="polite">
      <h3>{say('groundOf')}</h3>
      {!isPointed && <p class="soft">{say('groundHint')}</p>}
      {isPointed && (from === null || from.length === 0) && <p>{say('groundNone')}</p>}
      {isPointed && from && from.length > 0 && (
        <ul class="plain-list">
          {from.map((reference) => (
            <li key={reference}>
              <GroundOne reference={reference} claim={claim} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
