import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Outside } from '../../components/outside.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { tell } from '../../components/toasts.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { ApiRecipient } from './recipient.ts';
import { RecipientDialog } from './recipient-dialog.tsx';
import { recipientTexts } from './recipient-texts.ts';
import { TestDialog } from './test-dialog.tsx';
import { settingsTexts } from './texts.ts';

async function allRecipients(): Promise<ApiRecipient[]> {
  const recipients: ApiRecipient[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: 500, ...(after === null ? {} : { after }) };
    const page = await bodyOf(api.GET('/v1/recipients', { params: { query } }));
    recipients.push(...page.recipients);
    after = page.nextCursor;
  } while (after !== null);
  return recipients;
}

export function RecipientsTab() {
  const say = useTexts(recipientTexts);
  const { data, error, reload } = useApi('/v1/recipients', allRecipients);
  const [isAdding, setIsAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <p class="soft settings-lead">{say('lead')}</p>
      <div>
        <Button looks="main" icon="plus" onClick={() => setIsAdding(true)}>
          {say('addTitle')}
        </Button>
      </div>
      {secret && (
        <ShownOnce
          label={say('secretTitle')}
          help={say('secretHelp')}
          value={secret}
          onClose={() => setSecret(null)}
        />
      )}
      {isAdding && (
        <RecipientDialog recipient={null} onSecret={setSecret} onClose={() => setIsAdding(false)} />
      )}
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!data && !error && <Loading height="40vh" />}
      {data?.length === 0 && (
        <Empty icon="peringatan" title={say('none')}>
          <p>{say('noneDo')}</p>
        </Empty>
      )}
      {data && data.length > 0 && <Recipients recipients={data} onSecret={setSecret} />}
    </>
  );
}

interface ListProps {
  recipients: readonly ApiRecipient[];
  onSecret(secret: string): void;
}

function Recipients({ recipients, onSecret }: ListProps) {
  const say = useTexts(recipientTexts);
  const sayAll = useTexts(settingsTexts);
  return (
    <Table
      caption={say('title')}
      hideCaption
      rows={[...recipients].sort((a, b) => a.name.localeCompare(b.name))}
      columns={[
        { title: sayAll('name'), cell: (one) => <Named recipient={one} /> },
        { title: say('channels'), cell: ({ contacts }) => <Ways contacts={contacts} /> },
        { title: say('sensitivity'), cell: ({ sensitivity }) => say(`sense_${sensitivity}`) },
        {
          title: say('quiet'),
          cell: ({ quiet }) => (
            <span class="number">{quiet ? say('quietSpan', quiet) : say('quietNone')}</span>
          ),
        },
        { title: sayAll('acts'), cell: (one) => <Acts recipient={one} onSecret={onSecret} /> },
      ]}
    />
  );
}

function Named({ recipient: { name, units, below, levels, active } }: { recipient: ApiRecipient }) {
  const say = useTexts(recipientTexts);
  return (
    <div class="settings-name">
      <strong>
        <Outside text={name} most={120} />
      </strong>
      {!active && <span class="badge outline">{say('resting')}</span>}
      <span class="small soft">
        {units.slice(0, 3).map(unitName).join(', ')}
        {units.length > 3 && ' …'}
        {below && ' ↓'}
      </span>
      {levels.length < 4 && (
        <span class="small soft">
          {levels.map((level, n) => (
            <>
              {n > 0 && ', '}
              <WordOf value={level} />
            </>
          ))}
        </span>
      )}
    </div>
  );
}

function Ways({ contacts }: Pick<ApiRecipient, 'contacts'>) {
  const say = useTexts(recipientTexts);
  if (contacts.length === 0) return <span class="badge tinggi">{say('noWay')}</span>;
  return (
    <ol class="settings-roles">
      {contacts.map(({ channel, address, optedInAt, optedOutAt }) => (
        <li>
          {say(channel)}
          {channel !== 'in_app' && channel !== 'web_push' && (
            <span class="small soft">
              {' '}
              <Outside text={address} most={60} />
            </span>
          )}
          {optedOutAt !== null && (optedInAt === null || optedInAt <= optedOutAt) && (
            <span class="badge outline">{say('stopped')}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Acts({ recipient, onSecret }: { recipient: ApiRecipient; onSecret(secret: string): void }) {
  const say = useTexts(recipientTexts);
  const sayAll = useTexts(settingsTexts);
  const [open, setOpen] = useState<'edit' | 'remove' | 'test' | null>(null);
  const { id, name } = recipient;
  const remove = async (): Promise<void> => {
    await api.DELETE('/v1/recipients/{recipient}', { params: { path: { recipient: id } } });
    invalidate('/v1/recipients');
    tell(say('removed', { name }));
  };
  return (
    <div class="row">
      <Button looks="little" aria-label={say('editTitle', { name })} onClick={() => setOpen('edit')}>
        {sayAll('edit')}
      </Button>
      <Button looks="little" aria-label={say('testAsk', { name })} onClick={() => setOpen('test')}>
        {say('test')}
      </Button>
      <Button
        looks={['little', 'quiet']}
        aria-label={say('removeAsk', { name })}
        onClick={() => setOpen('remove')}
      >
        {sayAll('remove')}
      </Button>
      {open === 'edit' && (
        <RecipientDialog recipient={recipient} onSecret={onSecret} onClose={() => setOpen(null)} />
      )}
      {open === 'test' && <TestDialog recipient={recipient} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <FormDialog
          title={say('removeAsk', { name })}
          doIt={sayAll('remove')}
          isDanger
          onSend={remove}
          onClose={() => setOpen(null)}
        >
          <p>{say('removeHelp')}</p>
        </FormDialog>
      )}
    </div>
  );
}
