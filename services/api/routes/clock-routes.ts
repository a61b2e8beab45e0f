import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readCalendar, readWatchSettings } from '../../../pipelines/flow/watch-config.ts';
import { bundledCalendar, votingWindowAt } from '../../../pipelines/watch/calendar.ts';
import {
  type ClockContext,
  escalationsDue,
  pauseClock,
  resumeClock,
  targetNames,
  targetStates,
} from '../../../pipelines/watch/clock.ts';
import { followClock, markStep } from '../../../pipelines/watch/follow-clock.ts';
import { defaultWatchSettings } from '../../../pipelines/watch/settings.ts';
import {
  type ApiClock,
  apiClockSchema,
  clockStepBodySchema,
  pauseBodySchema,
} from '../../../shared/api/clocks.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { zoneOf } from '../../../shared/areas/units.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ResponseClock } from '../../../shared/domain/response-clock.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const params = z.object({ issue: z.string().max(64).describe('id or number') });
const responses = { 200: apiClockSchema, ...errorResponses, 409: problemSchema };

interface Held {
  issue: Issue;
  clock: ResponseClock;
}

/** An issue's clock; one that the watch has not looked at yet begins now. @throws ApiProblem 404 */
async function clockOf({ scope, clock: time }: ApiDeps, records: Records, idOrNumber: string): Promise<Held> {
  const issue = await visibleIssue({ records, scope }, idOrNumber);
  const [kept] = await records.clocks.many([issue.id]);
  return { issue, clock: followClock(kept ?? null, issue, issue.risk.level, time.now()) };
}

const stamp = (at: number | null): string | null => (at === null ? null : toRfc3339(at));

async function toApi(deps: ApiDeps, { issue, clock }: Held): Promise<ApiClock> {
  const now = deps.clock.now();
  const calendar = await readCalendar(deps.records, deps.calendar ?? bundledCalendar);
  const zone = zoneOf(clock.unit);
  const { spike } = await readWatchSettings(deps.records, defaultWatchSettings);
  const context: ClockContext = { zone, calendar, riskShare: spike.clockShare };
  return {
    issue: issue.number,
    unit: clock.unit,
    zone,
    level: clock.level,
    startedAt: toRfc3339(clock.startedAt),
    levelAt: toRfc3339(clock.levelAt),
    alwaysRunning: votingWindowAt(calendar, clock.unit, now) !== null,
    targets: targetStates(clock, now, context).map(({ name, dueAt, doneAt, share, state }) => ({
      step: name,
      name: targetNames[name],
      dueAt: stamp(dueAt),
      doneAt: stamp(doneAt),
      share: Math.round(share * 1_000) / 1_000,
      state,
    })),
    pauses: clock.pauses.map((pause) => ({ ...pause, from: toRfc3339(pause.from), to: stamp(pause.to) })),
    escalations: escalationsDue(clock, now, context).map(({ at, from, to, tell, reason }) => ({
      at: toRfc3339(at),
      from,
      to,
      tell: [...tell],
      reason,
    })),
  };
}

/** When the next open target of an issue is due; null when none is. */
export const nextDueOf = (deps: Pick<ApiDeps, 'records' | 'clock' | 'calendar'>) => {
  const calendar = readCalendar(deps.records, deps.calendar ?? bundledCalendar);
  return async (issue: Issue): Promise<number | null> => {
    const now = deps.clock.now();
    const [kept] = await deps.records.clocks.many([issue.id]);
    const clock = followClock(kept ?? null, issue, issue.risk.level, now);
    const { clockShare: riskShare } = defaultWatchSettings.spike;
    const context = { zone: zoneOf(clock.unit), calendar: await calendar, riskShare };
    const open = targetStates(clock, now, context).filter(({ doneAt }) => doneAt === null);
    const due = open.flatMap(({ dueAt }) => dueAt ?? []);
    return due.length === 0 ? null : Math.min(...due);
  };
};

/** Changes a clock with its audit entry, and shows it as it then stands. */
async function change(
  deps: ApiDeps,
  idOrNumber: string,
  action: string,
  reason: string | null,
  work: (clock: ResponseClock, now: number) => ResponseClock,
): Promise<ApiClock> {
  const now = deps.clock.now();
  const held = await deps.records.transaction(async (inner) => {
    const before = await clockOf(deps, inner, idOrNumber);
    const clock = work(before.clock, now);
    await inner.clocks.put([clock]);
    const parts = ({ doneAt, pauses }: ResponseClock) => ({ doneAt, pauses });
    await inner.audit.append({
      at: now,
      actor: currentActor(),
      action,
      subject: before.issue.id,
      before: parts(before.clock),
      after: parts(clock),
      reason,
    });
    return { issue: before.issue, clock };
  });
  return toApi(deps, held);
}

/** How much time is left to answer an issue, and what was done. */
export const clockRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['clocks'];
    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/clock',
      schema: {
        tags,
        summary: 'The response clock: targets, how they stand, pauses and who was told',
        params,
        response: responses,
      },
      handler: async (request) => toApi(deps, await clockOf(deps, deps.records, request.params.issue)),
    });
    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/clock/done',
      schema: {
        tags,
        summary: 'Say that a step was done: triage, holding statement, clarification or update',
        params,
        body: clockStepBodySchema,
        response: responses,
      },
      handler: async ({ params: { issue }, body: { step } }) =>
        change(deps, issue, `clock.${step}`, null, (clock, now) => markStep(clock, step, now)),
    });
    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/clock/pause',
      schema: {
        tags,
        summary: 'Stop the clock, for a reason',
        params,
        body: pauseBodySchema,
        response: responses,
      },
      handler: async ({ params: { issue }, body: { reason } }) =>
        change(deps, issue, 'clock.pause', reason, (clock, at) => {
          if (clock.pauses.some(({ to }) => to === null))
            throw new ApiProblem(409, 'The clock stands still already', 'Resume it first.');
          return pauseClock(clock, { at, by: currentActor(), reason });
        }),
    });
    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/clock/resume',
      schema: { tags, summary: 'Let the clock go on', params, response: responses },
      handler: async ({ params: { issue } }) =>
        change(deps, issue, 'clock.resume', null, (clock, now) => resumeClock(clock, now)),
    });
  };
