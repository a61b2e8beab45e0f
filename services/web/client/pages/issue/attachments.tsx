import { useState } from 'preact/hooks';
import { api, bodyOf, send } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { tamed } from '../../components/outside.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { type Attachment, useColleagues } from './issue-data.ts';
import { workTexts } from './work-texts.ts';

/** What the API takes (docs: OpenAPI, POST /v1/issues/:issue/attachments). */
const endings = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.txt,.csv';
const mostBytes = 20_000_000;

function saySize(bytes: number): string {
  return bytes < 1e6
    ? `${sayNumber(Math.max(1, Math.round(bytes / 1e3)))} KB`
    : `${sayNumber(Math.round(bytes / 1e5) / 10)} MB`;
}

/** Files beside the issue: put there, taken as a download, removed with a reason. */
export function Attachments({ issue }: { issue: string }) {
  const say = useTexts(workTexts);
  const list = useApi(`/v1/issues/${issue}/attachments`, () =>
    bodyOf(api.GET('/v1/issues/{issue}/attachments', { params: { path: { issue } } })),
  );
  // An issue that is only shown to this unit.
  if (statusOf(list.error) === 403) return null;
  const files = list.data?.attachments ?? [];
  return (
    <section class="card stack" aria-labelledby="issue-files">
      <h2 id="issue-files">{say('files')}</h2>
      {list.error ? <ProblemNotice error={list.error} onRetry={list.reload} /> : null}
      {!list.data && !list.error && <Loading height="3rem" />}
      {list.data && files.length === 0 && <p class="small soft">{say('noFiles')}</p>}
      <ul class="issue-stories">
        {files.map((file) => (
          <FileRow key={file.id} file={file} onRemoved={list.reload} />
        ))}
      </ul>
      {may('triage') && <Upload issue={issue} onKept={list.reload} />}
    </section>
  );
}

function FileRow({ file, onRemoved }: { file: Attachment; onRemoved(): void }) {
  const say = useTexts(workTexts);
  const colleagues = useColleagues();
  const { isBusy, error, run } = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name, bytes, at, by } = file;
  const who = colleagues.data?.colleagues.find((one) => one.id === by)?.name ?? '';
  const remove = async (reason: string): Promise<boolean> => {
    setIsAsking(false);
    const path = { attachment: id };
    if (
      !(await run(() =>
        api.POST('/v1/attachments/{attachment}/remove', { params: { path }, body: { reason } }),
      ))
    )
      return false;
    tell(say('fileRemoved', { name }));
    onRemoved();
    return true;
  };
  return (
    <li>
      <div class="row spread">
        <a class="outside" href={`/v1/attachments/${id}`} download={name}>
          {tamed(name)}
        </a>
        {may('triage') && (
          <Button
            looks={['quiet', 'little']}
            icon="close"
            isBusy={isBusy}
            aria-label={say('removeFile', { name })}
            title={say('removeFile', { name })}
            onClick={() => setIsAsking(true)}
          />
        )}
      </div>
      <span class="small soft">
        {saySize(bytes)} · {who} <Ago at={at} />
      </span>
      <ProblemNotice error={error} />
      {isAsking && (
        <ReasonDialog
          name={`file.${id}`}
          title={say('removeFileTitle')}
          question={say('removeFileWhy')}
          help={say('removeFileHelp')}
          least={5}
          onReason={remove}
          onClose={() => setIsAsking(false)}
        />
      )}
    </li>
  );
}

function Upload({ issue, onKept }: { issue: string; onKept(): void }) {
  const say = useTexts(workTexts);
  const { isBusy, error, run, forget } = useAct();
  const [wrong, setWrong] = useState<string | null>(null);
  const upload = async (file: File | undefined): Promise<void> => {
    forget();
    setWrong(file && file.size > mostBytes ? say('fileTooLarge') : null);
    if (!file || file.size > mostBytes) return;
    const body = new FormData();
    body.set('file', file);
    const isKept = await run(() =>
      send(new Request(`/v1/issues/${issue}/attachments`, { method: 'POST', body })),
    );
    if (!isKept) return;
    tell(say('fileKept', { name: file.name }));
    onKept();
  };
  const known = statusOf(error) === 415 ? say('fileRefused') : null;
  return (
    <div class="stack no-print">
      <Field
        label={say('addFile')}
        rule="notPublic"
        help={isBusy ? say('fileSending') : say('fileHelp')}
        wrong={wrong}
      >
        <FileInput accept={endings} disabled={isBusy} forgets onFile={(file) => void upload(file)} />
      </Field>
      <ProblemNotice error={error} {...(known ? { title: known } : {})} />
    </div>
  );
}
