import { useState } from 'preact/hooks';
import { sessionNow } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { goTo, usePlace } from '../../router/router.ts';
import { keepLocal, readLocal } from '../../stores/preferences.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { issueListTexts } from './texts.ts';

interface View {
  name: string;
  /** What stands behind `?`. */
  query: string;
}

const nameOf = (): string => `saring.views.${sessionNow()?.user?.id ?? ''}`;

function readViews(): View[] {
  try {
    const stored = JSON.parse(readLocal(nameOf()) ?? '[]') as View[];
    return stored.filter(({ name, query }) => typeof name === 'string' && typeof query === 'string');
  } catch {
    return [];
  }
}

/** Views that every desk has, and one's own. */
export function SavedViews() {
  const say = useTexts(issueListTexts);
  const sayCommon = useTexts(common);
  const { query } = usePlace();
  const [own, setOwn] = useState(readViews);
  const [name, setName] = useState<string | null>(null);
  const now = query.toString().replaceAll('%2C', ',');
  const fixed: View[] = [
    { name: say('open'), query: '' },
    { name: say('viewUrgent'), query: 'level=kritis,tinggi' },
    { name: say('viewNew'), query: 'state=new' },
    { name: say('viewPublished'), query: 'state=published,monitored' },
    { name: say('viewDone'), query: 'state=closed,dismissed' },
  ];
  const all = [...fixed, ...own];
  const keep = (views: View[]): void => {
    setOwn(views);
    keepLocal(nameOf(), JSON.stringify(views));
  };
  const save = (): void => {
    if (!name?.trim()) return;
    keep([...own.filter((view) => view.name !== name.trim()), { name: name.trim(), query: now }]);
    setName(null);
  };
  const chosen = all.findIndex((view) => view.query === now);
  const ownChosen = own.find((view) => view.query === now);
  return (
    <>
      <label class="row">
        <span class="visually-hidden">{say('views')}</span>
        <Icon name="star" />
        <select
          class="small-select"
          value={String(chosen)}
          onChange={(event) =>
            goTo(`/isu?${all[Number(event.currentTarget.value)]?.query ?? ''}`.replace(/\?$/, ''))
          }
        >
          {chosen < 0 && <option value="-1">{say('views')}</option>}
          {all.map((view, n) => (
            <option key={view.name} value={String(n)}>
              {view.name}
            </option>
          ))}
        </select>
      </label>
      {chosen < 0 && (
        <Button looks={['quiet', 'little']} icon="plus" onClick={() => setName('')}>
          {say('saveView')}
        </Button>
      )}
      {ownChosen && (
        <Button
          looks={['quiet', 'little']}
          icon="close"
          aria-label={say('removeView', { name: ownChosen.name })}
          onClick={() => keep(own.filter((view) => view !== ownChosen))}
        />
      )}
      {name !== null && (
        <Dialog title={say('saveView')} onClose={() => setName(null)} onSubmit={save}>
          <Field label={say('viewName')} help={say('viewHelp')} isRequired>
            <input value={name} maxLength={60} onInput={(event) => setName(event.currentTarget.value)} />
          </Field>
          <div class="dialog-end">
            <Button onClick={() => setName(null)}>{sayCommon('cancel')}</Button>
            <Button type="submit" looks="main">
              {sayCommon('save')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
