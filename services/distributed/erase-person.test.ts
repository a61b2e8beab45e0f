import { Command } from 'commander';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Item } from '../../shared/domain/item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { buildItem } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import type { CliContext } from '../cli/cli-context.ts';
import { addPrivacy } from '../cli/privacy/add-privacy.ts';
import { openDistributed } from './main.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');
/** Words that nobody else uses: whatever is found of them is the person’s. */
const handle = 'wargacontohzeta';
const ownWords = 'kotaksuarazeta';

describe.skipIf(missing !== null)(`erasing a person on the real servers ${missing ?? ''}`, () => {
  const clock = createFixedClock();
  let stack: RunningStack;
  let installation: Installation;
  let flow: Awaited<ReturnType<typeof openFlow>>;
  const by = (name: string, nativeId: string, text: string): Item =>
    buildItem({
      nativeId,
      platform: 'x',
      url: `https://x.example/${name}/status/${nativeId}`,
      text,
      author: installation.pseudonymise(name),
      authorKind: 'private',
      publishedAt: clock.now() - 3_600_000,
      collectedAt: clock.now(),
    });
  const collect = async (items: readonly Item[]) => {
    const { toLink, drops } = await flow.enrich([...items]);
    await flow.link(toLink);
    return drops;
  };

  beforeAll(async () => {
    stack = await startStack();
    installation = await openDistributed(loadConfig(stack.environment), { clock });
    flow = await openFlow(installation);
    await collect([
      by(handle, '1', `Surat suara di TPS 4 Malang kurang, petugas KPU diam saja, ${ownWords} sudah penuh`),
      by(handle, '2', `KPU Kota Malang belum menjawab soal surat suara yang kurang, ${ownWords} satu lagi`),
      by('orang-lain', '3', 'Petugas KPU di TPS 9 Surabaya ramah dan antrean pemilih berjalan lancar'),
    ]);
  }, 300_000);
  afterAll(async () => {
    await installation?.close();
    await stack?.stop();
  });

  /** `saring privacy …` as it is typed. */
  async function run(...args: string[]): Promise<string> {
    let said = '';
    const context = {
      out: (text: string) => {
        said += text;
      },
    } as unknown as CliContext;
    const program = new Command('saring').exitOverride();
    addPrivacy(program, context, (_data, work) => work(installation, loadConfig({})));
    await program.parseAsync(['privacy', ...args], { from: 'user' });
    return said;
  }
  /** Everything that lies in Elasticsearch, read past our own code. */
  async function elasticText(): Promise<string> {
    const base = stack.environment['SARING_ELASTICSEARCH_URL']!;
    await fetch(`${base}/saring*/_refresh`, { method: 'POST' });
    return (await fetch(`${base}/saring*/_search?size=1000`)).text();
  }
  /** Every table of PostgreSQL as text, by name. */
  async function postgresTexts(): Promise<Map<string, string>> {
    const client = new pg.Client({ connectionString: stack.environment['SARING_DATABASE_URL'] });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
      );
      const texts = new Map<string, string>();
      for (const { name } of rows) {
        const all = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
        texts.set(name, all.rows.map(({ line }) => line).join('\n'));
      }
      return texts;
    } finally {
      await client.end();
    }
  }
  const tablesWith = async (words: string): Promise<string[]> =>
    [...(await postgresTexts())].filter(([, text]) => text.includes(words)).map(([name]) => name);

  it('leaves nothing that leads to them in index, evidence and records, and everything of others', async () => {
    const { records, evidence, index, pseudonymise } = installation;
    const own = by(handle, '1', '');
    const hash = await evidence.put(new TextEncoder().encode(`<p>@${handle}: ${ownWords}</p>`));
    await records.evidence.add({
      id: 'bukti-1',
      itemId: own.id,
      version: 1,
      at: clock.now(),
      reason: 'risk',
      level: null,
      url: own.url,
      fetchedAt: null,
      parts: [{ hash, name: 'teks', contentType: 'text/plain', bytes: 1 }],
    } as never);
    await records.reports.put({
      id: 'laporan-1',
      at: clock.now(),
      unit: 'RI',
      text: 'TPS kami pindah',
      url: null,
      screenshot: null,
      contact: `@${handle}`,
      state: 'taken',
      itemId: null,
    });
    const pseudonym = pseudonymise(handle);
    expect(await elasticText()).toContain(pseudonym);
    // Evidence is stored packed: its rows are told by their hash.
    expect((await tablesWith(hash)).length).toBeGreaterThanOrEqual(2);

    expect(
      JSON.parse(await run('export', '--handle', handle, '--reason', 'permohonan 12')).items,
    ).toHaveLength(2);
    await run('erase', '--handle', `@${handle}`, '--reason', 'permohonan 12');
    expect(await elasticText()).toContain(pseudonym); // without --yes it only says what would go
    const said = await run('erase', '--handle', `@${handle}`, '--reason', 'permohonan 12', '--yes');
    expect(said).toContain('2 unggahan dengan buktinya, 1 kontak pelapor');

    const left = await elasticText();
    for (const trace of [pseudonym, handle, ownWords]) expect(left).not.toContain(trace);
    expect(left).toContain(pseudonymise('orang-lain'));
    expect(await evidence.get(hash)).toBeNull();
    expect(await tablesWith(hash)).toEqual([]);
    expect(await tablesWith(handle)).toEqual([]);
    // Headlines that repeated them are made again from what is left.
    expect(await tablesWith(ownWords)).toEqual([]);
    expect((await index.search({ scope: nationalScope, text: 'Surabaya', limit: 5 })).total).toBe(1);
    expect(await records.audit.verify()).toMatchObject({ brokenAt: null });
  }, 120_000);

  it('collects nothing of them again, in a process that was started since, too', async () => {
    const again = by(handle, '4', `Kabar baru dari saya tentang KPU dan ${ownWords} di Malang`);
    expect((await collect([again])).map(({ code }) => code)).toEqual(['erased']);
    flow = await openFlow(installation);
    expect((await collect([again])).map(({ code }) => code)).toEqual(['erased']);
    expect(await elasticText()).not.toContain(ownWords);
  }, 60_000);
});
