import { useState } from 'preact/hooks';
import { send } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { Outside } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Imported, partnersChanged } from './partner-data.ts';
import { partnersTexts } from './texts.ts';

/** The book in and out as CSV; what was refused is told line by line. */
export function FileTransfer() {
  const say = useTexts(partnersTexts);
  const [result, setResult] = useState<Imported | null>(null);
  const act = useAct();
  const take = (file: File | undefined): void => {
    if (!file) return;
    setResult(null);
    void act.run(async () => {
      const headers = { 'content-type': 'text/csv' };
      const request = new Request('/v1/stakeholders/import', { method: 'POST', headers, body: file });
      setResult((await (await send(request)).json()) as Imported);
      partnersChanged();
    });
  };
  const told = act.error instanceof ApiError ? act.error.problem.hint : undefined;
  return (
    <section class="card stack">
      <Field label={say('import')} rule="consent" help={say('importHelp')}>
        <FileInput accept=".csv,text/csv" onFile={take} />
      </Field>
      {act.error ? <ProblemNotice error={act.error} title={`${say('notRead')}. ${told ?? ''}`} /> : null}
      {result && <ImportResult result={result} />}
      <div class="row">
        <ButtonLink href="/v1/stakeholders/export" icon="download" download="mitra.csv">
          {say('export')}
        </ButtonLink>
        <span class="small soft">{say('exportWhy')}</span>
      </div>
    </section>
  );
}

function ImportResult({ result }: { result: Imported }) {
  const say = useTexts(partnersTexts);
  const { organisations, persons, optedOut, refused } = result;
  return (
    <div class="stack" role="status">
      <p>
        {say('imported', {
          organisations: organisations.added,
          changed: organisations.changed,
          persons: persons.added,
          known: persons.known,
        })}
      </p>
      {optedOut > 0 && <p>{say('importOptedOut', { n: optedOut })}</p>}
      {refused.length > 0 && (
        <Table
          caption={say('refusedLines', { n: refused.length })}
          rows={refused}
          columns={[
            { title: say('line'), isNumber: true, cell: ({ line }) => line },
            { title: say('reason'), cell: ({ reason }) => <Outside text={reason} /> },
          ]}
        />
      )}
    </div>
  );
}
