import { Command, Option } from 'commander';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { SettingName, Settings } from '../../shared/config/settings.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { addAudit } from './audit/add-audit.ts';
import { addClaims } from './claims/add-claims.ts';
import { type CliContext, CliError, type Within } from './cli-context.ts';
import type { Evaluation } from './evaluate/evaluation.ts';
import { addEvidence } from './evidence/add-evidence.ts';
import type { VendorFlags } from './import/vendor-flags.ts';
import { addPrivacy } from './privacy/add-privacy.ts';
import { addPublish } from './publish/add-publish.ts';
import { addQuality } from './quality/add-quality.ts';
import { addQuarantine } from './quarantine/add-quarantine.ts';
import type { SpanKind } from './report/opinion-report.ts';
import { addSources } from './sources/add-sources.ts';

/** Where an evaluation or training lives; loaded only when it is asked for, since each brings its own weight. */
type Lazy = () => Promise<Evaluation<never>>;

const evaluations: Record<string, Lazy> = {
  tone: async () => (await import('./evaluate/tone.ts')).toneEvaluation,
  entities: async () => (await import('./evaluate/entities.ts')).entitiesEvaluation,
  target: async () => (await import('./evaluate/target.ts')).targetEvaluation,
  indication: async () => (await import('./evaluate/indication.ts')).indicationEvaluation,
  matching: async () => (await import('./evaluate/matching.ts')).matchingEvaluation,
  'automatic-links': async () => (await import('./evaluate/automatic-links.ts')).automaticLinksEvaluation,
  stories: async () => (await import('./evaluate/stories.ts')).storiesEvaluation,
  duplicates: async () => (await import('./evaluate/duplicates.ts')).duplicatesEvaluation,
  stream: async () => (await import('./evaluate/stream.ts')).streamEvaluation,
  spikes: async () => (await import('./evaluate/spikes.ts')).spikesEvaluation,
  feeds: async () => (await import('./evaluate/feeds.ts')).feedsEvaluation,
  delivery: async () => (await import('./evaluate/delivery.ts')).deliveryEvaluation,
  pages: async () => (await import('./evaluate/pages.ts')).pagesEvaluation,
  'quiet-weeks': async () => (await import('./evaluate/quiet-weeks.ts')).quietWeeksEvaluation,
};

const trainings: Record<string, Lazy> = {
  tone: async () => (await import('./train/tone.ts')).trainToneCommand,
  matching: async () => (await import('./train/matching.ts')).trainMatchingCommand,
  meanings: async () => (await import('./train/meanings.ts')).trainMeaningsCommand,
  kin: async () => (await import('./train/kin.ts')).trainKinCommand,
  indication: async () => (await import('./train/indication.ts')).trainIndicationCommand,
  target: async () => (await import('./train/target.ts')).trainTargetCommand,
};

const aboutReports: Readonly<Record<string, string>> = {
  check: 'find copied, late and missing reports in a folder',
  measure: 'figures of that check on made-up reports',
  weekly: 'opinion map of a week, in every format',
  monthly: 'opinion map of a month',
  daily: 'opinion map of a day',
  span: 'opinion map of any days',
  issue: 'dossier of one issue',
  ikm: 'answers of a satisfaction survey, and its index',
  compliance: 'who has handed in, who is late, who is missing',
  rows: 'items, issues, claims or audit as CSV, JSONL or XLSX',
};

function reportsOf(context: CliContext, inData: Within): Record<string, Lazy> {
  const opinionReportOf = async (kind: SpanKind) =>
    (await import('./report/report-commands.ts')).opinionReport(context, inData, kind);
  return {
    check: async () => (await import('./report/check.ts')).reportCheckCommand,
    measure: async () => (await import('./report/measure.ts')).reportMeasureCommand,
    weekly: () => opinionReportOf('week'),
    monthly: () => opinionReportOf('month'),
    daily: () => opinionReportOf('day'),
    span: () => opinionReportOf('custom'),
    issue: () => opinionReportOf('issue'),
    ikm: async () => (await import('./report/ikm.ts')).ikmCommand(context, inData),
    compliance: async () => (await import('./report/compliance.ts')).complianceCommand(context, inData),
    rows: async () => (await import('./report/report-commands.ts')).rowExport(context, inData),
  };
}

const print = (context: CliContext, value: unknown): void => context.out(`${JSON.stringify(value)}\n`);

const settingsOf = (context: CliContext, overrides: Partial<Record<SettingName, unknown>>): Settings =>
  loadConfig(context.environment, overrides);

const firstFlag = ({ options }: Evaluation<never>): string => options[0]?.[0].split(' ')[0] ?? '';

