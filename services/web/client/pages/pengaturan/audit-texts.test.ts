import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockStepSchema } from '../../../../../shared/domain/response-clock.ts';
import { handoverKindSchema, handoverStateSchema } from '../../../../../shared/domain/teamwork.ts';
import { sayAction } from './audit-texts.ts';

const root = join(import.meta.dirname, '../../../../..');
const rooms = ['pipelines', 'services/api', 'services/cli'];
/** Where an entry of the trail is written, up to the name of the action. */
const written =
  /(?:\baction(?: =|:)|\bnote\(|\baudit\(|\brevise\(|\bchange\(|\bkeep\()[^;]{0,120}?['`]([a-z_]+\.[a-z_.]+)['`]/g;

function actionsInCode(): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(root, room, name), 'utf8')),
  );
  return files.flatMap((text) => Array.from(text.matchAll(written), ([, action]) => action!));
}

describe('the words of the audit trail', () => {
  it('are there for every action that the code writes', () => {
    const composed = [
      ...['replay', 'discard'].map((act) => `quarantine.${act}`),
      ...[...handoverKindSchema.options, ...handoverStateSchema.exclude(['open']).options].map(
        (one) => `issue.handover.${one}`,
      ),
      ...['triage', 'verify', 'draft', 'submit', 'close', 'reopen', 'dismiss'].map((s) => `issue.step.${s}`),
      ...['add', 'on', 'off', 'remove'].map((change) => `source.${change}`),
      ...['add', 'change', 'remove'].flatMap((act) => [`group.${act}`, `engagement.${act}`]),
      ...clockStepSchema.options.map((step) => `clock.${step}`),
      ...['accept', 'reject', 'reopen'].map((act) => `claim_link.${act}`),
    ];
    const actions = [...new Set([...actionsInCode(), ...composed])].sort();
    expect(actions.length).toBeGreaterThan(80);
    expect(actions.filter((action) => sayAction(action) === null)).toEqual([]);
  });
});
