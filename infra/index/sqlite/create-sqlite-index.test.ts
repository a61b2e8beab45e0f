import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeItemIndexContract } from '../../../shared/ports/item-index.contract.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { createSqliteIndex } from './create-sqlite-index.ts';
import { createFindApart } from './find-apart.ts';
import { createFind } from './find-thread.ts';

describeItemIndexContract({
  name: 'sqlite',
  async create() {
    const sqlite = openSqlite(':memory:');
    return {
      index: createSqliteIndex(sqlite, searchTerms),
      destroy: async () => sqlite.close(),
    };
  },
});

describeItemIndexContract({
  name: 'sqlite, searched over another connection',
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'saring-index-'));
    const sqlite = openSqlite(join(folder, 'saring.sqlite'));
    const find = createFind(sqlite.path);
    const apart = createFindApart(async (questions) =>
      questions.map((question) => ({ found: find(question) })),
    );
    return {
      index: createSqliteIndex(sqlite, searchTerms, apart),
      async destroy() {
        sqlite.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});
