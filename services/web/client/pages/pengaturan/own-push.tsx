import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { accountTexts } from './account-texts.ts';

const key = '/v1/me/push';

/** A browser has it on https and on this computer's own address alone. */
const isPossible = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

/** The key as the browser wants it: bytes of URL-safe base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** Why the browser does not give a subscription, so that the page can say it. */
class NotAllowed extends Error {
  override name = 'NotAllowed';
}

async function subscribe(publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new NotAllowed('Not allowed');
  const { pushManager } = await navigator.serviceWorker.ready;
  const kept = await pushManager.getSubscription();
  const made =
    kept ??
    (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) }));
  const { endpoint, keys } = made.toJSON();
  const subscription = { endpoint: endpoint!, keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! } };
  await api.PUT('/v1/me/push', { body: { subscription } });
}

async function unsubscribe(): Promise<void> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const kept = await pushManager.getSubscription();
  if (!kept) return;
  await api.DELETE('/v1/me/push', { params: { query: { endpoint: kept.endpoint } } });
  await kept.unsubscribe();
}

/** The end point of this browser's own subscription; null when it has none. */
function useOwnEndpoint(version: unknown): string | null {
  const [endpoint, setEndpoint] = useState<string | null>(null);
  useEffect(() => {
    if (!isPossible()) return;
    navigator.serviceWorker.ready
      .then(({ pushManager }) => pushManager.getSubscription())
      .then((kept) => setEndpoint(kept?.endpoint ?? null))
      .catch(() => {});
  }, [version]);
  return endpoint;
}

/** Notifications of this browser, on and off, and a test of them. */
export function OwnPush() {
  const say = useTexts(accountTexts);
  const state = useApi(key, () => bodyOf(api.GET('/v1/me/push')));
  const { isBusy, error, run } = useAct();
  const own = useOwnEndpoint(state.data);
  const { data } = state;
  const isOn = own !== null && (data?.browsers.includes(own) ?? false);
  const turn = async (): Promise<void> => {
    const isDone = await run(() => (isOn ? unsubscribe() : subscribe(data!.publicKey!)));
    state.reload();
    if (isDone) tell(say(isOn ? 'pushOffNow' : 'pushOnNow'));
  };
  const test = async (): Promise<void> => {
    if (await run(() => api.POST('/v1/me/push/test', {}))) tell(say('pushTested'));
  };
  return (
    <section class="card stack" aria-label={say('push')}>
      <h2>{say('push')}</h2>
      <p>{say('pushLead')}</p>
      {state.error ? <ProblemNotice error={state.error} onRetry={state.reload} /> : null}
      {!data && !state.error && <Loading height="4rem" />}
      {data && !isPossible() && <p class="notice">{say('pushImpossible')}</p>}
      {data && isPossible() && data.publicKey === null && <p class="notice">{say('pushNotSet')}</p>}
      {data && isPossible() && data.publicKey !== null && (
        <>
          <p>
            <span class={isOn ? 'badge good' : 'badge outline'}>{say(isOn ? 'pushOn' : 'pushOff')}</span>{' '}
            {data.browsers.length > 0 && (
              <span class="small soft">{say('pushBrowsers', { n: data.browsers.length })}</span>
            )}
          </p>
          {error instanceof NotAllowed || (error instanceof Error && error.name === 'NotAllowedError') ? (
            <p class="notice problem" role="alert">
              {say('pushRefused')}
            </p>
          ) : (
            <Refusal error={error} title={say('pushNotDone')} />
          )}
          <div class="row">
            <Button looks={isOn ? [] : 'main'} icon="peringatan" isBusy={isBusy} onClick={() => void turn()}>
              {say(isOn ? 'pushTurnOff' : 'pushTurnOn')}
            </Button>
            {data.browsers.length > 0 && (
              <Button looks="quiet" isBusy={isBusy} onClick={() => void test()}>
                {say('pushTest')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
