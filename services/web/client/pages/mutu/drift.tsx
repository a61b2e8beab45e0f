import type { components } from '../../api/generated/schema.ts';
import { Table } from '../../components/table.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { isWord, words } from '../../texts/words.ts';
import { NameOf, useNames } from './names.tsx';
import { sayShare, saySmall } from './set-report.tsx';
import { qualityTexts } from './texts.ts';

type Drift = components['schemas']['QualityReport']['drift'];
type Shares = NonNullable<Drift>['shares'][string];

/** Siddiqi's bounds, as the report itself says them. */
const looksOf = (index: number): { looks: string; word: 'alike' | 'moved' | 'apart' } => {
  if (index > 0.25) return { looks: 'tinggi', word: 'apart' };
  return index > 0.1 ? { looks: 'sedang', word: 'moved' } : { looks: 'good', word: 'alike' };
};

/** Whether what comes in is still like what the machine was trained on. */
export function DriftOf({ drift }: { drift: Drift }) {
  const say = useTexts(qualityTexts);
  return (
    <div class="card stack">
      <h2>{say('drift')}</h2>
      <p class="soft">{say('driftHelp')}</p>
      {!drift && <p>{say('noDrift')}</p>}
      {drift && (
        <Table
          caption={say('drift')}
          hideCaption
          rows={Object.entries(drift.stability).sort(([, a], [, b]) => b - a)}
          columns={[
            { title: say('trait'), cell: ([trait]) => <NameOf name={trait} /> },
            {
              title: say('index'),
              cell: ([, index]) => {
                const { looks, word } = looksOf(index);
                return (
                  <span class="row">
                    <span class="number">{saySmall(index)}</span>
                    <span class={`badge ${looks}`}>{say(word)}</span>
                  </span>
                );
              },
            },
            { title: say('greatest'), cell: ([trait]) => <Greatest shares={drift.shares[trait] ?? {}} /> },
          ]}
        />
      )}
      {drift?.unknownWords && (
        <p class="small">
          {say('unknownWords', {
            before: sayShare(drift.unknownWords.reference),
            now: sayShare(drift.unknownWords.now),
          })}
        </p>
      )}
    </div>
  );
}

function Greatest({ shares }: { shares: Shares }) {
  const say = useTexts(qualityTexts);
  const word = useTexts(words);
  const nameOf = useNames();
  const [first] = Object.entries(shares).sort(
    ([, a], [, b]) => Math.abs(b.now - b.reference) - Math.abs(a.now - a.reference),
  );
  if (!first) return <>–</>;
  const [name, { reference, now }] = first;
  return (
    <>
      {say('move', {
        name: isWord(name) ? word(name) : nameOf(name),
        before: sayShare(reference),
        now: sayShare(now),
      })}
    </>
  );
}
