import { describeItemIndexContract } from '../../../shared/ports/item-index.contract.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { createSqliteIndex } from './create-sqlite-index.ts';

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
