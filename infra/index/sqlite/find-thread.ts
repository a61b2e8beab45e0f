import { workerData } from 'node:worker_threads';
import { openReader } from '../../sqlite/open-sqlite.ts';
import type { Outcome } from './find-apart.ts';
import { type Answer, answerOf, type FoundPage, pageOf, type Question } from './find-page.ts';

/** What `find` needs as `workerData.data`. */
export interface FindData {
  /** The SQLite file. */
  path: string;
}

let opened: ReturnType<typeof createFind> | undefined;

/** The task of a thread that searches beside the process. One question that fails takes no other with it. */
export function find(questions: readonly Question[]): Outcome[] {
  opened ??= createFind((workerData as { data: FindData }).data.path);
  const findOne = opened;
  return questions.map((question) => {
    try {
      return { found: findOne(question) };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** Answers kept: each holds the places of a page, about 1 kB. */
const mostKept = 2_000;

/**
 * Finds on a connection of its own, and gives the same answer again until anything at all is written to the file, by
 * whomever: SQLite counts that. The question with its scope is the key, so nobody is given what another may see.
 */
export function createFind(path: string): (question: Question) => FoundPage {
  const db = openReader(path);
  const statements = new Map<string, ReturnType<typeof db.prepare>>();
  const reader = {
    read(sql: string) {
      const statement = statements.get(sql) ?? db.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
  const kept = new Map<string, Answer>();
  let version: unknown;
  return (question) => {
    const now = reader.read('PRAGMA data_version').get()?.['data_version'];
    if (now !== version) kept.clear();
    version = now;
    const key = JSON.stringify(question);
    const answer = kept.get(key) ?? answerOf(reader, question);
    kept.delete(key);
    kept.set(key, answer);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return pageOf(reader, question.query, answer);
  };
}
