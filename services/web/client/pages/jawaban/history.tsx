import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { tamed } from '../../components/outside.tsx';
import { Moment } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { AnswerBrief } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import { answerTexts } from './texts.ts';

/** Every version of an answer, and what changed between two of them. */
export function History({ answer }: { answer: AnswerBrief }) {
  const say = useTexts(composeTexts);
  const sayAnswer = useTexts(answerTexts);
  const [isOpen, setIsOpen] = useState(false);
  const [compared, setCompared] = useState<[number, number] | null>(null);
  const path = { answer: answer.id };
  const versions =
    useApi(isOpen ? `/v1/answers/${answer.id}/versions?${answer.version}` : null, () =>
      bodyOf(api.GET('/v1/answers/{answer}/versions', { params: { path } })),
    ).data?.versions ?? [];
  return (
    <details class="card fold" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <h2>{say('history')}</h2>
      </summary>
      <ol class="line-list stack" reversed>
        {versions.map(({ version, state, updatedAt, updatedBy }) => (
          <li key={version} class="row spread">
            <span>
              <strong class="number">{sayAnswer('version', { n: version })}</strong> ·{' '}
              {sayAnswer(`state_${state}`)}
              <span class="small soft">
                {' '}
                · <Who id={updatedBy} />, <Moment at={updatedAt} />
              </span>
            </span>
            {version > 1 && (
              <button type="button" class="link" onClick={() => setCompared([version - 1, version])}>
                {say('compare')} {version - 1} → {version}
              </button>
            )}
          </li>
        ))}
      </ol>
      {compared && <Difference answerId={answer.id} from={compared[0]} to={compared[1]} />}
    </details>
  );
}

function Difference({ answerId, from, to }: { answerId: string; from: number; to: number }) {
  const say = useTexts(composeTexts);
  const sayAnswer = useTexts(answerTexts);
  const forms = useApi(`/v1/answers/${answerId}/diff?${from}-${to}`, () =>
    bodyOf(
      api.GET('/v1/answers/{answer}/diff', {
        params: { path: { answer: answerId }, query: { from, to } },
      }),
    ),
  ).data?.forms;
  if (!forms) return null;
  const changed = forms.filter(({ parts }) => parts.some(({ kind }) => kind !== 'same'));
  return (
    <div class="stack" aria-live="polite">
      <h3>
        {say('from')} {from} {say('to')} {to}
      </h3>
      {changed.length === 0 && <p class="soft">{say('noChange')}</p>}
      {changed.map(({ channel, parts }) => (
        <div key={channel}>
          <h4>{sayAnswer(`channel_${channel}`)}</h4>
          <p class="jawaban-diff">
            {parts.map(({ kind, text }) => {
              if (kind === 'added') return <ins>{tamed(text)}</ins>;
              return kind === 'removed' ? <del>{tamed(text)}</del> : <span>{tamed(text)}</span>;
            })}
          </p>
        </div>
      ))}
    </div>
  );
}
