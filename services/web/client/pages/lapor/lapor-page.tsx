import '../../styles/writing.css';
import './lapor.css';
import { useState } from 'preact/hooks';
import { api, bodyOf, send } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, ProblemNotice } from '../../components/states.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useStore } from '../../stores/create-store.ts';
import { chooseLanguage, languageStore } from '../../stores/preferences.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { reportTexts } from './texts.ts';

interface Received {
  id: string;
  state: 'reading' | 'taken' | 'waiting_text';
}

const mostBytes = 5_000_000;
/** A form that is closed is a route that is not there; to a stranger that looks like one that asks who they are. */
const closedStatuses = [401, 404];

/** Where anybody reports what circulates; opens without a sign-in. */
export function Page() {
  const say = useTexts(reportTexts);
  const language = useStore(languageStore);
  const [received, setReceived] = useState<Received | null>(null);
  return (
    <div class="lapor card">
      <div class="lapor-head">
        <strong>KPU · Saring</strong>
        <button
          type="button"
          class="link small"
          lang={language === 'id' ? 'en' : 'id'}
          onClick={() => chooseLanguage(language === 'id' ? 'en' : 'id')}
        >
          {say('language')}
        </button>
      </div>
      {received ? (
        <Thanks received={received} onAnother={() => setReceived(null)} />
      ) : (
        <>
          <PageTitle title={say('title')} />
          <p>{say('lead')}</p>
          <ReportForm onReceived={setReceived} />
          <After />
        </>
      )}
      <a href="/klarifikasi/">{say('seePages')}</a>
    </div>
  );
}

function After() {
  const say = useTexts(reportTexts);
  return (
    <section class="stack">
      <h2>{say('after')}</h2>
      <ol>
        <li>{say('after1')}</li>
        <li>{say('after2')}</li>
        <li>{say('after3')}</li>
      </ol>
      <p class="small soft">{say('after4')}</p>
    </section>
  );
}

function Thanks({ received, onAnother }: { received: Received; onAnother(): void }) {
  const say = useTexts(reportTexts);
  return (
    <div class="stack" role="status">
      <PageTitle title={say('thanks')} />
      <p>{say('thanksText')}</p>
      {received.state === 'waiting_text' && <p>{say('waiting')}</p>}
      <p class="small soft">
        {say('number')}: {received.id}
      </p>
      <div>
        <Button onClick={onAnother}>{say('another')}</Button>
      </div>
    </div>
  );
}

const blank = { text: '', url: '', unit: 'RI', contact: '' };

function ReportForm({ onReceived }: { onReceived(received: Received): void }) {
  const say = useTexts(reportTexts);
  const [kept, keep, clear] = useDraft('public.report', JSON.stringify(blank));
  const typed = JSON.parse(kept) as typeof blank;
  const [picture, setPicture] = useState<File | null>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const act = useAct();
  const isTooLarge = picture !== null && picture.size > mostBytes;
  const field = (name: keyof typeof blank) => ({
    value: typed[name],
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      keep(JSON.stringify({ ...typed, [name]: currentTarget.value })),
  });
  const submit = (): void => {
    const isEmpty = typed.text.trim() === '' && typed.url.trim() === '' && picture === null;
    setIsIncomplete(isEmpty);
    if (isEmpty || isTooLarge) return;
    void act.run(async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(typed))
        if (value.trim() !== '') form.set(name, value.trim());
      if (picture) form.set('screenshot', picture);
      const request = new Request('/v1/public/reports', { method: 'POST', body: form });
      const received = (await (await send(request)).json()) as Received;
      clear();
      onReceived(received);
    });
  };
  if (closedStatuses.includes(statusOf(act.error) ?? 0))
    return (
      <Empty icon="jawaban" title={say('closed')}>
        <p>{say('closedWhy')}</p>
      </Empty>
    );
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={say('text')} help={say('textHelp')} {...(isIncomplete ? { wrong: say('needed') } : {})}>
        <textarea rows={6} maxLength={30_000} {...field('text')} />
      </Field>
      <Field label={say('url')}>
        <input type="url" inputMode="url" maxLength={2_000} {...field('url')} />
      </Field>
      <Field
        label={say('picture')}
        help={say('pictureHelp')}
        {...(isTooLarge ? { wrong: say('tooLarge') } : {})}
      >
        <FileInput accept="image/png,image/jpeg,image/webp" onFile={(chosen) => setPicture(chosen ?? null)} />
      </Field>
      <Field label={say('where')} help={say('whereHelp')}>
        <select {...field('unit')}>
          <option value="RI">{say('everywhere')}</option>
          <Units />
        </select>
      </Field>
      <Field label={say('contact')} help={say('contactHelp')}>
        <input type="text" maxLength={200} autoComplete="email" {...field('contact')} />
      </Field>
      {act.error ? <ProblemNotice error={act.error} title={say('notSent')} /> : null}
      <div>
        <Button looks="main" type="submit" isBusy={act.isBusy}>
          {say('send')}
        </Button>
      </div>
    </form>
  );
}

/** Regencies and cities under their province. */
function Units() {
  const { data } = useApi('/v1/public/units', () => bodyOf(api.GET('/v1/public/units')));
  const units = data?.units ?? [];
  const provinces = units.filter(({ code }) => code !== 'RI' && !code.includes('.'));
  return (
    <>
      {provinces.map(({ code, name }) => (
        <optgroup key={code} label={name}>
          <option value={code}>{name}</option>
          {units
            .filter((unit) => unit.code.startsWith(`${code}.`))
            .map((unit) => (
              <option key={unit.code} value={unit.code}>
                {unit.name}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}
