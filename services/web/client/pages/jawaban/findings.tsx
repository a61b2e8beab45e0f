import { useTexts } from '../../texts/catalogue.ts';
import type { Finding } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import type { Linted } from './use-lint.ts';

interface Props {
  linted: Linted;
  onGoTo(finding: Finding): void;
}

/** What the lint says of a text, the gravest first; each leads to its place. */
export function Findings({ linted: { report, isChecking, isAway }, onGoTo }: Props) {
  const say = useTexts(composeTexts);
  const found = [...report.findings].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || a.start - b.start,
  );
  return (
    <section class="stack">
      <h3>
        {say('findings')} <span class="soft number">{found.length}</span>{' '}
        {isChecking && <span class="small soft">{say('checking')}</span>}
      </h3>
      {isAway && <p class="small">{say('lintAway')}</p>}
      <div aria-live="polite" class="plain-list">
        {found.length === 0 && !isAway && <p class="small soft">{say('noFindings')}</p>}
        {found.map((finding) => (
          <div
            class={`jawaban-finding ${finding.severity}`}
            key={`${finding.code} ${finding.start} ${finding.message}`}
          >
            <span class="small soft">{say(finding.severity === 'error' ? 'mustMend' : 'mayMend')}</span>
            {finding.end > finding.start ? (
              <button type="button" class="link" onClick={() => onGoTo(finding)}>
                {finding.message}
              </button>
            ) : (
              <span>{finding.message}</span>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
