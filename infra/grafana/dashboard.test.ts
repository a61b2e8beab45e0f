import { describe, expect, it } from 'vitest';
import { type MetricDefinition, metrics } from '../../shared/telemetry/metrics.ts';
import { createTelemetry } from '../telemetry/node/create-telemetry.ts';
import dashboard from './saring-dashboard.json' with { type: 'json' };

const definitions = Object.values<MetricDefinition>(metrics);
/** Names under which Prometheus shows a metric. */
const shown = new Set(
  definitions.flatMap(({ name, kind }) =>
    kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  ),
);
const expressions = dashboard.panels.flatMap((panel) => panel.targets.map((target) => target.expr));

describe('the Grafana dashboard', () => {
  it('asks for no metric that the program does not have, and for no label of another', () => {
    expect(expressions.length).toBeGreaterThan(15);
    for (const expression of expressions)
      for (const [name] of expression.matchAll(/saring_[a-z_]+/g)) {
        expect(shown, expression).toContain(name);
        const own = definitions.find((one) => name.startsWith(one.name))!;
        const asked = [...expression.matchAll(/by \(([^)]*)\)|\{([^}]*)\}/g)].flatMap(([, by, where]) =>
          (by ?? where ?? '').split(',').map((part) => part.trim().split(/[=!]/)[0]!),
        );
        for (const label of asked) expect([...own.labels, 'le', 'job'], expression).toContain(label);
      }
  });

  it('asks for no figure of the process that its page does not show', async () => {
    const page = await createTelemetry({ service: 'api', version: '1', logLevel: 'silent' }).page.text();
    const asked = expressions.flatMap((one) => one.match(/\b(?:process|nodejs)_\w+/g) ?? []);
    expect(asked.length).toBeGreaterThan(0);
    for (const name of asked) expect(page).toContain(`# TYPE ${name} `);
    const words = /\b(?:saring|process|nodejs)_\w+/;
    for (const expression of expressions) expect(expression).toMatch(words);
  });

  it('shows every metric of the program', () => {
    const all = expressions.join('\n');
    for (const { name, kind } of definitions)
      if (name !== 'saring_build_info') expect(all, `${name} (${kind})`).toContain(name);
  });

  it('gives every panel a place of its own', () => {
    const places = dashboard.panels.map(({ gridPos }) => `${gridPos.x} ${gridPos.y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
