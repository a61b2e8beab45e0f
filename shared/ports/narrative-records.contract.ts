import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Narrative } from '../domain/narrative.ts';
import { nationalScope } from '../domain/unit.ts';
import { buildIssue } from '../testing/build-issue.ts';
import { type Records, VersionConflict } from './records.ts';

const narrative = (id: string, over: Partial<Narrative> = {}): Narrative => ({
  id,
  name: `Narasi ${id}`,
  description: '',
  examples: [],
  createdBy: 'petugas',
  createdAt: 1_000,
  updatedAt: 1_000,
  version: 1,
  ...over,
});

/** What every Records promises about narratives. */
export function describeNarrativeRecordsContract(backend: {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}): void {
  describe(`Narrative records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<typeof backend.create>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());

    it('keeps them by name and refuses a write over somebody else’s', async () => {
      const { narratives } = made.records;
      await narratives.put(narrative('b', { name: 'Server diatur' }));
      await narratives.put(narrative('a', { name: 'Surat suara tercoblos' }));
      await narratives.put(narrative('c', { name: 'Pemilih asing\u0000' }));
      expect((await narratives.all()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
      await narratives.put(narrative('a', { name: 'Kontainer', version: 2 }));
      await expect(narratives.put(narrative('a', { version: 2 }))).rejects.toBeInstanceOf(VersionConflict);
      await expect(narratives.put(narrative('a'))).rejects.toBeInstanceOf(VersionConflict);
      expect((await narratives.get('a'))?.name).toBe('Kontainer');
      expect(await narratives.get('x')).toBeNull();
    });

    it('finds the issues tied to one', async () => {
      const { issues } = made.records;
      await issues.put([
        buildIssue(1, { narrativeId: 'a' }),
        buildIssue(2),
        buildIssue(3, { narrativeId: 'b' }),
      ]);
      const find = async (narrativeId: string) =>
        (await issues.list({ scope: nationalScope, narrativeId, sort: 'newest', limit: 10 })).issues.map(
          ({ id }) => id,
        );
      expect(await find('a')).toEqual(['issue-001']);
      await issues.put([
        buildIssue(1, { narrativeId: null, version: 2 }),
        buildIssue(2, { narrativeId: 'a', version: 2 }),
      ]);
      expect(await find('a')).toEqual(['issue-002']);
    });
  });
}
