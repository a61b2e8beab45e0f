import { z } from 'zod';
import { levels } from '../domain/risk.ts';
import { roles } from '../domain/user.ts';

const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');

/** Everything an operator may set. Names in the environment: `SARING_` and the name in capitals. */
export const settingsSchema = z
  .object({
    /** Folder of the SQLite file, which holds the evidence too, and of models learnt here. */
    dataDir: z.string().min(1).default('data'),
    /** Address the API listens on; anything but loopback must be said. */
    host: z.string().min(1).default('127.0.0.1'),
    /** 0 picks a free port. */
    port: z.coerce.number().int().min(0).max(65_535).default(8_140),
    /** Bearer token of the API; without one a fresh token is made at every start. */
    token: z.string().min(16, 'a token has at least 16 characters').optional(),
    /** Put into the User-Agent, so that a site's owner can reach the operator. */
    contact: z.string().max(200).default('unset'),
    /** Addresses that are no public ones and may be fetched all the same, comma-separated; the sample uses it. */
    allowAddresses: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    /** Folder of an ONNX classifier of moods (model.onnx, config.json, its tokeniser); needs onnxruntime-node. */
    toneModelDir: z.string().min(1).optional(),
    /** Port of a worker's or scheduler's `/livez`, `/readyz` and `/metrics`; without one there is none. */
    statusPort: z.coerce.number().int().min(0).max(65_535).optional(),
    /** Address of the same; it asks for no token, so that only a network of its own may reach it. */
    statusHost: z.string().min(1).default('127.0.0.1'),
    logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    /** Print the stack of an unexpected error. */
    trace: flag.default(false),
    /** Whether sources are polled; off for a process that only serves or imports. */
    poll: flag.default(true),
    /** Secret that makes private authors pseudonymous; without one it is made once and kept with the data. */
    pseudonymKey: z.string().min(16).optional(),
    /** Where people open the application; links in messages begin with it. */
    baseUrl: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8140'),
    /**
     * Public address under which clarifications lie, where they are copied to a site of one's own; default this
     * installation's own `/klarifikasi`.
     */
    publicUrl: z.url({ protocol: /^https?$/ }).optional(),
    /** Whose clarifications they are, at the head of the list and the feed; default the unit that published them. */
    publicName: z.string().trim().min(2).max(80).optional(),
    /**
     * A language model that may rephrase drafts, by OpenAI's protocol; none unless this and the model are set. A local
     * server first: a draft is not public yet. E.g. `http://127.0.0.1:11434/v1`.
     */
    rephraseUrl: z.url({ protocol: /^https?$/ }).optional(),
    rephraseModel: z.string().min(1).max(200).optional(),
    rephraseKey: z.string().min(4).optional(),
    /** The address that a name in `rephraseUrl` leads to, where that is no public one. */
    rephraseAddress: z.string().max(50).optional(),
    /** `smtps://user:password@host:465` (TLS) or `smtp://…:587` (STARTTLS, which is then required). */
    smtpUrl: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Sender of e-mails, e.g. `Saring KPU <saring@kpu.example>`. */
    mailFrom: z.string().max(200).optional(),
    telegramToken: z.string().min(20).optional(),
    /** Access token and phone number id of the WhatsApp Cloud API, the approved template, and the app's secret. */
    whatsappToken: z.string().min(20).optional(),
    whatsappPhoneId: z.string().regex(/^\d+$/, 'digits: the id of the number, not the number').optional(),
    whatsappTemplate: z
      .string()
      .regex(/^[a-z0-9_]+$/, 'small letters, digits and underscores')
      .default('saring_peringatan'),
    whatsappSecret: z.string().min(16).optional(),
    /** Keys of services that sources need; each kind's page in docs/connectors says where to get one. */
    youtubeKey: z.string().min(10).optional(),
    xToken: z.string().min(10).optional(),
    mastodonToken: z.string().min(10).optional(),
    googleFactCheckKey: z.string().min(10).optional(),
    yudistiraKey: z.string().min(4).optional(),
    /** Mailbox that people report to: `imaps://user:password@host:993/INBOX`. */
    imapUrl: z.url({ protocol: /^imaps?$/ }).optional(),
    /** Items from this level of risk on are kept as evidence at first sight; `off` keeps none. */
    evidenceLevel: z.enum(['off', ...levels]).default('sedang'),
    /** Lets people without an account report, at /v1/public/reports; off, that route is not there. */
    publicReports: flag.default(false),
    /** OpenID Connect: where people sign in elsewhere; `oidcClientId` and `oidcClientSecret` go with it. */
    oidcIssuer: z.url({ protocol: /^https?$/ }).optional(),
    oidcClientId: z.string().min(1).max(300).optional(),
    oidcClientSecret: z.string().min(8).optional(),
    /** What the button says. */
    oidcName: z.string().trim().min(1).max(60).default('SSO'),
    /** `35:reader`: what a person gets whom the provider vouches for and nobody invited; `off` refuses them. */
    oidcNewUsers: z
      .string()
      .regex(/^(off|(RI|\d\d(\.\d\d)?):reader)$/, 'off, or a unit and reader, e.g. 35:reader')
      .default('off'),
    /** Who needs a code generator beside a password before they work: roles by commas, `all`, or `off`. */
    secondFactor: z
      .string()
      .regex(
        new RegExp(`^(off|all|(${roles.join('|')})(,(${roles.join('|')}))*)$`),
        `off, all, or roles by commas: ${roles.join(', ')}`,
      )
      .default('off'),
    /** `mailto:` or `https:` address that push services may write to. */
    pushContact: z
      .string()
      .regex(/^(mailto:|https:)/, 'it begins with mailto: or https:')
      .optional(),
    /** `redis://` or `rediss://`; with it, `databaseUrl` and `elasticsearchUrl` the installation is distributed. */
    redisUrl: z
      .string()
      .regex(/^rediss?:\/\//, 'it begins with redis:// or rediss://')
      .optional(),
    /** `postgres://user:password@host/database`. */
    databaseUrl: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'it begins with postgres://')
      .optional(),
    /** `http://` or `https://`, several nodes separated by commas. */
    elasticsearchUrl: z
      .string()
      .regex(/^https?:\/\//, 'it begins with http:// or https://')
      .optional(),
    elasticsearchApiKey: z.string().min(16).optional(),
    /** PEM files of the authorities that signed the servers' certificates. */
    redisCa: z.string().optional(),
    databaseCa: z.string().optional(),
    elasticsearchCa: z.string().optional(),
    /** Before every key and index name; tells installations on the same servers apart. */
    keyPrefix: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, 'small letters, digits and hyphens, a letter first')
      .default('saring'),
    /** A worker process that is silent this long is taken for dead, and its jobs are given to another. */
    leaseMs: z.coerce.number().int().min(1_000).max(600_000).default(30_000),
    /** Connections to PostgreSQL of one process; two at least, one holds the lock of a migration. */
    databaseConnections: z.coerce.number().int().min(2).max(100).default(10),
  })
  .strict();

/** May be given as a file that holds the value: `SARING_TOKEN_FILE` for `SARING_TOKEN`. */
export const secretNames: readonly SettingName[] = [
  'token',
  'pseudonymKey',
  'rephraseKey',
  'smtpUrl',
  'telegramToken',
  'whatsappToken',
  'whatsappSecret',
  'youtubeKey',
  'xToken',
  'mastodonToken',
  'googleFactCheckKey',
  'yudistiraKey',
  'imapUrl',
  'oidcClientSecret',
  'redisUrl',
  'databaseUrl',
  'elasticsearchUrl',
  'elasticsearchApiKey',
];

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof z.input<typeof settingsSchema>;

export const settingNames = Object.keys(settingsSchema.shape) as SettingName[];

/** `dataDir` is `SARING_DATA_DIR`. */
export const environmentName = (name: SettingName): string =>
  `SARING_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;

/** Whether any of the three servers is named: the installation then runs on all of them. */
export const isDistributed = ({ redisUrl, databaseUrl, elasticsearchUrl }: Settings): boolean =>
  [redisUrl, databaseUrl, elasticsearchUrl].some((url) => url !== undefined);
