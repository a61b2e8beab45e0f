import { z } from 'zod';
import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { dayMs, type Instant } from '../../../shared/domain/instant.ts';
import { mapFormatSchema, type ReportRun, scheduledRunId } from '../../../shared/domain/report-run.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { localMoment, type Zone } from '../../watch/local-time.ts';
import { weekOf } from '../report-span.ts';

/** What is made by itself, for whom and in which formats. */
export const reportScheduleSchema = z.object({
  maps: z
    .array(
      z.object({
        unit: z.string().max(5),
        every: z.enum(['day', 'week', 'month']),
        formats: z.array(mapFormatSchema).min(1),
      }),
    )
    .max(600),
  /** Files older than this are removed; they can be made again as long as the items are there. */
  keepDays: z.number().int().min(1).max(3_650),
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

export const reportScheduleName = 'reports.schedule';

/** Out of the box: KPU RI's week in every format, kept for a quarter [D]. */
export const defaultReportSchedule: ReportSchedule = {
  maps: [{ unit: 'RI', every: 'week', formats: [...mapFormatSchema.options] }],
  keepDays: 90,
};

export async function readSchedule(records: Pick<Records, 'state'>): Promise<ReportSchedule> {
  const kept = reportScheduleSchema.safeParse(await records.state.get(reportScheduleName));
  return kept.success ? kept.data : defaultReportSchedule;
}

/** Two hours after midnight: late items of the evening before have been collected and linked. */
const hourOfDay = 2;

/** The key of the span that ended last, as seen in a zone; from two o'clock in the morning on. */
export function endedSpanKey(every: 'day' | 'week' | 'month', now: Instant, zone: Zone): string {
  const settled = now - hourOfDay * 3_600_000;
  const { day, midnight } = localMoment(settled, zone);
  if (every === 'week') return weekOf(midnight - 7 * dayMs, zone);
  if (every === 'day') return localMoment(midnight - dayMs, zone).day;
  return localMoment(midnight - Number(day.slice(8)) * dayMs, zone).day.slice(0, 7);
}

/**
 * Begins every scheduled map whose span has ended and that was not begun yet, and removes old files. However often it
 * is called, a span is made once. Returns the runs that are new.
 */
export async function takeTurn({ records, now }: { records: Records; now: Instant }): Promise<ReportRun[]> {
  const schedule = await readSchedule(records);
  const begun: ReportRun[] = [];
  for (const { unit: code, every, formats } of schedule.maps) {
    const unit = unitOfCode(code);
    const span = endedSpanKey(every, now, unit.zone);
    const id = scheduledRunId(unit.code, span);
    if (await records.runs.get(id, nationalScope)) continue;
    const run: ReportRun = {
      id,
      unit: unit.code,
      request: { kind: 'opinion_map', unit: unit.code, span, formats },
      state: 'queued',
      by: 'jadwal',
      requestedAt: now,
      finishedAt: null,
      rows: 0,
      cursor: null,
      files: [],
      error: null,
    };
    await records.runs.put(run);
    begun.push(run);
  }
  await records.runs.removeBefore(now - schedule.keepDays * dayMs);
  return begun;
}
