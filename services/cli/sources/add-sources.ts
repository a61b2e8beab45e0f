import type { Command } from 'commander';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext, Within } from '../cli-context.ts';
import type { AddSource } from './add-source.ts';
import { kindsHelp } from './kinds.ts';

interface Common {
  data?: string;
  json?: boolean;
}

const describeSource = (command: Command): Command =>
  command
    .option('--kind <kind>', 'see "saring sources help"', 'feed')
    .option('--name <name>')
    .option('--outlet <name>')
    .option('--area <code>', "the outlet's home, e.g. 35.73")
    .option('--tier <n>', 'national 3, regional 2, local 1')
    .option('--interval <minutes>', '5 to 10080')
    .option('--settings <json>', 'what this kind of source needs')
    .option('--data <dir>', 'data folder');

/** `saring sources …`: everything an officer does with sources. */
export function addSources(program: Command, context: CliContext, within: Within): void {
  const sources = program.command('sources').description('where items come from');
  sources.addHelpText('after', kindsHelp());
  const show = (data: string | undefined, work: (installation: Installation) => Promise<string>) =>
    within(data, async (installation) => context.out(await work(installation)));

  sources
    .command('list')
    .description('sources and their health')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action(({ data, json = false }: Common) =>
      show(data, async (installation) => (await import('./sources.ts')).listSources(installation, json)),
    );
  sources
    .command('check [id]')
    .description('visit every source, or one, and print a table; items are not taken')
    .option('--data <dir>', 'data folder')
    .action((id: string | undefined, { data }: Common) =>
      show(data, async (installation) =>
        (await import('./sources.ts')).checkSources(context, installation, id),
      ),
    );
  describeSource(sources.command('add <url>').description('visit a source and store it')).action(
    (url: string, { data, ...options }: Omit<AddSource, 'url'> & Common) =>
      show(data, async (installation) =>
        (await import('./add-source.ts')).addSource(context, installation, { ...options, url }),
      ),
  );
  describeSource(
    sources.command('preview <url>').description('show what a source would bring; nothing is stored'),
  ).action((url: string, { data, ...options }: Omit<AddSource, 'url'> & Common) =>
    show(data, async (installation) =>
      (await import('./add-source.ts')).showPreview(context, installation, { ...options, url }),
    ),
  );
  addUnitCommands(sources, context, show);
}

function addUnitCommands(
  sources: Command,
  context: CliContext,
  show: (data: string | undefined, work: (installation: Installation) => Promise<string>) => Promise<void>,
): void {
  sources
    .command('add-unit <code>')
    .description('propose what to watch for a province or regency, e.g. 35.73')
    .option('--add', 'store what can be read')
    .option('--data <dir>', 'data folder')
    .action((code: string, { add = false, data }: Common & { add?: boolean }) =>
      show(data, async (installation) =>
        (await import('./add-source.ts')).addUnit(context, installation, code, add),
      ),
    );
  sources
    .command('coverage [code]')
    .description('units without an outlet or a query of their own')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action((code: string | undefined, { data, json = false }: Common) =>
      show(data, async (installation) =>
        (await import('./sources.ts')).sourceCoverage(installation, code, json),
      ),
    );
  for (const [change, description] of [
    ['on', 'switch a source on'],
    ['off', 'switch a source off; it stays in the list'],
    ['remove', 'take a source out; what it brought stays'],
  ] as const)
    sources
      .command(`${change} <id>`)
      .description(description)
      .option('--data <dir>', 'data folder')
      .action((id: string, { data }: Common) =>
        show(data, async (installation) =>
          (await import('./sources.ts')).changeSource(installation, id, change),
        ),
      );
}
