import { describeDisseminationContract } from '../../shared/ports/stakeholder-records.contract.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { createRecords } from './create-records.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

describeDisseminationContract({
  name: 'sqlite',
  async create() {
    const sqlite = openSqlite(':memory:');
    const { records, close } = await createRecords(createSqliteDialect(sqlite));
    return {
      records,
      async destroy() {
        await close();
        sqlite.close();
      },
    };
  },
});
