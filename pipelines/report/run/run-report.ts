import { gunzipSync, gzipSync } from 'node:zlib';
import { areasBelow, unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import type { OpinionMap } from '../../../shared/domain/opinion-map.ts';
import type { ReportRun, RunRequest } from '../../../shared/domain/report-run.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ReportFiles } from '../../../shared/ports/report-files.ts';
import type { RowValue } from '../../../shared/ports/row-writer.ts';
import type { ExportRequest } from '../export/export-pages.ts';
import { exportPages } from '../export/export-pages.ts';
import { buildOpinionMap } from '../opinion-map/build-opinion-map.ts';
import { findIssue } from '../opinion-map/find-issue.ts';
import { type GatherPorts, gatherInput } from '../opinion-map/gather-input.ts';
import { reportFileName } from '../report-file-name.ts';
import { BadSpan, issueSpan, spanOfKey } from '../report-span.ts';

export interface RunPorts extends GatherPorts {
  index: Pick<ItemReader, 'scan' | 'project'>;
  records: Records;
  files: Pick<ReportFiles, 'renderers' | 'modelErrors'>;
  /** Where the API is reached, for links to queries. */
  baseUrl?: string;
}

/** The file that an export's rows lie in, in the neutral form every format is written from. */
export const rowsFile = 'rows';
/** Rows of one part: about half a megabyte packed, a second of work. */
const rowsPerPart = 10_000;
/** Bytes of one part of a map's file: what one row of a table is asked to hold. */
const bytesPerPart = 1 << 20;

/** The opinion map of a unit and a span's key, or of an issue's number. @throws BadSpan, UnknownUnit */
export async function makeOpinionMap(
  ports: GatherPorts & Pick<RunPorts, 'files' | 'baseUrl'>,
  { unit: code, span: key }: { unit: string; span: string },
): Promise<OpinionMap> {
  const unit = unitOfCode(code);
  const known = {
    unit,
    areas: areasBelow(unit),
    modelErrors: await ports.files.modelErrors(),
    ...(ports.baseUrl === undefined ? {} : { baseUrl: ports.baseUrl }),
  };
  if (!/^ISU-/i.test(key))
    return buildOpinionMap(await gatherInput(ports, { ...known, span: spanOfKey(key, unit.zone) }));
  const issue = await findIssue(ports.records, key.toUpperCase(), { unit: unit.code });
  if (!issue) throw new BadSpan(`There is no issue ${key} in ${unit.name}.`);
  return buildOpinionMap(await gatherInput(ports, { ...known, issue, span: issueSpan(issue, unit.zone) }));
}

async function runMap(
  ports: RunPorts,
  run: ReportRun,
  request: Extract<RunRequest, { kind: 'opinion_map' }>,
): Promise<ReportRun> {
  const map = await makeOpinionMap(ports, request);
  const files: ReportRun['files'] = [];
  await ports.records.runs.removeParts(run.id);
  for (const renderer of await ports.files.renderers()) {
    if (!request.formats.includes(renderer.format)) continue;
    const bytes = await renderer.render(map);
    const name = reportFileName(map, renderer);
    for (let number = 0; number * bytesPerPart < bytes.length; number++) {
      const from = number * bytesPerPart;
      await ports.records.runs.putPart(run.id, name, number, bytes.subarray(from, from + bytesPerPart));
    }
    files.push({ name, bytes: bytes.length });
  }
  return { ...run, files };
}

const pack = (rows: readonly (readonly RowValue[])[]): Uint8Array =>
  gzipSync(rows.map((row) => JSON.stringify(row)).join('\n'), { level: 1 });

/** The progress of an export, kept with each part: the next try goes on behind the last part that landed. */
interface Progress {
  part: number;
  at: unknown;
  bytes: number;
}

async function runExport(
  ports: RunPorts,
  run: ReportRun,
  request: Extract<RunRequest, { kind: 'export' }>,
  signal: AbortSignal,
): Promise<ReportRun> {
  const { part, at, bytes } = (run.cursor as Progress | null) ?? { part: 0, at: undefined, bytes: 0 };
  const pages = exportPages(ports, {
    what: request.what,
    filter: { ...request.filter, scope: { unit: request.unit } } as ExportRequest['filter'],
    now: ports.clock.now(),
    ...(at === undefined || at === null ? {} : { cursor: at }),
  });
  let current: ReportRun = { ...run, cursor: { part, at, bytes } satisfies Progress };
  let waiting: RowValue[][] = [];
  const flush = async (cursor: unknown): Promise<void> => {
    if (waiting.length === 0) return;
    const { part: number, bytes: before } = current.cursor as Progress;
    const packed = pack(waiting);
    const next: Progress = { part: number + 1, at: cursor, bytes: before + packed.length };
    current = { ...current, rows: current.rows + waiting.length, cursor: next };
    await ports.records.transaction(async (inner) => {
      await inner.runs.putPart(run.id, rowsFile, number, packed);
      await inner.runs.put(current);
    });
    waiting = [];
  };
  let last: unknown;
  for await (const { rows, cursor } of pages) {
    waiting.push(...rows);
    last = cursor;
    // The cursor of items grows while an instant goes on: it is kept as it is now.
    if (waiting.length >= rowsPerPart) await flush(structuredClone(cursor));
    if (signal.aborted) throw new Error('stopped; the next try goes on from here');
  }
  await flush(structuredClone(last));
  return { ...current, files: [{ name: rowsFile, bytes: (current.cursor as Progress).bytes }] };
}

/** Rows of a finished export, part by part. */
export async function* storedRows(
  records: Pick<Records, 'runs'>,
  runId: string,
): AsyncGenerator<RowValue[][]> {
  for (let number = 0; ; number++) {
    const packed = await records.runs.part(runId, rowsFile, number);
    if (packed === null) return;
    yield gunzipSync(packed)
      .toString()
      .split('\n')
      .map((line) => JSON.parse(line));
  }
}

/** A file of a run, put together again; null when there is none of that name. */
export async function* storedFile(
  records: Pick<Records, 'runs'>,
  runId: string,
  name: string,
): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const bytes = await records.runs.part(runId, name, number);
    if (bytes === null) return;
    yield bytes;
  }
}

/**
 * Makes what a run asks for and keeps it with the records. A call that cannot be done (no such unit, span or issue) ends
 * the run as failed, with the reason; anything else is thrown, and the next try goes on where this one stopped. A run
 * that is done stays as it is.
 */
export async function runReport(
  ports: RunPorts,
  runId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<ReportRun | null> {
  const run = await ports.records.runs.get(runId, nationalScope);
  if (!run || run.state === 'done' || run.state === 'failed') return run;
  const running: ReportRun = { ...run, state: 'running' };
  await ports.records.runs.put(running);
  const finished = { finishedAt: ports.clock.now() };
  let result: ReportRun;
  try {
    const { request } = run;
    const made =
      request.kind === 'opinion_map'
        ? await runMap(ports, running, request)
        : await runExport(ports, running, request, signal);
    result = { ...made, ...finished, state: 'done' };
  } catch (error) {
    if (!(error instanceof BadSpan) && (error as Error).name !== 'UnknownUnit') throw error;
    result = { ...running, ...finished, state: 'failed', error: (error as Error).message };
  }
  await ports.records.runs.put(result);
  return result;
}
