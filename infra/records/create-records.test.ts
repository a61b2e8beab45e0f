import { describeAnswerRecordsContract } from '../../shared/ports/answer-records.contract.ts';
import { describeAuditContract } from '../../shared/ports/audit-records.contract.ts';
import { describeClaimRecordsContract } from '../../shared/ports/claim-records.contract.ts';
import { describeDeliveryRecordsContract } from '../../shared/ports/delivery-records.contract.ts';
import { describeEvidenceRecordsContract } from '../../shared/ports/evidence-records.contract.ts';
import { describeIssueRecordsContract } from '../../shared/ports/issue-records.contract.ts';
import { describeNarrativeRecordsContract } from '../../shared/ports/narrative-records.contract.ts';
import { describePeopleContract } from '../../shared/ports/people-records.contract.ts';
import { describeRecordTablesContract } from '../../shared/ports/record-tables.contract.ts';
import { describeRecordsContract } from '../../shared/ports/records.contract.ts';
import { describeReportRecordsContract } from '../../shared/ports/report-records.contract.ts';
import { describeDisseminationContract } from '../../shared/ports/stakeholder-records.contract.ts';
import { describeWorkflowRecordsContract } from '../../shared/ports/workflow-records.contract.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { createRecords } from './create-records.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

const sqliteBackend = {
  name: 'sqlite',
  async create() {
    const sqlite = openSqlite(':memory:');
    const { records, tables, close } = await createRecords(createSqliteDialect(sqlite));
    return {
      records,
      people: records.people,
      tables,
      tamper: async (sql: string) => sqlite.writer.exec(sql),
      async destroy() {
        await close();
        sqlite.close();
      },
    };
  },
};

describeRecordsContract(sqliteBackend);
describeAnswerRecordsContract(sqliteBackend);
describeEvidenceRecordsContract(sqliteBackend);
describeIssueRecordsContract(sqliteBackend);
describeNarrativeRecordsContract(sqliteBackend);
describeRecordTablesContract(sqliteBackend);
describeWorkflowRecordsContract(sqliteBackend);
describeAuditContract(sqliteBackend);
describeClaimRecordsContract(sqliteBackend);
describeDeliveryRecordsContract(sqliteBackend);
describeDisseminationContract(sqliteBackend);
describePeopleContract(sqliteBackend);
describeReportRecordsContract(sqliteBackend);
