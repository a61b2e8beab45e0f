import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.tsx';
import { shellTexts } from '../../shell/texts.ts';
import { useStore } from '../../stores/create-store.ts';
import { chooseLanguage, languageStore } from '../../stores/preferences.ts';
import { useTexts } from '../../texts/catalogue.ts';

/** The frame of the pages before one is in. */
export function Door({ children }: { children: ComponentChildren }) {
  const say = useTexts(shellTexts);
  const language = useStore(languageStore);
  return (
    <div class="door-card card stack">
      <div class="row spread">
        <strong class="brand">
          <img src="/icon.svg" width="28" height="28" alt="" /> Saring
        </strong>
        <Button
          looks={['quiet', 'little']}
          icon="language"
          onClick={() => chooseLanguage(language === 'id' ? 'en' : 'id')}
        >
          <span lang={language === 'id' ? 'en' : 'id'}>{say('language')}</span>
        </Button>
      </div>
      {children}
      <a class="small" href="/panduan/mulai.html">
        {say('guideStart')}
      </a>
    </div>
  );
}
