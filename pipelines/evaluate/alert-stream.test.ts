import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { alertMatters, scoreAlerts } from './alert-stream.ts';
import { makeStream, seeded } from './stream.ts';

const minimum = { regency: 5, province: 10, national: 30 };
const stream = makeStream({
  background: ['Selamat pagi', 'Macet lagi'],
  backgroundItems: 10,
  nearMissItems: 0,
  start: Date.parse('2025-08-01T00:00:00+07:00'),
  random: seeded(1),
  missedTargets: 0,
  matters: alertMatters,
});

describe('scoreAlerts', () => {
  it('finds a due hour for every crisis of every tier, and none for what must wake nobody', () => {
    const { matters } = scoreAlerts(stream, [], minimum);
    expect(matters.filter(({ dueAt }) => dueAt !== null).map(({ matter, tier }) => [matter, tier])).toEqual([
      ['containers', 'national'],
      ['honoraria', 'province'],
      ['dead-on-roll', 'regency'],
      ['flooded-store', 'regency'],
      ['sirekap-mismatch', 'national'],
    ]);
    expect(matters.filter(({ right }) => right).map(({ matter }) => matter)).toEqual([
      'no-invitation',
      'server-flood',
      'damaged-ballots',
      'moving-vote',
      'carried-voter',
    ]);
  });

  it('asks for a push within two hours, and counts wakings on nothing', () => {
    const due = scoreAlerts(stream, [], minimum).matters.find(({ matter }) => matter === 'containers')!
      .dueAt!;
    const alert = { matter: 'containers', rule: 'cold_start', push: true, unit: 'RI' };
    const score = (over: object) =>
      scoreAlerts(stream, [{ ...alert, at: due + hourMs, ...over }], minimum).matters[0]!.right;
    expect([score({}), score({ at: due + 3 * hourMs }), score({ push: false })]).toEqual([
      true,
      false,
      false,
    ]);
    const wrong = { ...alert, matter: null, at: due };
    expect(scoreAlerts(stream, [wrong, { ...wrong, rule: 'recovered' }], minimum).background).toHaveLength(1);
    const flood = { ...alert, matter: 'server-flood', at: due };
    const scored = scoreAlerts(stream, [flood], minimum).matters.find(
      ({ matter }) => matter === 'server-flood',
    );
    expect(scored).toMatchObject({ dueAt: null, pushes: 1, right: false });
  });
});
