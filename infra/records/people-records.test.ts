import { describePeopleContract } from '../../shared/ports/people-records.contract.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { createRecords } from './create-records.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

describePeopleContract({
  name: 'sqlite',
  async create() {
    const sqlite = openSqlite(':memory:');
    const { records, close } = await createRecords(createSqliteDialect(sqlite));
    return {
      people: records.people,
      async destroy() {
        await close();
        sqlite.close();
      },
    };
  },
});
