import { writeFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpush from 'web-push';
import { startLocalSmtp } from '../../infra/channels/email/local-smtp.contract.ts';
import { createSmtpChannel } from '../../infra/channels/email/smtp-channel.ts';
import { createInAppChannel } from '../../infra/channels/in-app/in-app-channel.ts';
import { startLocalProvider } from '../../infra/channels/local-provider.contract.ts';
import { createTelegramChannel } from '../../infra/channels/telegram/telegram-channel.ts';
import { openLocalBrowser } from '../../infra/channels/web-push/local-browser.contract.ts';
import { createWebPushChannel } from '../../infra/channels/web-push/web-push-channel.ts';
import { createWebhookChannel } from '../../infra/channels/webhook/webhook-channel.ts';
import { createWhatsappChannel } from '../../infra/channels/whatsapp/whatsapp-channel.ts';
import { createReplayClock } from '../../infra/clock/replay-clock.ts';
import { createIds } from '../../infra/clock/system-clock.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { drawPicture } from '../../infra/render/draw-picture.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { deliverDue } from '../../pipelines/deliver/deliver-due.ts';
import { enqueueDigests } from '../../pipelines/deliver/enqueue-digests.ts';
import { openDelivery } from '../../pipelines/deliver/open-delivery.ts';
import { defaultDeliverySettings } from '../../pipelines/deliver/settings.ts';
import { seeded } from '../../pipelines/evaluate/stream.ts';
import type { Flow } from '../../pipelines/flow/flow.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { defaultSources } from '../../pipelines/ingest/default-sources.ts';
import { initialHealth } from '../../pipelines/ingest/source-health.ts';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import { type Alert, alertRuleSchema } from '../../shared/domain/alert.ts';
import { type Delivery, deliveryId } from '../../shared/domain/delivery.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { receiptOf } from '../../shared/domain/receipt.ts';
import { type ChannelName, recipientSchema } from '../../shared/domain/recipient.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Records } from '../../shared/ports/records.ts';
import { approved, buildClaim } from '../../shared/testing/build-claim.ts';
import { buildItem } from '../../shared/testing/build-item.ts';
import { localhostCertificate } from '../../shared/testing/localhost-certificate.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';

/** Monday, 1 September 2025, 08:00 WIB: an office day far from any vote. */
const start = Date.parse('2025-09-01T08:00:00+07:00');
const whsec = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** Posts of one hour, each by its own account. */
interface Hour {
  at: number;
  texts: readonly string[];
  followers?: number;
}

const repeat = (count: number, text: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => text(n));
const pickOne = (from: readonly string[], n: number): string => from[n % from.length]!;

const shortage = (n: number) =>
  `Surat suara kurang di TPS ${n + 1} Kota Malang, ${pickOne(['pemilih pulang kecewa', 'antrean bubar', 'petugas bingung', 'warga marah', 'bilik kosong'], n)}, KPU ${pickOne(['payah', 'lalai'], n)}`;
const pay = (n: number) =>
  `Honor KPPS Garut belum dibayar, ${pickOne(['sudah sebulan', 'anak istri menunggu', 'janji terus', 'rekening masih nol', 'begadang sia-sia', 'bendahara menghindar'], n)} angkatan ${n}, mengecewakan`;
const flood = (n: number) =>
  `Gudang logistik Demak kebanjiran, kotak suara ${pickOne(['mengapung', 'lembek', 'hanyut', 'berlumpur'], n)} di rak ${n}, siapa bertanggung jawab atas gudang KPU yang tergenang`;
/** Words by chance at six places: few of a thousand sentences are near-copies of each other. */
const told = [
  [
    'Mahasiswa rantau',
    'Pekerja pabrik',
    'Perawat jaga',
    'Pelaut',
    'Santri',
    'Pengemudi truk',
    'Ibu muda',
    'Guru honorer',
  ],
  [
    'asal Bone',
    'dari Tamalanrea',
    'warga Panakkukang',
    'penghuni rusun',
    'dari Biringkanaya',
    'asal Rappocini',
    'dari Tallo',
  ],
  [
    'mengambil formulir',
    'menyerahkan berkas',
    'membawa surat tugas',
    'mengisi data',
    'mencocokkan alamat',
    'melapor',
  ],
  ['untuk pindah memilih', 'soal pindah memilih', 'demi pindah memilih', 'dalam urusan pindah memilih'],
  ['di loket KPU Kota Makassar', 'di aula KPU Kota Makassar', 'di halaman KPU Kota Makassar'],
  ['pagi tadi', 'selepas zuhur', 'kemarin sore', 'hari ini', 'bersama kawan', 'sendirian', 'sepulang kerja'],
];
const talk = (n: number): string => {
  const random = seeded(n * 7_919 + 1);
  return told.map((choices) => choices[Math.floor(random() * choices.length)]).join(' ');
};
const praise = (n: number): string =>
  `Terima kasih KPU Kota Makassar, ${talk(n)} ${pickOne(['dilayani ramah', 'cepat dan tertib', 'memuaskan sekali'], n)}`;
const blame = (n: number): string =>
  `${pickOne(['Payah', 'Mengecewakan', 'Tidak becus', 'Amburadul'], n)} KPU Kota Makassar, ${talk(n)} ${pickOne(['dibentak petugas', 'ditolak tanpa alasan', 'disuruh pulang percuma'], n)}`;

/** What happens, in time order: one matter for each kind of alert. */
const story: Hour[] = [
  { at: 1, texts: repeat(7, shortage) },
  { at: 2, texts: repeat(16, (n) => shortage(n + 20)) },
  { at: 1, texts: repeat(13, pay) },
  ...Array.from(
    { length: 29 },
    (_, n): Hour => ({ at: n + 2, texts: repeat(3, (k) => pay(20 + 3 * n + k)) }),
  ),
  { at: 31, texts: repeat(30, (n) => pay(200 + n)) },
  { at: 3, texts: repeat(6, flood) },
  { at: 55, texts: repeat(9, (n) => flood(30 + n)) },
  ...Array.from({ length: 30 }, (_, n): Hour => ({ at: n + 4, texts: repeat(8, (k) => praise(8 * n + k)) })),
  ...Array.from(
    { length: 8 },
    (_, n): Hour => ({ at: n + 34, texts: repeat(8, (k) => blame(300 + 8 * n + k)) }),
  ),
  { at: 57, texts: [buildClaim(1).text], followers: 250_000 },
].toSorted((a, b) => a.at - b.at);
const lastHour = 80;

describe('one alert of each kind, from item to receipt', () => {
  const clock = createReplayClock(start);
  const sqlite = openSqlite(':memory:');
  const index = createSqliteIndex(sqlite, searchTerms);
  const notices: string[] = [];
  let smtp: Awaited<ReturnType<typeof startLocalSmtp>>;
  type Provided = 'telegram' | 'whatsapp' | 'webhook' | 'web_push';
  let providers: Record<Provided, Awaited<ReturnType<typeof startLocalProvider>>>;
  const browser = openLocalBrowser();
  let records: Records;
  let flow: Flow;
  let send: (channel: ChannelName) => Promise<unknown>;
  let alerts: Alert[] = [];
  let deliveries: Delivery[] = [];

  const openProvider = (accept: [number, unknown]) =>
    startLocalProvider({ accept, busy: [503, {}], refuse: [410, {}], deny: [401, {}] });

  async function openChannels() {
    smtp = await startLocalSmtp();
    providers = {
      telegram: await openProvider([200, { ok: true, result: { message_id: 7 } }]),
      whatsapp: await openProvider([200, { messages: [{ id: 'wamid.1' }] }]),
      webhook: await openProvider([204, null]),
      web_push: await openProvider([201, {}]),
    };
    const { telegram, whatsapp, webhook, web_push: push } = providers;
    const all = [
      createSmtpChannel({
        url: `smtp://127.0.0.1:${smtp.port}`,
        from: 'Saring <saring@kpu.example>',
        ca: localhostCertificate.cert,
        requireTls: true,
        drawPicture: async (chart) => drawPicture(chart),
      }),
      createTelegramChannel({
        fetcher: telegram.fetcher,
        token: '1:x',
        now: telegram.now,
        baseUrl: telegram.origin,
      }),
      createWhatsappChannel({
        fetcher: whatsapp.fetcher,
        token: 't',
        phoneId: '555',
        template: 'saring_peringatan',
        now: whatsapp.now,
        baseUrl: whatsapp.origin,
      }),
      createWebhookChannel({ fetcher: webhook.fetcher, now: Date.now }),
      createWebPushChannel({
        fetcher: push.fetcher,
        keys: webpush.generateVAPIDKeys(),
        contact: 'mailto:saring@kpu.example',
        now: push.now,
      }),
      createInAppChannel(({ deliveryId: id }) => notices.push(id)),
    ];
    // the rates are lifted: here days pass within seconds
    return new Map(
      all.map((one) => [one.name, { ...one, limits: { ...one.limits, perSecond: 10_000 } }] as const),
    );
  }

  /** A desk at KPU RI that hears of everything, by one way for each person. */
  async function appointPeople(): Promise<void> {
    const ways = {
      email: { address: 'meja@kpu.example' },
      telegram: { address: '4711' },
      whatsapp: { address: '6281200000000', optedInAt: 1 },
      webhook: { address: `${providers.webhook.origin}/kait`, secrets: [whsec] },
      web_push: { address: browser.subscription(`${providers.web_push.origin}/langganan`) },
      in_app: { address: '-' },
    };
    for (const [channel, way] of Object.entries(ways))
      await records.recipients.put(
        recipientSchema.parse({
          id: `meja-${channel.replace('_', '-')}`,
          name: `Petugas ${channel}`,
          unit: 'RI',
          units: ['RI'],
          below: true,
          sensitivity: 'tinggi',
          contacts: [{ channel, ...way }],
        }),
      );
  }

  async function takeIn({ at, texts, followers = 10 }: Hour): Promise<void> {
    const items = texts.map((text, n) => {
      const publishedAt = start + at * hourMs + n * 60_000;
      const metrics = { likes: 0, replies: 0, shares: 0, views: 0, followers };
      const nativeId = `${at}-${text}`;
      return buildItem({
        nativeId,
        text,
        author: `akun-${at}-${n}`,
        metrics,
        sourceId: 'contoh',
        publishedAt,
        collectedAt: publishedAt,
      });
    });
    const { toLink } = await flow.enrich(items);
    await flow.link(toLink);
    await flow.match({ itemIds: toLink });
  }

  async function liveHour(hour: number): Promise<void> {
    clock.moveTo(start + (hour + 1) * hourMs - 1);
    const due = story.filter(({ at }) => at === hour);
    for (const one of due) await takeIn(one);
    await flow.watch(true);
    const settings = defaultDeliverySettings;
    const now = clock.now();
    await enqueueDigests({ records, now, settings, baseUrl: 'https://saring.example', zoneOf, unitName });
    for (const channel of ['email', 'telegram', 'whatsapp', 'webhook', 'web_push', 'in_app'] as const)
      await send(channel);
  }

  beforeAll(async () => {
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    const installation = {
      index,
      records,
      clock,
      ids: createIds(clock),
      readModel,
    } as unknown as Installation;
    flow = await openFlow(installation);
    const delivery = openDelivery({
      records,
      index,
      clock,
      channels: await openChannels(),
      baseUrl: 'https://saring.example',
    });
    send = (channel) => deliverDue(delivery, channel);
    await appointPeople();
    await records.claims.put(buildClaim(1, { ...approved('salah'), reviewAt: start + 30 * 24 * hourMs }));
    const source = {
      ...defaultSources[0]!,
      id: 'contoh',
      name: 'Harian Contoh',
      enabled: true,
      homeArea: null,
    };
    await records.sources.put(source);
    await records.sources.putHealth({ ...initialHealth(source, start), lastNewItemAt: start + 57 * hourMs });
    for (let hour = 0; hour <= lastHour; hour++) await liveHour(hour);
    alerts = (await records.alerts.list({ scope: nationalScope, limit: 1_000 })).toReversed();
    deliveries = await records.deliveries.list({ scope: nationalScope, limit: 1_000 });
    const out = process.env['SARING_DRILL_OUT'];
    if (out) writeFileSync(out, sayAll());
  }, 120_000);
  afterAll(async () => {
    await smtp.destroy();
    for (const provider of Object.values(providers)) await provider.destroy();
  });

  const isDigest = ({ subject }: { subject?: string | undefined }): boolean =>
    subject?.startsWith('Ringkasan') ?? false;
  const mailOf = (alert: Alert) =>
    smtp.mails.find((mail) => !isDigest(mail) && mail.text?.includes(alert.sentence.replace(/\s+/g, ' ')));
  const firstOf = (rule: string) =>
    alerts.find((alert) => alert.rule === rule && mailOf(alert)) ??
    alerts.find((alert) => alert.rule === rule);

  /** Everything that went out, for reading aloud. */
  function sayAll(): string {
    const parts = alertRuleSchema.options.map((rule) => {
      const alert = firstOf(rule);
      if (!alert) return `## ${rule}: none`;
      const { counts, ...rest } = alert;
      const mail = mailOf(alert);
      const receipts = deliveries
        .filter(({ alertId }) => alertId === alert.id)
        .map((one) => receiptOf(one))
        .map(({ channel, state, tries }) => `${channel} ${state} (${tries})`);
      return `## ${rule}\n${JSON.stringify({ ...rest, counts: counts.slice(-8) })}\n--- ${mail?.subject}\n${mail?.text}\n--- ${receipts.join(', ')}`;
    });
    const digests = smtp.mails
      .filter(({ subject }) => subject?.startsWith('Ringkasan'))
      .map(({ text }) => text);
    const telegrams = providers.telegram.received
      .slice(0, 12)
      .map(({ body }) => JSON.parse(body.toString()).text);
    const log = alerts.map(
      ({ at, rule, unit, push, level, held, sentence }) =>
        `${Math.round((at - start) / hourMs)} ${rule} ${unit} ${push} ${level} ${held} ${sentence}`,
    );
    return ['# raised', log.join('\n'), ...parts, '# digests', ...digests, '# telegram', ...telegrams].join(
      '\n\n',
    );
  }

  it.each(alertRuleSchema.options)('%s is raised and reaches somebody', (rule) => {
    const alert = firstOf(rule);
    expect(alert, 'raised').toBeDefined();
    const mail = mailOf(alert!);
    if (mail) {
      expect(mail.text).toContain('https://saring.example/');
      const own = deliveries.filter(({ alertId }) => alertId === alert!.id);
      expect(own.every(({ state }) => state === 'sent' || state === 'delivered')).toBe(true);
      expect(own.map(({ channel }) => channel).sort()).toEqual([
        'email',
        'in_app',
        'telegram',
        'web_push',
        'webhook',
        'whatsapp',
      ]);
      const id = deliveryId(alert!.id, 'meja-web-push');
      const shown = providers.web_push.received.map(({ body }) => browser.decrypt(body));
      expect(shown.find(({ tag }) => tag === id)?.title, 'shown by the browser').toBeTruthy();
      return;
    }
    // what wakes nobody is told in a digest
    const digests = smtp.mails.filter(isDigest);
    const title = alert!.issueId === null ? alert!.sentence.slice(1, 12) : '';
    expect(digests.some(({ text, date }) => text?.includes(title) && date!.getTime() >= alert!.at)).toBe(
      true,
    );
  });

  it('explains a spike: figures, chance or deviation, stories, first item, platforms, units, chart, link', () => {
    const alert = firstOf('quiet_tail')!;
    expect(alert).toMatchObject({ unit: '33.21', push: true, areas: ['33.21'], held: null });
    expect(alert.statistic).toBeLessThan(1e-3);
    expect(alert.factor).toBeCloseTo(alert.observed / Math.max(alert.baseline, 0.5), 5);
    expect(alert.storyIds.length).toBeGreaterThan(0);
    expect(alert.firstItemId).not.toBeNull();
    expect(alert.platforms).toHaveProperty('x');
    expect(alert.counts.at(-1)).toBe(alert.observed);
    const mail = mailOf(alert)!;
    expect(mail.attachments[0]).toMatchObject({ contentType: 'image/png', filename: 'grafik.png' });
    for (const words of [
      'Teramati:',
      'Biasanya:',
      'Cerita teratas:',
      'Pertama terlihat:',
      'Platform:',
      'Wilayah:',
      'Buka isu:',
    ])
      expect(mail.text).toContain(words);
  });

  it('signs what it posts, and tells open pages', () => {
    const [call] = providers.webhook.received;
    const headers = Object.fromEntries(
      Object.entries(call!.headers).map(([name, value]) => [name, String(value)]),
    );
    expect(() => new Webhook(whsec).verify(call!.body.toString(), headers)).not.toThrow();
    expect(notices).toContain(deliveryId(firstOf('cold_start')!.id, 'meja-in-app'));
  });
});
