import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { goTo } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { answersChanged, type Publication } from './answer-data.ts';
import { publicationTexts } from './publication-texts.ts';

/** Correct it or take it back; nothing is ever removed. */
export function PublicationActs({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const [asked, setAsked] = useState<'withdraw' | 'correct' | null>(null);
  const close = (): void => setAsked(null);
  if (publication.state === 'withdrawn' || !(may('draft') || may('approve'))) return null;
  return (
    <section class="card row">
      {may('draft') && (
        <Button icon="edit" onClick={() => setAsked('correct')}>
          {say('correct')}
        </Button>
      )}
      {may('approve') && (
        <Button looks="danger" onClick={() => setAsked('withdraw')}>
          {say('withdraw')}
        </Button>
      )}
      {asked === 'correct' && <Correct publication={publication} onClose={close} />}
      {asked === 'withdraw' && <Withdraw publication={publication} onClose={close} />}
    </section>
  );
}

interface Props {
  publication: Publication;
  onClose(): void;
}

function Correct({ publication: { id, version }, onClose }: Props) {
  const say = useTexts(publicationTexts);
  const sayCommon = useTexts(common);
  const [note, setNote, clear] = useDraft(`correct.${id}`);
  const act = useAct();
  const send = (): void =>
    void act.run(async () => {
      const { answer } = await bodyOf(
        api.POST('/v1/publications/{publication}/correct', {
          params: { path: { publication: id } },
          body: { version, note },
        }),
      );
      clear();
      answersChanged();
      goTo(`/jawaban/${answer.id}`);
    });
  return (
    <Dialog title={say('correct')} onClose={onClose} onSubmit={send}>
      <Field label={say('correctNote')} rule="correction" help={say('correctHelp')} isRequired>
        <textarea
          rows={3}
          minLength={10}
          maxLength={600}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </Field>
      <Refusal error={act.error} title={say('notDone')} />
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button looks="main" type="submit" isBusy={act.isBusy}>
          {say('correctStart')}
        </Button>
      </div>
    </Dialog>
  );
}

function Withdraw({ publication: { id, version }, onClose }: Props) {
  const say = useTexts(publicationTexts);
  const sayCommon = useTexts(common);
  const [notice, setNotice, clearNotice] = useDraft(`withdraw.notice.${id}`);
  const [reason, setReason, clearReason] = useDraft(`withdraw.reason.${id}`);
  const act = useAct();
  const send = (): void =>
    void act.run(async () => {
      await api.POST('/v1/publications/{publication}/withdraw', {
        params: { path: { publication: id } },
        body: { version, notice, reason },
      });
      clearNotice();
      clearReason();
      answersChanged();
      tell(say('withdrawnDone'));
      onClose();
    });
  return (
    <Dialog title={say('withdrawTitle')} onClose={onClose} onSubmit={send}>
      <Field label={say('withdrawNotice')} rule="correction" help={say('withdrawNoticeHelp')} isRequired>
        <textarea
          rows={3}
          minLength={10}
          maxLength={600}
          value={notice}
          onInput={({ currentTarget }) => setNotice(currentTarget.value)}
        />
      </Field>
      <ReasonField label={say('withdrawReason')} value={reason} onType={setReason} />
      <Refusal error={act.error} title={say('notDone')} />
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button looks="danger" type="submit" isBusy={act.isBusy}>
          {say('withdraw')}
        </Button>
      </div>
    </Dialog>
  );
}
