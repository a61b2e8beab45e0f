import { sessionNow } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { readSession, signOut } from '../../shell/start-session.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Generator } from '../pengaturan/generator.tsx';
import { Door } from './door.tsx';
import { signInTexts } from './texts.ts';

/** The installation asks for codes of a phone: they are set up before anything else is shown. */
export function SecondFactorPage() {
  const say = useTexts(signInTexts);
  return (
    <Door>
      <PageTitle title={say('factorTitle')} />
      <p>{say('factorWhy')}</p>
      <Generator onSetUp={() => void readSession()} />
      <div class="row spread">
        <span class="small soft">{sessionNow()?.user?.email}</span>
        <Button looks={['quiet', 'little']} icon="out" onClick={() => void signOut()}>
          {say('factorLeave')}
        </Button>
      </div>
    </Door>
  );
}
