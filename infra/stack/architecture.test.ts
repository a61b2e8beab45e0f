import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const config = join(root, '.dependency-cruiser.cjs');
const script = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const rules = (createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }).forbidden.map(
  (rule) => rule.name,
);

/** For each rule a small house that breaks it, and nothing else: file → what it imports. */
const breaches: Record<string, Record<string, string>> = {
  'no-circular': { 'shared/text/a.ts': './b.ts', 'shared/text/b.ts': './a.ts' },
  'shared-imports-nothing-of-ours': {
    'shared/text/a.ts': '../../pipelines/link/b.ts',
    'pipelines/link/b.ts': '',
  },
  'domain-knows-only-domain': { 'shared/domain/a.ts': '../text/b.ts', 'shared/text/b.ts': '' },
  'pipelines-stay-pure': { 'pipelines/link/a.ts': '../../shared/config/b.ts', 'shared/config/b.ts': '' },
  'pipelines-no-io-libraries': { 'pipelines/link/a.ts': 'node:fs' },
  'infra-below-services': { 'infra/http/undici/a.ts': '../../../services/api/b.ts', 'services/api/b.ts': '' },
  'one-backend-per-folder': { 'infra/queue/a/a.ts': '../b/b.ts', 'infra/queue/b/b.ts': '' },
  'only-main-picks-adapters': { 'services/api/a.ts': '../../infra/http/b.ts', 'infra/http/b.ts': '' },
  'no-service-to-service': { 'services/api/a.ts': '../worker/b.ts', 'services/worker/b.ts': '' },
  'desk-knows-only-the-api': {
    'services/web/client/a.ts': '../../../shared/text/b.ts',
    'shared/text/b.ts': '',
  },
  'no-test-code-in-production': { 'shared/text/a.ts': './b.test.ts', 'shared/text/b.test.ts': '' },
};

function brokenRules(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'saring-house-'));
  try {
    for (const room of ['shared', 'pipelines', 'infra', 'services']) mkdirSync(join(folder, room));
    for (const [file, target] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(
        join(folder, file),
        target ? `import '${target}';\nexport const x = 1;\n` : 'export const x = 1;\n',
      );
    }
    const args = [
      script,
      '--config',
      config,
      '--output-type',
      'json',
      'shared',
      'pipelines',
      'infra',
      'services',
    ];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map((violation) => violation.rule.name))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the import rules', () => {
  it('have a planted breach each', () => {
    expect(Object.keys(breaches).sort()).toEqual([...rules].sort());
  });

  it.each(Object.entries(breaches))('catch a breach of %s', (name, files) => {
    expect(brokenRules(files)).toContain(name);
  });

  it('let composition roots pick backends and start other services', () => {
    const files = {
      'services/cli/main.ts': '../../infra/http/b.ts',
      'infra/http/b.ts': '',
      'services/api/main.ts': '../worker/b.ts',
      'services/worker/b.ts': '',
    };
    expect(brokenRules(files)).toEqual([]);
  });
});
