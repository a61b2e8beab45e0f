import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { sessionNow } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { goTo } from '../../router/router.ts';
import { unitName, unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { PreviewOf } from './preview.tsx';
import { sourceTexts } from './texts.ts';

type NewSource = components['schemas']['NewSource'];
type Preview = components['schemas']['SourcePreview'];
/** A source as it is being written; what is undefined is not sent. */
type Draft = { [Name in keyof NewSource]?: NewSource[Name] | undefined };

/** Kinds an officer adds here; those that need a key are added by who runs the installation. */
const kinds = ['feed', 'google_news', 'sitemap', 'page_list', 'telegram', 'mastodon', 'bluesky'] as const;

/** A new source: seen before it is stored. */
export function AddSource() {
  const say = useTexts(sourceTexts);
  const [url, setUrl, clearUrl] = useDraft('source.url');
  const [rest, setRest] = useState<Draft>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const wanted = (): NewSource => ({ ...rest, url: url.trim() }) as NewSource;
  const change = (next: Draft): void => {
    if (next.url !== undefined) setUrl(next.url);
    const { url: _url, ...more } = next;
    setRest({ ...rest, ...more });
    setPreview(null);
  };
  const run = async (act: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    }
    setIsBusy(false);
  };
  const look = () =>
    run(async () => setPreview(await bodyOf(api.POST('/v1/sources/preview', { body: wanted() }))));
  const add = () =>
    run(async () => {
      const { name } = await bodyOf(api.POST('/v1/sources', { body: wanted() }));
      tell(say('added', { name }));
      clearUrl();
      invalidate('/v1/sources');
      invalidate('/v1/coverage');
      goTo('/sumber');
    });
  const isUsable = preview !== null && preview.error === null;
  return (
    <div class="source-columns">
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          void (isUsable ? add() : look());
        }}
      >
        <Fields url={url} rest={rest} onChange={change} />
        <ProblemNotice error={problem} />
        <div class="row">
          <Button
            isBusy={isBusy}
            looks={isUsable ? [] : 'main'}
            icon="cari"
            onClick={() => void look()}
            disabled={url.trim() === ''}
          >
            {say('preview')}
          </Button>
          {isUsable && (
            <Button isBusy={isBusy} looks="main" icon="check" type="submit">
              {say('add')}
            </Button>
          )}
          {!isUsable && <span class="small soft">{say('addAfter')}</span>}
        </div>
      </form>
      <div class="stack">
        {preview && <PreviewOf preview={preview} onFeed={(feed) => change({ url: feed, kind: 'feed' })} />}
        <Proposals
          onUse={(proposal) => {
            change({ kind: undefined, ...proposal });
            scrollTo(0, 0);
          }}
        />
      </div>
    </div>
  );
}

interface FieldsProps {
  url: string;
  rest: Draft;
  onChange(next: Draft): void;
}

function Fields({ url, rest, onChange }: FieldsProps) {
  const say = useTexts(sourceTexts);
  const units = [...unitsStore.get().values()];
  const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
  return (
    <>
      <Field label={say('url')} rule="collecting" help={say('urlHelp')} isRequired>
        <input
          type="url"
          inputMode="url"
          placeholder="https://"
          value={url}
          maxLength={2_000}
          onInput={(event) => onChange({ url: event.currentTarget.value })}
        />
      </Field>
      <Field label={say('kind')} help={say('kindHelp')}>
        <select
          value={rest.kind ?? ''}
          onChange={(event) => onChange({ kind: orNothing(event.currentTarget.value) })}
        >
          <option value="">{say('kindAuto')}</option>
          {kinds.map((kind) => (
            <option value={kind}>{say(`kind_${kind}`)}</option>
          ))}
        </select>
      </Field>
      <Field label={say('label')}>
        <input
          value={rest.name ?? ''}
          maxLength={200}
          onInput={(event) => onChange({ name: orNothing(event.currentTarget.value) })}
        />
      </Field>
      <Field label={say('area')} help={say('areaHelp')}>
        <select
          value={rest.area ?? ''}
          onChange={(event) => onChange({ area: orNothing(event.currentTarget.value) })}
        >
          <option value="">{say('anywhere')}</option>
          {units
            .filter(({ code }) => code !== 'RI')
            .map(({ code, name }) => (
              <option value={code}>{name}</option>
            ))}
        </select>
      </Field>
      <Field label={say('minutes')} rule="collecting" help={say('minutesHelp')}>
        <input
          type="number"
          min={5}
          max={1_440}
          value={rest.intervalMinutes ?? ''}
          onInput={(event) => {
            const minutes = event.currentTarget.valueAsNumber;
            onChange({ intervalMinutes: Number.isNaN(minutes) ? undefined : minutes });
          }}
        />
      </Field>
    </>
  );
}

/** What to watch for the reader's unit. */
function Proposals({ onUse }: { onUse(source: NewSource): void }) {
  const say = useTexts(sourceTexts);
  const unit = sessionNow()?.unit ?? 'RI';
  const { data } = useApi(unit === 'RI' ? null : `/v1/units/${unit}/source-proposals`, () =>
    bodyOf(api.GET('/v1/units/{unit}/source-proposals', { params: { path: { unit } } })),
  );
  if (!data || data.proposals.length === 0) return null;
  return (
    <section class="card stack" aria-label={say('proposals', { unit: unitName(unit) })}>
      <h2>{say('proposals', { unit: unitName(unit) })}</h2>
      <p class="small soft">{say('proposalsHelp')}</p>
      <ul class="source-list">
        {data.proposals.map((proposal) => (
          <li class="row spread">
            <span class="source-name">
              <Outside text={proposal.name ?? ''} most={120} />
              <span class="small soft">
                <Outside text={proposal.url} most={80} />
              </span>
            </span>
            <Button looks="little" onClick={() => onUse(proposal)}>
              {say('use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
