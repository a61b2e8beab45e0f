import { UnknownUnit, unitOfCode } from '../../shared/areas/unit-of-code.ts';
import type { Actor } from '../../shared/domain/tiered-report.ts';
import { covers, type Unit } from '../../shared/domain/unit.ts';
import type { Permission } from '../../shared/domain/user.ts';
import type { ReportFiles } from '../../shared/ports/report-files.ts';
import type { ApiDeps } from './api-deps.ts';
import { currentReader } from './people/current-reader.ts';
import { ApiProblem } from './problems.ts';

/** Who asks, as the rules of reports know people: by the office they act in and the most they may do there. */
export function actorOf(): Actor {
  const { kind, actor: name, scope, permissions } = currentReader();
  const may = (permission: Permission): boolean => permissions.has(permission);
  const role: Actor['role'] =
    kind === 'token'
      ? 'administrator'
      : may('approve')
        ? may('audit')
          ? 'head'
          : 'approver'
        : may('draft')
          ? 'drafter'
          : may('triage')
            ? 'analyst'
            : 'reader';
  return { name, unit: scope.unit, role };
}

/** The unit of a code, if the bearer may see it. */
export function unitWithin({ scope }: Pick<ApiDeps, 'scope'>, code: string): Unit {
  let unit: Unit;
  try {
    unit = unitOfCode(code);
  } catch (error) {
    throw error instanceof UnknownUnit ? new ApiProblem(400, error.message) : error;
  }
  if (covers(scope.unit, unit.code)) return unit;
  throw new ApiProblem(404, `There is no unit ${code}`);
}

/** What makes files; an API process without it says so. */
export function filesOf({ files }: Pick<ApiDeps, 'files'>): ReportFiles {
  if (files) return files;
  throw new ApiProblem(503, 'This process makes no files');
}

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
  md: 'text/markdown; charset=utf-8',
};

/** How a file goes out: its type, and a name to be saved under, never to be shown as a page of ours. */
export const fileHeaders = (name: string): Record<string, string> => ({
  'content-type': types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
  'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
  'cache-control': 'private, no-store',
});
