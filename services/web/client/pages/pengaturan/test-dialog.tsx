import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { onChange } from '../../api/live.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Outside } from '../../components/outside.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import type { ApiRecipient } from './recipient.ts';
import { recipientTexts } from './recipient-texts.ts';

type Receipt = components['schemas']['Receipt'];

/** How often it is asked what became of it; the sender looks within seconds. */
const lookEveryMs = 2_000;

interface Props {
  recipient: ApiRecipient;
  onClose(): void;
}

/** Sends a test and shows, way by way, what became of it. */
export function TestDialog({ recipient: { id, name, contacts }, onClose }: Props) {
  const say = useTexts(recipientTexts);
  const sayAll = useTexts(common);
  const { isBusy, error, run } = useAct();
  const [sent, setSent] = useState<readonly Receipt[]>([]);
  const isOpen = sent.some(({ state }) => state === 'queued');
  const look = async (): Promise<void> => {
    const query = { recipient: id, limit: 50 };
    const { receipts } = await bodyOf(api.GET('/v1/deliveries', { params: { query } }));
    setSent((now) =>
      now.map((one) => receipts.find(({ deliveryId }) => deliveryId === one.deliveryId) ?? one),
    );
  };
  useEffect(() => {
    if (!isOpen) return;
    const again = (): void => void look().catch(() => {});
    const timer = setInterval(again, lookEveryMs);
    const stop = onChange(({ kind }) => kind === 'message.delivered' && again());
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [isOpen]);
  const send = (): void =>
    void run(async () => {
      const { receipts } = await bodyOf(
        api.POST('/v1/recipients/{recipient}/test', { params: { path: { recipient: id } } }),
      );
      setSent(receipts);
    });
  return (
    <Dialog title={say('testAsk', { name })} onClose={onClose}>
      <p>{say('testHelp', { ways: [...new Set(contacts.map(({ channel }) => say(channel)))].join(', ') })}</p>
      <Refusal error={error} title={say('test')} />
      {sent.length > 0 && (
        <ul class="settings-roles" role="status" aria-label={say('testResult')}>
          {sent.map(({ deliveryId, channel, state, reason }) => (
            <li key={deliveryId}>
              <strong>{say(channel)}</strong>{' '}
              <span
                class={`badge ${state === 'failed' ? 'kritis' : state === 'queued' ? 'outline' : 'good'}`}
              >
                {say(`state_${state}`)}
              </span>{' '}
              {reason && <Outside text={reason} most={300} />}
            </li>
          ))}
        </ul>
      )}
      <div class="dialog-end">
        <Button onClick={onClose}>{sayAll(sent.length > 0 ? 'close' : 'cancel')}</Button>
        {sent.length === 0 && (
          <Button looks="main" isBusy={isBusy} onClick={send}>
            {say('testDo')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
