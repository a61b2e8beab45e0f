import type { Command } from 'commander';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext, Within } from '../cli-context.ts';
import type { Actor, AddClaim, Judge, ListOptions } from './claims.ts';
import type { ImportFlags } from './exchange.ts';

type Data = { data?: string };

const withActor = (command: Command): Command =>
  command
    .option('--by <name>', 'who acts (default administrator)')
    .option('--reason <text>', 'why; kept in the audit trail');

/** `saring claims …`: the knowledge base from the command line. */
export function addClaims(program: Command, context: CliContext, within: Within): void {
  const claims = program.command('claims').description('the knowledge base: claims, verdicts, matches');
  const add = (usage: string, description: string): Command =>
    claims.command(usage).description(description).option('--data <dir>', 'data folder');
  const json = (value: unknown): void => context.out(`${JSON.stringify(value)}\n`);
  addRecords({ add, within, context });
  addLinks({ add, within, context, json });
  addExchange({ add, within, context, json });
}

interface Parts {
  add(usage: string, description: string): Command;
  within: Within;
  context: CliContext;
}

function addRecords({ add, within, context }: Parts): void {
  const told = async (installation: Installation, claim: Claim): Promise<void> => {
    const { formatClaim } = await import('./claims.ts');
    context.out(formatClaim(claim, installation.clock.now()));
  };
  add('list', 'claims, the last changed first')
    .option('--verdict <verdict>')
    .option('--text <words>', 'words that all occur')
    .option('--due', 'only those past their review date')
    .option('--json', 'as JSON')
    .action((options: ListOptions & Data) =>
      within(options.data, async (installation) => {
        const { listClaims } = await import('./claims.ts');
        context.out(await listClaims(installation, options));
      }),
    );
  add('show <id>', 'one claim with its spread and versions, as JSON').action((id: string, { data }: Data) =>
    within(data, async (installation) => {
      const { showClaim } = await import('./claims.ts');
      context.out(`${JSON.stringify(await showClaim(installation, id))}\n`);
    }),
  );
  withActor(add('add [text]', 'a claim to check, word for word'))
    .option('--fact-check <id>', 'take text and source over from a fact-check')
    .option('--unit <code>', 'the unit that keeps it (default RI)')
    .option('--url <url>', 'where it was seen first')
    .action((text: string | undefined, options: AddClaim & Data) =>
      within(options.data, async (installation) => {
        const { addClaim } = await import('./claims.ts');
        await told(installation, await addClaim(installation, text, options));
      }),
    );
  withActor(add('verdict <id> <verdict>', 'set the verdict, as its checker'))
    .option('--primary <url...>', 'regulation, decision, KPU data')
    .option('--secondary <url...>', 'other sources; two of different publishers are needed for salah')
    .option('--explanation <text>', 'what is true')
    .action((id: string, verdict: string, options: Judge & Data) =>
      within(options.data, async (installation) => {
        const { judge } = await import('./claims.ts');
        await told(installation, await judge(installation, id, verdict, options));
      }),
    );
  withActor(add('approve <id>', 'approve the verdict of somebody else, or renew an approval'))
    .option('--review <date>', 'review date (default: 7 days off during a stage, else 30)')
    .action((id: string, options: Actor & Data & { review?: string }) =>
      within(options.data, async (installation) => {
        const { approve } = await import('./claims.ts');
        await told(installation, await approve(installation, id, options));
      }),
    );
  for (const [name, isBack] of [
    ['withdraw', false],
    ['restore', true],
  ] as const)
    withActor(
      add(`${name} <id>`, isBack ? 'take a withdrawn claim back in' : 'take a claim out of matching'),
    ).action((id: string, options: Actor & Data) =>
      within(options.data, async (installation) => {
        const { withdraw } = await import('./claims.ts');
        await told(installation, await withdraw(installation, id, options, isBack));
      }),
    );
}

interface MoreParts extends Parts {
  json(value: unknown): void;
}

function addLinks({ add, within, context, json }: MoreParts): void {
  add('match <text>', 'is this known? a text against the knowledge base')
    .option('--json', 'as JSON')
    .action((text: string, options: Data & { json?: boolean }) =>
      within(options.data, async (installation) => {
        const { matchText } = await import('./links.ts');
        context.out(await matchText(installation, text, options.json ?? false));
      }),
    );
  add('links', 'suggestions and decisions, as JSON')
    .option('--state <state>', 'suggested, linked or rejected (default suggested)')
    .option('--entry <id>', 'of one claim or fact-check')
    .action((options: Data & { state?: string; entry?: string }) =>
      within(options.data, async (installation) => {
        const { listLinks } = await import('./links.ts');
        json(await listLinks(installation, options));
      }),
    );
  for (const [name, state] of [
    ['accept', 'linked'],
    ['reject', 'rejected'],
  ] as const)
    withActor(add(`${name} <link...>`, `${name} links; what is rejected is never suggested again`)).action(
      (ids: string[], options: Actor & Data) =>
        within(options.data, async (installation) => {
          const { decide } = await import('./links.ts');
          json(await decide(installation, ids, state, options));
        }),
    );
}

function addExchange({ add, within, context, json }: MoreParts): void {
  add('import <file>', 'an export, a list, or any ClaimReview; nothing that is here is overwritten')
    .option('--format <format>', 'json, csv or jsonld (default: by what it holds)')
    .option('--keep-approvals', 'believe the approvals in the file')
    .option('--by <name>', 'who acts (default administrator)')
    .option('--json', 'the report as JSON')
    .action((file: string, options: ImportFlags & Data & { json?: boolean }) =>
      within(options.data, async (installation) => {
        const { formatImported, importClaims } = await import('./exchange.ts');
        const imported = await importClaims(installation, file, options);
        if (options.json) json(imported);
        else context.out(formatImported(imported));
      }),
    );
  add('export', 'all claims and fact-checks')
    .option('--format <format>', 'json, csv or jsonld (default: by the name, else json)')
    .option('--out <file>', 'write here instead of printing')
    .action((options: Data & { format?: string; out?: string }) =>
      within(options.data, async (installation) => {
        const { exportClaims } = await import('./exchange.ts');
        context.out(await exportClaims(installation, options));
      }),
    );
}