/** The options of one evaluation are known only when it is loaded: they are parsed in a second pass. */
function addLazyGroup(
  program: Command,
  context: CliContext,
  name: string,
  summary: string,
  group: Record<string, Lazy>,
  /** What each does, where the list of commands should say it without loading them. */
  about: Readonly<Record<string, string>> = {},
): void {
  const parent = program.command(name).description(summary);
  for (const [key, load] of Object.entries(group)) {
    parent
      .command(key)
      .description(about[key] ?? '')
      .helpOption(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(async (_options: unknown, command: Command) => {
        const evaluation = await load();
        const inner = new Command(`saring ${name} ${key}`).description(evaluation.summary).exitOverride();
        for (const [flags, description, need] of evaluation.options)
          inner.addOption(new Option(flags, description).makeOptionMandatory(need === 'needed'));
        // `report check DIR` and `report check --dir DIR` alike: the first option may be given without its name.
        const words =
          command.args[0]?.startsWith('-') === false
            ? [firstFlag(evaluation), ...command.args]
            : command.args;
        inner.action(async (options: Record<string, string>) =>
          print(context, await evaluation.run(options as never, context)),
        );
        await inner.parseAsync(words, { from: 'user' });
      });
  }
}

function addStart(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('watch the sources, serve the API, until stopped (Ctrl+C)')
    .option('--sample', 'run on the bundled sample week: no network, no keys')
    .option('--once', 'end after the issue feed was printed')
    .option('--data <dir>', 'data folder')
    .option('--host <address>', 'address to listen on')
    .option('--port <number>', 'port to listen on, 0 picks one')
    .option('--json', 'print the feed as JSON')
    .action(
      async (options: {
        sample?: boolean;
        once?: boolean;
        data?: string;
        host?: string;
        port?: string;
        json?: boolean;
      }) => {
        const { start } = await import('./start/start.ts');
        const settings = settingsOf(context, {
          dataDir: options.data ?? (options.sample ? 'data/contoh' : undefined),
          host: options.host,
          port: options.port,
        });
        await start(context, {
          settings,
          sample: options.sample ?? false,
          once: options.once ?? false,
          json: options.json ?? false,
        });
      },
    );
}

function addImport(program: Command, context: CliContext): void {
  const imports = program.command('import').description('take in what somebody else collected');
  imports
    .command('posts <file>')
    .description('a file of posts: .jsonl, .ndjson, .csv, .tsv or .xlsx')
    .option('--event-time', 'let the clock follow the items, for replays and back-filling')
    .option('--vendor <name>', 'whose export it is; its columns are remembered for the next file')
    .option('--map <pairs>', 'field=Column, comma-separated, e.g. text=Isi,created_at=Tanggal')
    .option('--platform <name>', 'what rows are that do not say')
    .option('--utc-offset <offset>', 'of times without a zone: WIB, WITA, WIT or +07:00')
    .option('--data <dir>', 'data folder')
    .option('--json', 'no progress bar; the report as JSON')
    .action(
      async (file: string, options: VendorFlags & { eventTime?: boolean; data?: string; json?: boolean }) => {
        const { importPosts } = await import('./import/import-posts.ts');
        const { formatImportReport } = await import('./import/format-import-report.ts');
        const { eventTime = false, data, json = false, ...vendor } = options;
        const settings = settingsOf(context, { dataDir: data });
        const report = await importPosts(context, { file, settings, eventTime, quiet: json, vendor });
        if (json) print(context, report);
        else context.out(formatImportReport(report));
      },
    );
  imports
    .command('vendors')
    .description('vendors whose columns are remembered')
    .option('--data <dir>', 'data folder')
    .action(({ data }: { data?: string }) =>
      within(context, data, async (installation) => {
        const { listVendors } = await import('./import/vendor-flags.ts');
        context.out(await listVendors(installation));
      }),
    );
}

function addExport(program: Command, context: CliContext): void {
  program
    .command('export <what>')
    .description('print assignments, issues, alerts, labels or claims as one JSON value')
    .option('--data <dir>', 'data folder')
    .action(async (what: string, options: { data?: string }) => {
      const { exporters } = await import('./export/export-data.ts');
      const exporter = exporters[what];
      if (!exporter)
        throw new CliError(
          `"${what}" tidak dikenal; pilih salah satu: ${Object.keys(exporters).join(', ')}.`,
          2,
        );
      const installation = await context.open(settingsOf(context, { dataDir: options.data }));
      try {
        print(context, await exporter(installation));
      } finally {
        await installation.close();
      }
    });
}

/** Opens the data folder for one command and closes it whatever happens. */
async function within(
  context: CliContext,
  dataDir: string | undefined,
  work: (installation: Installation, settings: Settings) => Promise<void>,
): Promise<void> {
  const settings = settingsOf(context, { dataDir });
  const installation = await context.open(settings);
  try {
    await work(installation, settings);
  } finally {
    await installation.close();
  }
}

function addRelink(program: Command, context: CliContext): void {
  program
    .command('relink')
    .description("rebuild stories and issues from the items; people's acts and issue numbers stay")
    .option('--since <date>', 'only what was published at or after this, e.g. 2026-11-01')
    .option('--data <dir>', 'data folder')
    .option('--json', 'no progress bar; the report as JSON')
    .action((options: { since?: string; data?: string; json?: boolean }) =>
      within(context, options.data, async (installation) => {
        const { formatRelink, relinkCommand, sinceOf } = await import('./relink/relink.ts');
        const json = options.json ?? false;
        const report = await relinkCommand(context, installation, { since: sinceOf(options.since), json });
        if (json) print(context, report);
        else context.out(formatRelink(report));
      }),
    );
}

function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('look at every part of the installation and say what to do')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action(async (options: { data?: string; json?: boolean }) => {
      const { examine, formatFindings } = await import('./doctor/doctor.ts');
      const examination = await examine(context, settingsOf(context, { dataDir: options.data }));
      if (options.json) print(context, examination.findings);
      else context.out(formatFindings(examination));
      if (!examination.well) throw new CliError('Ada bagian yang perlu diperbaiki.');
    });
}

