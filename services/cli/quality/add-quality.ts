import type { Command } from 'commander';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { ModelVersions } from '../../../shared/ports/model-versions.ts';
import { type CliContext, CliError } from '../cli-context.ts';

/** What the commands here get when they run: an open installation and its models. */
interface Opened {
  installation: Installation;
  versions: ModelVersions;
}

type Within = (
  dataDir: string | undefined,
  work: (installation: Installation, dataDir: string) => Promise<unknown>,
) => Promise<void>;

interface LearnFlags {
  rows: string;
  folds: string;
  promote?: boolean;
  data?: string;
}

const learnOptions = (command: Command): Command =>
  command
    .option('--rows <dir>', 'folder of the shipped training rows', 'models/target/training')
    .option('--folds <n>', 'parts of the cross-validation', '3')
    .option('--promote', 'put the candidate in force when no set falls by more than its noise')
    .option('--data <dir>', 'data folder');

function wholeNumber(text: string, least: number, name: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= 1_000_000) return value;
  throw new CliError(`${name}: "${text}" bukan bilangan bulat mulai ${least}.`, 2);
}

const versionsOf = (context: CliContext, dataDir: string): ModelVersions => {
  if (!context.openModels) throw new CliError('Proses ini tidak menyimpan model sendiri.');
  return context.openModels(dataDir);
};

/**
 * `saring learn` (also `saring train --with-labels`), `saring quality` and `saring models …`. `within` opens the data
 * folder for one command, prints what the work returns as JSON and closes it whatever happens.
 */
export function addQuality(program: Command, context: CliContext, within: Within): void {
  const learnFromPeople = ({ rows, folds, promote = false, data }: LearnFlags): Promise<void> =>
    within(data, async (installation, dataDir) => {
      const { learn } = await import('../train/with-labels.ts');
      const told = (line: string): void => context.err(`${line}\n`);
      const options = { rows, folds: wholeNumber(folds, 2, '--folds'), promote, told };
      return learn(installation, versionsOf(context, dataDir), context.readModel, options);
    });
  const summary = "make a candidate from people's labels and measure it beside the model in force";
  learnOptions(program.command('learn').description(summary)).action(learnFromPeople);
  const train = program.commands.find((command) => command.name() === 'train');
  program.enablePositionalOptions();
  // Positional: `train target --data …` is the training's own option, not this one's.
  if (train)
    learnOptions(train.enablePositionalOptions().option('--with-labels', summary)).action(
      async ({ withLabels, ...flags }: LearnFlags & { withLabels?: boolean }) =>
        withLabels ? learnFromPeople(flags) : train.help({ error: true }),
    );
  program
    .command('quality')
    .description("figures on gold data and on people's corrections, calibration, confusion, drift; as JSON")
    .option('--data <dir>', 'data folder')
    .action(({ data }: { data?: string }) =>
      within(data, async (installation) => {
        const { installationQuality } = await import('./quality.ts');
        return installationQuality(installation);
      }),
    );
  addModels(program, context, within);
}

type Models = typeof import('./models.ts');

function addModels(program: Command, context: CliContext, within: Within): void {
  const models = program.command('models').description('versions of a model that this installation learned');
  const add = (
    usage: string,
    description: string,
    act: (module: Models, opened: Opened, words: readonly string[]) => Promise<unknown>,
  ): void => {
    const command = models.command(usage).description(description).option('--data <dir>', 'data folder');
    command.action(() =>
      within(command.opts<{ data?: string }>().data, async (installation, dataDir) => {
        const opened = { installation, versions: versionsOf(context, dataDir) };
        return act(await import('./models.ts'), opened, command.args);
      }),
    );
  };
  add('list [model]', 'versions, and which is in force', async (module, { versions }, [name = 'target']) =>
    module.listModels(versions, name, await context.readModel(`${name}/model.bin`)),
  );
  add('promote <model> <version>', 'put a version in force from the next start on', (module, opened, words) =>
    module.promoteModel(
      opened.installation,
      opened.versions,
      words[0]!,
      wholeNumber(words[1]!, 1, 'version'),
    ),
  );
  add(
    'rollback <model> [version]',
    'back to what was in force before, or to this version; 0 is the shipped one',
    (module, opened, [name, version]) =>
      module.rollbackModel(
        opened.installation,
        opened.versions,
        name!,
        version === undefined ? undefined : wholeNumber(version, 0, 'version'),
      ),
  );
}
