import { afterEach, describe, expect, it } from 'vitest';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Message } from '../../shared/domain/delivery.ts';
import { buildAlert } from '../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { applyChanges } from '../flow/apply-changes.ts';
import { headlineOf } from '../link/headline.ts';
import type { IssueChange } from '../link/outcome.ts';
import { readUntold, storiesWithout, untitled, withoutUntold } from '../link/untold.ts';
import { erasePerson } from './person-data.ts';

const clock = createFixedClock();
const line = 'Bu Rini tetangga saya dicoret dari daftar pemilih di RT 4';
const other = 'Warga RT 4 mempertanyakan nama yang hilang dari daftar pemilih';
let close = async (): Promise<void> => {};
afterEach(() => close());

const post = (nativeId: string, text: string, author: string) =>
  buildIndexedItem({
    nativeId,
    text,
    author,
    authorKind: 'private',
    issueId: 'issue-001',
    storyId: 'story-1',
    publishedAt: clock.now(),
  });

async function open({ twice = false } = {}) {
  const sqlite = openSqlite(':memory:');
  const { records, close: closeRecords } = await createRecords(createSqliteDialect(sqlite));
  close = closeRecords;
  const index = createSqliteIndex(sqlite, searchTerms);
  await index.put([
    post('a', `${line}. Tolong KPU jelaskan.`, 'akun-0123456789ab'),
    post('b', other, 'akun-bbbbbbbbbbbb'),
    ...(twice ? [post('c', `${line}. Benarkah?`, 'akun-cccccccccccc')] : []),
  ]);
  const issue = buildIssue(1, {
    title: line,
    summary: `${line}. ${other}.`,
    sentences: { positive: [], neutral: [other], negative: [line] },
  });
  await records.issues.put([issue]);
  const counted = { firstAt: 1, lastAt: 2, unique: 2, items: 2 };
  await records.stories.put([{ id: 'story-1', issueId: issue.id, title: line, ...counted }]);
  await records.alerts.put([
    buildAlert({ id: 'alert-1', issueId: issue.id, sentence: `"${line}": 7 unggahan.` }),
  ]);
  await records.deliveries.keepMessage({
    ...({} as Message),
    id: 'message-1',
    subject: `Waspada: ${line}`,
    short: `Kota Malang: ${line.slice(0, 33)}…`,
    html: `<b>${line}</b>`,
    data: { issue: { title: line }, count: 7 },
  });
  const deps = {
    records,
    index,
    clock,
    evidence: createSqliteEvidence(sqlite),
    pseudonymise: () => 'akun-x',
  };
  return {
    ...deps,
    issue,
    erase: () => erasePerson(deps, 'akun-0123456789ab', { by: 'u', reason: 'diminta' }),
  };
}

const changeOf = ({ issue }: Awaited<ReturnType<typeof open>>): IssueChange => ({
  ...issue,
  isNew: false,
});

describe('headlines after an erasure', () => {
  it('are made again from what is left, wherever the erased line stood', async () => {
    const desk = await open();
    await desk.erase();
    const [issue] = await desk.records.issues.many(['issue-001']);
    expect(issue).toMatchObject({
      title: other,
      summary: `${other}.`,
      sentences: { positive: [], neutral: [other], negative: [] },
      version: 2,
    });
    expect((await desk.records.stories.many(['story-1']))[0]!.title).toBe(other);
    const [alert] = await desk.records.alerts.list({ scope: { unit: 'RI' }, issueId: 'issue-001', limit: 5 });
    expect(alert!.sentence).toBe(`"${other}": 7 unggahan.`);
    const message = await desk.records.deliveries.message('message-1');
    expect(message).toMatchObject({
      subject: `Waspada: ${other}`,
      short: `Kota Malang: ${other}`,
      html: `<b>${other}</b>`,
      data: { issue: { title: other }, count: 7 },
    });
    expect(
      JSON.stringify([issue, alert, message, await desk.records.state.get('privacy.untold')]),
    ).not.toContain('Rini');
  });

  it('are not told again by a linker that still holds the line in memory', async () => {
    const desk = await open();
    await desk.erase();
    const outcome = { issues: [changeOf(desk)], merges: [], assignments: [], stories: [], alike: [] };
    const { issues } = await applyChanges(desk.records, outcome as never);
    expect(issues[0]!.title).toBe(other);
    expect(JSON.stringify(issues)).not.toContain('Rini');
    const isUntold = (await readUntold(desk.records))!;
    const [story] = await storiesWithout(
      desk.records,
      [{ id: 'story-1', issueId: 'issue-001', title: line, firstAt: 1, lastAt: 2, unique: 1, items: 1 }],
      isUntold,
    );
    expect(story!.title).toBe(other);
    const created = { ...outcome, issues: [{ ...changeOf(desk), id: 'issue-002' }] };
    expect((await applyChanges(desk.records, created as never)).issues[0]!.title).toBe(untitled);
  });

  it('stay where somebody else says the same, and where a person wrote the title', async () => {
    const desk = await open({ twice: true });
    await desk.erase();
    expect((await desk.records.issues.many(['issue-001']))[0]!.title).toBe(line);
    await close();
    const own = await open();
    await own.records.issues.put([{ ...own.issue, title: line, titleBy: 'person', version: 2 }]);
    await own.erase();
    const [issue] = await own.records.issues.many(['issue-001']);
    expect([issue!.title, issue!.sentences.negative]).toEqual([line, []]);
  });

  it('are without a title where nothing is left', async () => {
    const desk = await open();
    await desk.index.remove([post('b', other, 'x').id]);
    await desk.erase();
    expect((await desk.records.issues.many(['issue-001']))[0]!.title).toBe(untitled);
  });

  it('lose a line of several sentences from a summary, whole', () => {
    const gone = 'Kami kecewa. Mengapa nama ibu saya hilang?';
    expect(withoutUntold(`Satu. ${gone} Dua.`, (text) => text === gone)).toBe('Satu. Dua.');
  });
});

it('no handle stands in a headline, whatever its letters', () => {
  expect(headlineOf(null, 'Kata @siti.aminah dan @joko@mastodon.social surat suara kurang di TPS 3')).toBe(
    'Kata dan surat suara kurang di TPS 3',
  );
});
