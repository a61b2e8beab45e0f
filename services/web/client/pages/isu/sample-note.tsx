import { useState } from 'preact/hooks';
import { sampleOfficerEmail } from '../../../../../shared/domain/sample-officer.ts';
import { sessionNow } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { keepLocal, readLocal } from '../../stores/preferences.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { issueListTexts } from './texts.ts';

const shut = 'saring.sample-note';

/** Says to whoever tries the sample that it is made up, and where to begin; gone for good once it was closed. */
export function SampleNote({ top }: { top: string | undefined }) {
  const say = useTexts(issueListTexts);
  const [isShut, setIsShut] = useState(() => readLocal(shut) !== null);
  if (isShut || sessionNow()?.user?.email !== sampleOfficerEmail) return null;
  const close = (): void => {
    keepLocal(shut, 'yes');
    setIsShut(true);
  };
  return (
    <aside class="sample-note no-print" aria-label={say('sample')}>
      <p>
        <strong>{say('sample')}</strong> {say('sampleWhat')}
      </p>
      <ol>
        <li>
          {/* Its place is held until the queue is there. */}
          <a href={top === undefined ? '/isu' : `/isu/${top}`}>{say('sampleTriage')}</a>
        </li>
        <li>
          <a href="/peta">{say('sampleMap')}</a>
        </li>
        <li>
          <a href="/laporan">{say('sampleReport')}</a>
        </li>
      </ol>
      <Button looks={['quiet', 'little']} icon="close" aria-label={say('sampleClose')} onClick={close} />
    </aside>
  );
}
