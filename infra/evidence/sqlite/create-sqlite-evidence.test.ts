import { describeEvidenceStoreContract } from '../../../shared/ports/evidence-store.contract.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { createSqliteEvidence } from './create-sqlite-evidence.ts';

describeEvidenceStoreContract({
  name: 'sqlite',
  async create() {
    const sqlite = openSqlite(':memory:');
    return {
      store: createSqliteEvidence(sqlite),
      tamper: async (hash) => {
        sqlite.writer.prepare('UPDATE evidence SET body = ? WHERE hash = ?').run(new Uint8Array([9]), hash);
      },
      destroy: async () => sqlite.close(),
    };
  },
});