function addMigrate(program: Command, context: CliContext): void {
  program
    .command('migrate <direction>')
    .description(
      'move everything to the other kind of installation: embedded→distributed or distributed→embedded',
    )
    .option('--data <dir>', 'folder of the embedded installation; the settings name the servers')
    .option('--json', 'no progress bar; the report as JSON')
    .action(async (direction: string, options: { data?: string; json?: boolean }) => {
      const { runMigrate } = await import('./migrate/run-migrate.ts');
      const { formatMigrated } = await import('./migrate/format-migrated.ts');
      const settings = settingsOf(context, {});
      const report = await runMigrate(context, { direction, settings, ...options });
      if (options.json) print(context, report);
      else context.out(formatMigrated(report));
    });
}

function addSetup(program: Command, context: CliContext): void {
  program
    .command('setup')
    .description(
      'make the passwords and settings of an installation on several servers; nothing has a default one',
    )
    .option('--dir <folder>', 'where docker-compose.yml is', '.')
    .option('--contact <text>', 'how owners of sites reach you')
    .option('--redis-url <url>', 'Redis that runs elsewhere')
    .option('--database-url <url>', 'PostgreSQL that runs elsewhere')
    .option('--elasticsearch-url <url>', 'Elasticsearch that runs elsewhere')
    .option('--json', 'as JSON')
    .action(async ({ json, ...options }: { dir: string; json?: boolean }) => {
      const { formatSetup, setup } = await import('./setup/setup.ts');
      const report = setup(options);
      if (json) print(context, report);
      else context.out(formatSetup(report));
    });
}

function addAlerts(program: Command, context: CliContext): void {
  program
    .command('alerts')
    .description('messages to people')
    .command('test <channel>')
    .description('send one test message: email, telegram, whatsapp, web_push, webhook, in_app')
    .option('--to <address>', 'send it here instead of to the first stored person')
    .option('--secret <whsec>', 'webhooks: the secret to sign with')
    .option('--data <dir>', 'data folder')
    .option('--json', 'the receipt as JSON')
    .action((channel: string, options: { to?: string; secret?: string; data?: string; json?: boolean }) =>
      within(context, options.data, async (installation, settings) => {
        const { sendTestAlert } = await import('./alerts/test.ts');
        const { channels, close } = await (await context.services()).openChannels(installation, settings);
        try {
          const { to, secret, json = false } = options;
          const { baseUrl } = settings;
          context.out(await sendTestAlert(installation, channels, { channel, to, secret, baseUrl, json }));
        } finally {
          await close();
        }
      }),
    );
}

/** All commands of `saring`. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('saring')
    .description('Watches what is written about elections and says what needs an answer, and why.')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: context.err });
  const inData: Within = (dataDir, work) => within(context, dataDir, work);
  addStart(program, context);
  addImport(program, context);
  addExport(program, context);
  addRelink(program, context);
  addSources(program, context, inData);
  addClaims(program, context, inData);
  addEvidence(program, context, inData);
  addPublish(program, context, inData);
  addAudit(program, context, inData);
  addQuarantine(program, context, inData);
  addPrivacy(program, context, inData);
  addDoctor(program, context);
  addSetup(program, context);
  addMigrate(program, context);
  addAlerts(program, context);
  addLazyGroup(program, context, 'evaluate', 'measure a part on labelled data; the last line is JSON', {
    ...evaluations,
    alerts: async () => (await import('./evaluate/alerts.ts')).alertsEvaluation(context),
    hostile: async () => (await import('./evaluate/hostile.ts')).hostileEvaluation(context),
  });
  addLazyGroup(program, context, 'train', 'make a model from labelled data', trainings);
  addQuality(program, context, (dataDir, work) =>
    inData(dataDir, async (installation, settings) =>
      print(context, await work(installation, settings.dataDir)),
    ),
  );
  addLazyGroup(
    program,
    context,
    'report',
    'reports of a period, exports, and finding the copied ones',
    reportsOf(context, inData),
    aboutReports,
  );
  return program;
}
