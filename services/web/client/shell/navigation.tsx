import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../api/client.ts';
import { onChange } from '../api/live.ts';
import { may, sessionNow, sessionStore } from '../api/session.ts';
import { invalidate, useApi } from '../api/use-api.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { usePlace } from '../router/router.ts';
import { useStore } from '../stores/create-store.ts';
import {
  chooseLanguage,
  chooseTheme,
  languageStore,
  type Theme,
  themeStore,
  themes,
} from '../stores/preferences.ts';
import { unitName, unitsStore } from '../stores/units.ts';
import { useTexts } from '../texts/catalogue.ts';
import { pages } from './pages.ts';
import { signOut } from './start-session.ts';
import { shellTexts } from './texts.ts';
import { UnitSwitch } from './unit-switch.tsx';

const themeWords = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const satisfies Record<Theme, keyof typeof shellTexts>;

/** The pages; on a phone behind a button. */
export function Navigation() {
  const say = useTexts(shellTexts);
  const { path } = usePlace();
  const [isOpen, setIsOpen] = useState(false);
  useStore(sessionStore);
  useEffect(() => setIsOpen(false), [path]);
  const shown = pages.filter(({ nav }) => nav && (!nav.needs || may(nav.needs)));
  return (
    <header class="side no-print">
      <div class="side-head">
        <a class="brand" href="/isu">
          <BrandMark />
          <span>
            Saring <small>{say('slogan')}</small>
          </span>
        </a>
        <button
          type="button"
          class="button quiet side-toggle"
          aria-expanded={isOpen}
          aria-controls="side-body"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'close' : 'menu'} />
          {say('menu')}
        </button>
      </div>
      <div id="side-body" class={isOpen ? 'side-body open' : 'side-body'}>
        <UnitButton />
        <nav aria-label={say('navigation')}>
          <ul class="side-links">
            {shown.map(({ path: target, nav }) => {
              const isHere = path === target || path.startsWith(`${target}/`);
              return (
                <li key={target}>
                  <a href={target} aria-current={isHere ? 'page' : undefined}>
                    <Icon name={nav!.icon} />
                    {say(nav!.title)}
                    {nav!.title === 'tugas' && <TodoCount />}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        <a class="side-guide small" href={guideOf(path)} target="_blank" rel="noopener">
          <Icon name="panduan" /> {say('guide')}
        </a>
        <Preferences />
      </div>
    </header>
  );
}

/** How much waits for whoever is signed in; told anew when somebody is notified. */
function TodoCount() {
  const say = useTexts(shellTexts);
  const { data } = useApi('/v1/me/todo', () => bodyOf(api.GET('/v1/me/todo')));
  useEffect(
    () =>
      onChange(
        ({ kind, id }) => {
          if (kind === 'notice.added' && id === sessionNow()?.user?.id) invalidate('/v1/me/');
        },
        ['notice.added'],
      ),
    [],
  );
  const n = data?.todo.length ?? 0;
  if (n === 0) return null;
  return (
    <span class="side-count number">
      <span aria-hidden="true">{n}</span>
      <span class="visually-hidden">{say('waiting', { n })}</span>
    </span>
  );
}

/** The guide's page on the page one is on. */
const guideOf = (path: string): string =>
  `/panduan/${/^\/(fakta|narasi)/.test(path) ? 'klaim' : path.split('/')[1]}.html`;

const BrandMark = () => (
  <svg viewBox="0 0 64 64" width="30" height="30" aria-hidden="true">
    <rect width="64" height="64" rx="14" fill="var(--accent)" />
    <path
      d="M14 17h36L37 34v13l-10 5V34z"
      fill="none"
      stroke="var(--accent-ink)"
      stroke-width="5"
      stroke-linejoin="round"
    />
  </svg>
);

function UnitButton() {
  const say = useTexts(shellTexts);
  const state = useStore(sessionStore);
  useStore(unitsStore);
  const [isOpen, setIsOpen] = useState(false);
  if (state.kind !== 'in' && state.kind !== 'ended') return null;
  return (
    <>
      <button type="button" class="unit-button" onClick={() => setIsOpen(true)}>
        <Icon name="unit" />
        <span>
          <small>{say('unit')}</small>
          <strong>{unitName(state.session.unit)}</strong>
        </span>
        <span class="visually-hidden">{say('switchUnit')}</span>
      </button>
      {isOpen && <UnitSwitch onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Preferences() {
  const say = useTexts(shellTexts);
  const language = useStore(languageStore);
  const theme = useStore(themeStore);
  const state = useStore(sessionStore);
  const name = state.kind === 'in' || state.kind === 'ended' ? state.session.user?.name : null;
  return (
    <div class="side-end">
      <label class="theme">
        <Icon name="theme" />
        <span class="visually-hidden">{say('theme')}</span>
        <select value={theme} onChange={(event) => chooseTheme(event.currentTarget.value as Theme)}>
          {themes.map((one) => (
            <option value={one}>{say(themeWords[one])}</option>
          ))}
        </select>
      </label>
      <Button
        looks={['quiet', 'little']}
        icon="language"
        onClick={() => chooseLanguage(language === 'id' ? 'en' : 'id')}
      >
        <span lang={language === 'id' ? 'en' : 'id'}>{say('language')}</span>
      </Button>
      <div class="side-person">
        <span class="small">
          <Icon name="person" /> {name}
        </span>
        <Button looks={['quiet', 'little']} icon="out" onClick={() => void signOut()}>
          {say('signOut')}
        </Button>
      </div>
    </div>
  );
}
