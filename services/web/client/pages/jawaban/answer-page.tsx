import '../../styles/writing.css';
import './jawaban.css';
import { useEffect, useState } from 'preact/hooks';
import { may } from '../../api/session.ts';
import { Badge } from '../../components/badges.tsx';
import { tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Ago } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import type { PageProps } from '../../shell/page-props.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { AnswerActs } from './answer-acts.tsx';
import {
  type AnswerChannel,
  type AnswerDetail,
  inOrder,
  useAnswer,
  useChoice,
  useClaim,
} from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import { DraftBasis } from './draft-basis.tsx';
import { FormEditor, type Mode } from './form-editor.tsx';
import { History } from './history.tsx';
import { ChoiceCard, MatterCard } from './matter-card.tsx';
import { answerTexts } from './texts.ts';
import { useTyped } from './use-typed.ts';

/** One answer: written in all its forms, and brought on its way. */
export function Page({ params }: PageProps) {
  const { data, error, reload } = useAnswer(params['answer']!);
  const say = useTexts(composeTexts);
  const sayAnswer = useTexts(answerTexts);
  return (
    <div class="stack">
      <a class="small" href="/jawaban">
        {say('back')}
      </a>
      {!data && <PageTitle title={sayAnswer('title')} />}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {data ? <Composer detail={data} onReload={reload} /> : !error && <Loading height="60vh" />}
    </div>
  );
}

function Composer({ detail, onReload }: { detail: AnswerDetail; onReload(): void }) {
  const say = useTexts(composeTexts);
  const { answer } = detail;
  const texts = inOrder(detail.texts);
  const claim = useClaim(answer.claimId).data?.claim ?? null;
  const choice = useChoice(answer.issueId, answer.claimId).data;
  const typed = useTyped(answer.id, detail.texts);
  const [channel, setChannel] = useState<AnswerChannel>(texts[0]?.channel ?? 'web');
  const isDraft = answer.state === 'draft' && may('draft');
  const [mode, setMode] = useState<Mode>('write');
  useEffect(() => setMode('write'), [isDraft]);
  const shown = texts.find((text) => text.channel === channel) ?? texts[0];
  return (
    <>
      <Head answer={answer} />
      <AnswerActs {...{ detail, typed, onReload }} onChannel={setChannel} />
      <div class="two-columns">
        <aside class="stack">
          <details class="card fold" open={innerWidth > 1_055}>
            <summary>
              <h2>{say('matter')}</h2>
            </summary>
            <MatterCard issueId={answer.issueId} claim={claim} />
          </details>
          {choice && (
            <details class="card fold" open={innerWidth > 1_055}>
              <summary>
                <h2>{say('how')}</h2>
              </summary>
              <ChoiceCard choice={choice} />
            </details>
          )}
          <DraftBasis answer={answer} about={claim?.text ?? answer.title} typed={typed} isOpen={isDraft} />
        </aside>
        <div class="stack">
          <Forms {...{ texts, typed, channel }} onChannel={setChannel}>
            {shown && (
              <FormEditor
                key={shown.channel}
                answerId={answer.id}
                saved={shown}
                plain={typed.plainOf(shown)}
                claim={claim}
                mode={mode}
                onMode={setMode}
                onText={isDraft ? (plain) => typed.type(shown, plain) : null}
              />
            )}
          </Forms>
          <History answer={answer} />
        </div>
      </div>
    </>
  );
}

function Head({ answer }: { answer: AnswerDetail['answer'] }) {
  const say = useTexts(answerTexts);
  const sayCompose = useTexts(composeTexts);
  const title = answer.title === null ? say('untitled') : tamed(answer.title).slice(0, 160);
  return (
    <header class="jawaban-head">
      <PageTitle title={title}>
        <span class="outside">{title}</span>
      </PageTitle>
      <div class="row small soft">
        <span class={`badge ${answer.state === 'approved' || answer.state === 'published' ? 'good' : ''}`}>
          {say(`state_${answer.state}`)}
        </span>
        <span>{say(`kind_${answer.kind}`)}</span>
        {answer.verdict !== 'belum_diperiksa' && <Badge value={answer.verdict} />}
        {answer.corrects && <span class="badge tinggi">{sayCompose('correction')}</span>}
        <span>{unitName(answer.unit)}</span>
        <span class="number">{say('version', { n: answer.version })}</span>
        <span>
          {say('changed')} <Ago at={answer.updatedAt} /> · <Who id={answer.updatedBy} />
        </span>
      </div>
    </header>
  );
}

interface FormsProps {
  texts: AnswerDetail['texts'];
  typed: ReturnType<typeof useTyped>;
  channel: AnswerChannel;
  onChannel(channel: AnswerChannel): void;
  children: preact.ComponentChildren;
}

function Forms({ texts, typed, channel, onChannel, children }: FormsProps) {
  const say = useTexts(answerTexts);
  const sayCompose = useTexts(composeTexts);
  const titled = texts.map((text) => {
    const errors = text.lint.findings.filter(({ severity }) => severity === 'error').length;
    const mark = `${typed.isTyped(text) ? ' •' : ''}${errors > 0 ? ` (${errors})` : ''}`;
    return { key: text.channel, title: `${say(`channel_${text.channel}`)}${mark}` };
  });
  return (
    <section class="card">
      <h2 class="visually-hidden">{sayCompose('forms')}</h2>
      <Tabs label={sayCompose('forms')} tabs={titled} chosen={channel} onChoose={onChannel}>
        {children}
      </Tabs>
    </section>
  );
}
