import { api, bodyOf } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { goTo, setQuery, usePlace } from '../../router/router.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { FileTransfer } from './file-transfer.tsx';
import { partnersChanged, type Stakeholder } from './partner-data.ts';
import { partnerKinds } from './partner-kinds.ts';
import { partnerWords } from './partner-texts.ts';
import { partnersTexts } from './texts.ts';

/** The book: organisations of this unit and below. */
export function Organisations() {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  const { query } = usePlace();
  const kind = query.get('jenis') as Stakeholder['kind'] | null;
  const text = query.get('q') ?? '';
  const asked = {
    limit: 200,
    ...(text ? { text } : {}),
    ...(kind ? { kind: kind as unknown as Stakeholder['kind'][] } : {}),
  };
  const pages = usePages(`/v1/stakeholders?${JSON.stringify(asked)}`, async (after) => {
    const query = { ...asked, ...(after === undefined ? {} : { after }) };
    const { stakeholders, nextCursor } = await bodyOf(api.GET('/v1/stakeholders', { params: { query } }));
    return { rows: stakeholders, next: nextCursor };
  });
  const { rows, error, reload } = pages;
  return (
    <>
      <div class="mitra-fields">
        <Field label={say('search')}>
          <input
            type="search"
            value={text}
            onChange={({ currentTarget }: { currentTarget: { value: string } }) =>
              setQuery({ q: currentTarget.value.trim() || null })
            }
          />
        </Field>
        <Field label={say('kind')}>
          <select
            value={kind ?? ''}
            onChange={({ currentTarget }: { currentTarget: { value: string } }) =>
              setQuery({ jenis: currentTarget.value || null })
            }
          >
            <option value="">{say('everyKind')}</option>
            {partnerKinds.map((one) => (
              <option key={one} value={one}>
                {word(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !rows && <Loading height="16rem" />}
      {rows?.length === 0 && (
        <Empty icon="mitra" title={say('empty')}>
          <p>{say('emptyWhy')}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <ul class="mitra-list card">
          {rows.map((one) => (
            <PartnerRow key={one.id} partner={one} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
      {may('draft') && <NewPartner />}
      {may('draft') && <FileTransfer />}
    </>
  );
}

function PartnerRow({ partner }: { partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  return (
    <li>
      <a href={`/mitra/${partner.id}`}>
        <Outside text={partner.name} most={140} />
      </a>
      <span class="row small soft">
        <span class="badge outline">{word(`kind_${partner.kind}`)}</span>
        <span>{unitName(partner.unit)}</span>
        <span class="number">{say('reachable', { n: partner.reachable, m: partner.persons })}</span>
        {!partner.active && <span class="badge">{say('inactive')}</span>}
      </span>
    </li>
  );
}

function NewPartner() {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  const [kept, keep, clear] = useDraft('partner.new', JSON.stringify({ name: '', kind: 'media' }));
  const typed = JSON.parse(kept) as { name: string; kind: Stakeholder['kind'] };
  const act = useAct();
  const add = (): void =>
    void act.run(async () => {
      const unit = sessionNow()?.unit ?? 'RI';
      const made = await bodyOf(
        api.POST('/v1/stakeholders', {
          body: { ...typed, unit, languages: ['id'], note: '', agreements: [], active: true },
        }),
      );
      clear();
      partnersChanged();
      goTo(`/mitra/${made.id}`);
    });
  return (
    <details class="card fold">
      <summary>
        <h2>{say('newOne')}</h2>
      </summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={say('name')} isRequired>
          <input
            type="text"
            minLength={2}
            maxLength={200}
            value={typed.name}
            onInput={({ currentTarget }: { currentTarget: { value: string } }) =>
              keep(JSON.stringify({ ...typed, name: currentTarget.value }))
            }
          />
        </Field>
        <Field label={say('kind')}>
          <select
            value={typed.kind}
            onChange={({ currentTarget }: { currentTarget: { value: string } }) =>
              keep(JSON.stringify({ ...typed, kind: currentTarget.value }))
            }
          >
            {partnerKinds.map((one) => (
              <option key={one} value={one}>
                {word(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Refusal error={act.error} title={say('notDone')} />
        <div>
          <Button looks="main" type="submit" isBusy={act.isBusy}>
            {say('add')}
          </Button>
        </div>
      </form>
    </details>
  );
}
