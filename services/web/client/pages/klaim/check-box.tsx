import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { Badge } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside, safeLink } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { goTo } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { looksOfState, type Match } from './claim-data.ts';
import { claimTexts } from './texts.ts';

const least = 3;
/** Chosen: less than a fifth of a claim is its `di`, `yang` and `tidak`. Nothing is hidden by it, only folded. */
const leastHeld = 0.2;
/** What the API takes; a longer text is cut, since a claim is said early. */
const most = 10_000;

/** "Has this been debunked?": any text against the knowledge base. */
export function CheckBox() {
  const say = useTexts(claimTexts);
  const [text, setText] = useDraft('claim.check');
  const [matches, setMatches] = useState<readonly Match[] | null>(null);
  const act = useAct();
  const check = (): void =>
    void act.run(async () => {
      const body = { text: text.trim().slice(0, most), limit: 5 };
      setMatches((await bodyOf(api.POST('/v1/claims/match', { body }))).matches);
    });
  const near = matches?.filter(({ held }) => held >= leastHeld) ?? [];
  const far = matches?.filter(({ held }) => held < leastHeld) ?? [];
  const add = (): void => {
    sessionStorage.setItem('saring.draft.claim.new', text.trim().slice(0, 5_000));
    goTo('/klaim/baru');
  };
  return (
    <section class="card stack klaim-check">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <Field label={say('check')} help={say('checkHelp')}>
          <textarea rows={3} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </Field>
        <div>
          <Button
            looks="main"
            icon="cari"
            type="submit"
            isBusy={act.isBusy}
            disabled={text.trim().length < least}
          >
            {say('checkNow')}
          </Button>
        </div>
      </form>
      {act.error ? <ProblemNotice error={act.error} onRetry={check} /> : null}
      <div aria-live="polite" class="stack">
        {matches && near.length === 0 && (
          <div class="notice">
            <strong>{say('checkNone')}</strong>
            <p>{say('checkNoneWhy')}</p>
          </div>
        )}
        {near.length > 0 && <strong>{say('checkFound', { n: near.length })}</strong>}
        {near.map((match) => (
          <MatchRow key={match.entry.id} match={match} />
        ))}
        {far.length > 0 && (
          <details>
            <summary>{say('checkFar', { n: far.length })}</summary>
            <div class="stack">
              {far.map((match) => (
                <MatchRow key={match.entry.id} match={match} />
              ))}
            </div>
          </details>
        )}
        {matches && may('draft') && (
          <div>
            <Button icon="plus" onClick={add}>
              {say('addThis')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function MatchRow({ match: { entry, nearIdentical, agrees, differs, contradicts } }: { match: Match }) {
  const say = useTexts(claimTexts);
  const isOwn = entry.kind === 'claim';
  const href = isOwn ? `/klaim/${entry.id}` : (safeLink(entry.url) ?? '#');
  return (
    <article class="klaim-match">
      <a href={href} {...(isOwn ? {} : { target: '_blank', rel: 'noopener noreferrer' })}>
        <Outside text={entry.text} most={300} />
      </a>
      <span class="row small">
        <Badge value={entry.verdict} />
        {entry.state && (
          <span class={`badge ${looksOfState(entry.state)}`}>{say(`state_${entry.state}`)}</span>
        )}
        {!isOwn && (
          <span class="soft">
            <Outside text={say('othersCheck', { who: entry.checker ?? '' })} />
          </span>
        )}
        {nearIdentical && <span class="badge outline">{say('sameWords')}</span>}
      </span>
      <dl class="klaim-words">
        {agrees.length > 0 && (
          <>
            <dt class="soft">{say('agrees')}</dt>
            <dd>
              <Outside text={agrees.join(', ')} most={200} />
            </dd>
          </>
        )}
        {differs.length > 0 && (
          <>
            <dt class="soft">{say('differs')}</dt>
            <dd>
              <Outside text={differs.join('; ')} most={300} />
            </dd>
          </>
        )}
      </dl>
      {contradicts.length > 0 && (
        <p class="small">
          <strong>{say('contradicts')}</strong>: <Outside text={contradicts[0]!.reason} />
        </p>
      )}
    </article>
  );
}
