import { useState } from 'preact/hooks';
import type { QRCode } from 'qrcode';
import { api, bodyOf } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { type Act, useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { QrCode } from './qr-code.tsx';
import { ownTexts } from './texts.ts';

/** Below this the reader is told to make new ones. */
const fewCodes = 3;

interface Fresh {
  secret: string;
  modules: QRCode['modules'];
}

/** Codes of a phone: set up with a picture and a code, shown to work before they count; recovery codes once. */
export function Generator({ onSetUp }: { onSetUp?: () => void }) {
  const say = useTexts(ownTexts);
  const state = useApi('/v1/me/generator', () => bodyOf(api.GET('/v1/me/generator')));
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const act = useAct();
  const begin = () =>
    act.run(async () => {
      const { secret, uri } = await bodyOf(api.POST('/v1/me/generator'));
      const { create } = await import('qrcode');
      setFresh({ secret, modules: create(uri, { errorCorrectionLevel: 'M' }).modules });
    });
  const confirm = (code: string) =>
    act.run(async () => {
      const { recoveryCodes } = await bodyOf(api.POST('/v1/me/generator/confirm', { body: { code } }));
      setFresh(null);
      setCodes(recoveryCodes);
      invalidate('/v1/me/generator');
    });
  const takeOff = (code: string) =>
    act.run(async () => {
      await api.DELETE('/v1/me/generator', { body: { code } });
      setCodes(null);
      invalidate('/v1/me/generator');
      tell(say('takenOff'));
    });
  const isOn = state.data?.confirmed ?? false;
  return (
    <section class="card stack" aria-label={say('generator')}>
      <h2>{say('generator')}</h2>
      <p>{say('generatorLead')}</p>
      {state.error ? <ProblemNotice error={state.error} onRetry={state.reload} /> : null}
      {!state.data && !state.error && <Loading height="4rem" />}
      {state.data && (
        <p>
          <span class={`badge ${isOn ? 'good' : 'outline'}`}>
            {say(isOn ? 'generatorOn' : 'generatorOff')}
          </span>{' '}
          {isOn && say('codesLeft', { n: state.data.recoveryCodes })}
        </p>
      )}
      {isOn && state.data!.recoveryCodes < fewCodes && <p class="notice">{say('codesLow')}</p>}
      {codes && (
        <ShownOnce
          label={say('recoveryTitle')}
          help={say('recoveryHelp')}
          value={codes.join('\n')}
          onClose={() => {
            setCodes(null);
            onSetUp?.();
          }}
        />
      )}
      {!isOn && !fresh && state.data && (
        <div>
          <Button isBusy={act.isBusy} onClick={() => void begin()}>
            {say('begin')}
          </Button>
        </div>
      )}
      {fresh && (
        <>
          <p>{say('scan')}</p>
          <QrCode modules={fresh.modules} label={say('qr')} />
          <p class="small">
            {say('byHand')} <code class="outside">{fresh.secret}</code>
          </p>
          <CodeForm act={act} doIt={say('confirm')} onSend={confirm} />
        </>
      )}
      {isOn && !codes && (
        <details class="stack">
          <summary>{say('takeOff')}</summary>
          <p>{say('takeOffHelp')}</p>
          <CodeForm act={act} doIt={say('takeOff')} onSend={takeOff} isDanger />
        </details>
      )}
      {!fresh && !isOn && <ProblemNotice error={act.error} />}
    </section>
  );
}

interface CodeFormProps {
  act: Act;
  doIt: string;
  isDanger?: boolean;
  onSend(code: string): Promise<boolean>;
}

function CodeForm({ act, doIt, isDanger = false, onSend }: CodeFormProps) {
  const say = useTexts(ownTexts);
  const [code, setCode] = useState('');
  const status = statusOf(act.error);
  const isWrong = status === 400 || status === 403;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(code.replaceAll(/\s/g, ''));
      }}
    >
      <Field label={say('code')} wrong={isWrong ? say('wrongCode') : null} isRequired>
        <input
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={8}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      {!isWrong && <ProblemNotice error={act.error} />}
      <div>
        <Button type="submit" looks={isDanger ? 'danger' : 'main'} isBusy={act.isBusy}>
          {doIt}
        </Button>
      </div>
    </form>
  );
}
