import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { keysOnStore, turnKeys } from '../../components/use-keys.ts';
import { useStore } from '../../stores/create-store.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { issueListTexts } from './texts.ts';

const keys = [
  [['j', 'k'], 'keyNext'],
  [['Enter'], 'keyOpen'],
  [['p'], 'keyTriage'],
  [['a'], 'keyAssign'],
  [['e'], 'keyEscalate'],
  [['/'], 'keySearch'],
  [['?'], 'keyHelp'],
] as const;

export function Shortcuts({ onClose }: { onClose(): void }) {
  const say = useTexts(issueListTexts);
  const sayCommon = useTexts(common);
  const isOn = useStore(keysOnStore);
  return (
    <Dialog title={say('shortcuts')} onClose={onClose}>
      <dl class="keys">
        {keys.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <label class="row">
        <input type="checkbox" checked={isOn} onChange={(event) => turnKeys(event.currentTarget.checked)} />
        {say('keysOn')}
      </label>
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('close')}</Button>
      </div>
    </Dialog>
  );
}
