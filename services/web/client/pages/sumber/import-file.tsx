import { useState } from 'preact/hooks';
import { api, bodyOf, send } from '../../api/client.ts';
import type { paths } from '../../api/generated/schema.ts';
import { ApiError } from '../../api/problem.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { Outside } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { isWord, words } from '../../texts/words.ts';
import { columnsOf } from './columns-of.ts';
import { ImportProgress } from './import-progress.tsx';
import { sayCode, sourceTexts } from './texts.ts';

type Imported = paths['/v1/imports/posts']['post']['responses'][200]['content']['application/json'];

const fields = ['text', 'created_at', 'author', 'url', 'title', 'platform'] as const;
type FieldName = (typeof fields)[number];
/** Without them a row is no post. */
const needed = new Set<FieldName>(['text', 'created_at']);
const platforms = ['x', 'facebook', 'instagram', 'tiktok', 'youtube', 'whatsapp', 'news', 'other'] as const;

/** A file that others collected, with its columns said once and remembered under the vendor's name. */
export function ImportFile() {
  const say = useTexts(sourceTexts);
  const word = useTexts(words);
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<readonly string[]>([]);
  const [map, setMap] = useState<Partial<Record<FieldName, string>>>({});
  const [vendor, setVendor] = useState('');
  const [platform, setPlatform] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [result, setResult] = useState<Imported | null>(null);
  const vendors = useApi('/v1/imports/vendors', () => bodyOf(api.GET('/v1/imports/vendors')));

  const choose = async (next: File | null): Promise<void> => {
    setFile(next);
    setResult(null);
    setProblem(null);
    setMap({});
    setColumns(next ? await columnsOf(next) : []);
  };
  const upload = async (): Promise<void> => {
    if (!file) return;
    setIsBusy(true);
    setProblem(null);
    setResult(null);
    try {
      const response = await send(
        new Request('/v1/imports/posts', { method: 'POST', body: formOf(file, { vendor, platform, map }) }),
      );
      setResult((await response.json()) as Imported);
      invalidate();
    } catch (error) {
      setProblem(error);
    }
    setIsBusy(false);
  };

  return (
    <form
      class="card stack source-import"
      onSubmit={(event) => {
        event.preventDefault();
        void upload();
      }}
    >
      <Field label={say('file')} rule="personal" help={say('fileHelp')} isRequired>
        <FileInput accept=".csv,.tsv,.xlsx,.jsonl,.ndjson" onFile={(chosen) => void choose(chosen ?? null)} />
      </Field>
      <Field label={say('vendor')} help={say('vendorHelp')}>
        <input
          value={vendor}
          pattern="[a-z0-9][a-z0-9_\-]{0,39}"
          list="import-vendors"
          onInput={(event) => setVendor(event.currentTarget.value)}
        />
      </Field>
      <datalist id="import-vendors">
        {vendors.data?.vendors.map((one) => (
          <option value={one.vendor} />
        ))}
      </datalist>
      <Field label={say('platform')} rule="collecting" help={say('platformHelp')}>
        <select value={platform} onChange={(event) => setPlatform(event.currentTarget.value)}>
          <option value="">{say('asFile')}</option>
          {platforms.map((one) => (
            <option value={one}>{isWord(one) ? word(one) : one}</option>
          ))}
        </select>
      </Field>
      {columns.length > 0 && (
        <fieldset class="source-map">
          <legend>{say('columns')}</legend>
          <p class="small soft">{say('columnsHelp')}</p>
          {fields.map((field) => (
            <Field
              label={say(`field_${field}`)}
              wrong={problem !== null && needed.has(field) && !map[field] ? say('chooseColumn') : null}
            >
              <select
                value={map[field] ?? ''}
                onChange={(event) => setMap({ ...map, [field]: event.currentTarget.value })}
              >
                <option value="">{say('auto')}</option>
                {columns.map((column) => (
                  <option value={column}>{column.slice(0, 60)}</option>
                ))}
              </select>
            </Field>
          ))}
        </fieldset>
      )}
      <ImportProblem error={problem} />
      <div class="row">
        <Button type="submit" looks="main" isBusy={isBusy} disabled={!file}>
          {say('send')}
        </Button>
        {isBusy && (
          <span role="status">
            <progress aria-label={say('sending')} /> {say('sending')}
          </span>
        )}
      </div>
      {result && <Outcome result={result} />}
    </form>
  );
}

/** Which column is wrong, and which there are, stands in the answer's hint, in Indonesian. */
const ImportProblem = ({ error }: { error: unknown }) => {
  const hint = error instanceof ApiError && error.problem.status === 400 ? error.problem.hint : undefined;
  return <ProblemNotice error={error} {...(hint ? { title: hint } : {})} />;
};

function formOf(
  file: File,
  { vendor, platform, map }: { vendor: string; platform: string; map: Partial<Record<FieldName, string>> },
): FormData {
  const form = new FormData();
  const pairs = Object.entries(map).filter(([, column]) => column);
  if (vendor) form.set('vendor', vendor);
  if (platform) form.set('platform', platform);
  if (pairs.length > 0) form.set('map', pairs.map(([field, column]) => `${field}=${column}`).join(','));
  // Fields come before the file: they say how it is read.
  form.set('file', file);
  return form;
}

function Outcome({ result }: { result: Imported }) {
  const say = useTexts(sourceTexts);
  const { rows, queued, refused, refusedBy, refusals } = result;
  return (
    <div class="stack" role="status">
      <div class="notice">
        <strong>{say('done', { rows, queued, refused })}</strong>
        <p>{say('doneHelp')}</p>
        <ImportProgress of={result} />
      </div>
      {refused > 0 && (
        <>
          <Table
            caption={say('refusedOnes')}
            rows={Object.entries(refusedBy)}
            columns={[
              { title: say('why'), cell: ([code]) => sayCode(say, 'drop', code) },
              { title: say('count'), isNumber: true, cell: ([, n]) => n },
            ]}
          />
          <Table
            caption={say('example')}
            rows={refusals}
            columns={[
              { title: say('line'), isNumber: true, cell: ({ line }) => line },
              { title: say('why'), cell: ({ detail }) => <Outside text={detail} most={200} /> },
            ]}
          />
        </>
      )}
    </div>
  );
}
