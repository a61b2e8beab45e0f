import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { ReasonDialog, SureDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { isMe, Who } from '../../components/who.tsx';
import { goTo } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type AnswerChannel, type AnswerDetail, answersChanged, channelOrder } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import type { Typed } from './use-typed.ts';

interface Props {
  detail: AnswerDetail;
  typed: Typed;
  onReload(): void;
  onChannel(channel: AnswerChannel): void;
}

type Asked = 'return' | 'discard' | 'publish' | null;

/** What can be done with an answer now, and why the rest cannot. */
export function AnswerActs({ detail: { answer, texts }, typed, onReload, onChannel }: Props) {
  const say = useTexts(composeTexts);
  const act = useAct();
  const [tried, setTried] = useState<'notSubmitted' | 'notApproved' | 'notPublished' | 'notDone'>('notDone');
  const [asked, setAsked] = useState<Asked>(null);
  const path = { answer: answer.id };
  const { version, state } = answer;
  const wrote = answer.drafters.some(isMe) || isMe(answer.submittedBy);
  const dirty = typed.unsaved.length > 0;
  useKeptFocus(state);

  const done = (text: string): void => {
    answersChanged();
    onReload();
    tell(text);
  };
  const saved = async (): Promise<number> => {
    if (!dirty) return version;
    const body = { version, texts: typed.unsaved };
    const { answer: after } = await bodyOf(api.PATCH('/v1/answers/{answer}', { params: { path }, body }));
    typed.clear();
    answersChanged();
    return after.version;
  };
  const go = (name: typeof tried, work: () => Promise<unknown>): Promise<boolean> => {
    setTried(name);
    return act.run(work);
  };
  const save = () =>
    go('notDone', async () => {
      await saved();
      done(say('saved'));
    });
  const submit = () =>
    go('notSubmitted', async () => {
      const body = { version: await saved() };
      try {
        await api.POST('/v1/answers/{answer}/submit', { params: { path }, body });
      } finally {
        onReload();
      }
      done(say('submitted'));
    });
  const approve = () =>
    go('notApproved', async () => {
      await api.POST('/v1/answers/{answer}/approve', { params: { path }, body: { version } });
      done(say('approved'));
    });
  const publish = (): void => {
    setAsked(null);
    void go('notPublished', async () => {
      const body = { version };
      const { id } = await bodyOf(api.POST('/v1/answers/{answer}/publish', { params: { path }, body }));
      answersChanged();
      tell(say('published'));
      goTo(`/jawaban/terbit/${id}`);
    });
  };
  const withReason = (name: 'return' | 'discard', reason: string): Promise<boolean> => {
    setAsked(null);
    return go('notDone', async () => {
      await api.POST(`/v1/answers/{answer}/${name}`, { params: { path }, body: { version, reason } });
      done(say('saved'));
    });
  };
  const toForm = (where: string): void => {
    const channel = where.split('.')[1] as AnswerChannel;
    if (channelOrder.includes(channel)) onChannel(channel);
  };
  const takeOver = texts.filter(({ origin, takenOverBy }) => origin === 'model' && takenOverBy === null);
  return (
    <>
      <div class="jawaban-acts stack no-print">
        <div class="row">
          {state === 'draft' && may('draft') && (
            <>
              <Button looks="main" icon="check" isBusy={act.isBusy} onClick={() => void submit()}>
                {say('submit')}
              </Button>
              <Button isBusy={act.isBusy} disabled={!dirty} onClick={() => void save()}>
                {say('save')}
              </Button>
              <Button looks="quiet" onClick={() => setAsked('discard')}>
                {say('discard')}
              </Button>
              {dirty && <span class="small soft">{say('unsaved')}</span>}
            </>
          )}
          {state === 'submitted' && may('approve') && !wrote && (
            <Button looks="main" icon="check" isBusy={act.isBusy} onClick={() => void approve()}>
              {say('approve')}
            </Button>
          )}
          {state === 'approved' && may('draft') && (
            <Button looks="main" icon="check" isBusy={act.isBusy} onClick={() => setAsked('publish')}>
              {say('publish')}
            </Button>
          )}
          {(state === 'submitted' || state === 'approved') && may('draft') && (
            <Button onClick={() => setAsked('return')}>{say('giveBack')}</Button>
          )}
          {answer.publicationId && (
            <a class="button main" href={`/jawaban/terbit/${answer.publicationId}`}>
              {say('seePublication')}
            </a>
          )}
          {state === 'submitted' && (wrote || !may('approve')) && (
            <span>{say(wrote ? 'ownDraft' : 'mayNotApprove')}</span>
          )}
          {answer.approver && (
            <span class="small soft">
              {say('approvedBy')} <Who id={answer.approver} />
            </span>
          )}
        </div>
      </div>
      {statusOf(act.error) === 409 ? (
        <div class="notice problem" role="alert">
          <p>{say('otherChanged')}</p>
          <div>
            <Button
              onClick={() => {
                act.forget();
                onReload();
              }}
            >
              {say('reload')}
            </Button>
          </div>
        </div>
      ) : (
        <Refusal error={act.error} title={say(tried)} onReason={toForm} />
      )}
      {state === 'draft' &&
        takeOver.map(({ channel }) => (
          <div class="notice" key={channel}>
            <p>{say('originModel')}</p>
            <div>
              <Button
                onClick={() =>
                  void go('notDone', async () => {
                    await api.POST('/v1/answers/{answer}/take-over', {
                      params: { path },
                      body: { version, channel },
                    });
                    done(say('saved'));
                  })
                }
              >
                {say('takeOver')}
              </Button>
            </div>
          </div>
        ))}
      {asked === 'publish' && (
        <SureDialog
          title={say('publish')}
          text={say('publishSure')}
          yes={say('publishNow')}
          onYes={publish}
          onClose={() => setAsked(null)}
        />
      )}
      {(asked === 'return' || asked === 'discard') && (
        <ReasonDialog
          name={`${asked}.${answer.id}`}
          title={say(asked === 'return' ? 'giveBack' : 'discard')}
          question={say(asked === 'return' ? 'giveBackWhy' : 'discardWhy')}
          help={say('reasonHelp')}
          onReason={(reason) => withReason(asked, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
