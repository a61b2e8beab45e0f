import { describe, expect, it } from 'vitest';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { Alert } from '../../shared/domain/alert.ts';
import type { Delivery } from '../../shared/domain/delivery.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { isOpen, type Recipient, recipientSchema, withConsent } from '../../shared/domain/recipient.ts';
import { Misconfigured, PermanentRefusal, TemporaryFailure } from '../../shared/ports/channel.ts';
import { buildAlert, buildRecipient } from '../../shared/testing/build-delivery.ts';
import { applyReport } from './apply-report.ts';
import { deliveriesFor, urgencyFor } from './deliveries-for.ts';
import { digestMoment } from './enqueue-digests.ts';
import { createPace } from './pace.ts';
import { quietUntil } from './quiet-hours.ts';
import { afterFailure, afterSuccess, failureOf } from './retry-plan.ts';
import { figuresOf, sayOffice, shorten } from './say.ts';
import { defaultDeliverySettings } from './settings.ts';

/** 27 Nov 2024, 08:00 WIB, 09:00 WITA, 10:00 WIT. */
const now = Date.UTC(2024, 10, 27, 1);
const context = { now, zoneOf, escalatedFrom: null };

describe('who is told at once', () => {
  const cases: [Recipient['sensitivity'], Partial<Alert>, string][] = [
    ['sedang', { level: 'kritis', push: true }, 'now'],
    ['sedang', { level: 'tinggi', push: true }, 'now'],
    ['sedang', { level: 'tinggi', push: false }, 'digest'],
    ['sedang', { level: 'sedang', push: true }, 'digest'],
    ['rendah', { level: 'tinggi', push: true }, 'digest'],
    ['rendah', { level: 'kritis', push: true }, 'now'],
    ['tinggi', { level: 'tinggi', push: false }, 'now'],
    ['tinggi', { level: 'sedang', push: false }, 'digest'],
  ];
  it.each(cases)('sensitivity %s, alert %j: %s', (sensitivity, alert, urgency) => {
    expect(urgencyFor(buildAlert(alert), buildRecipient({ sensitivity }))).toBe(urgency);
  });

  it('tells nobody of levels they did not ask for, and nobody who is not active', () => {
    expect(urgencyFor(buildAlert(), buildRecipient({ levels: ['tinggi'] }))).toBe('never');
    expect(urgencyFor(buildAlert(), buildRecipient({ active: false }))).toBe('never');
  });

  it('takes the channels in the person’s order, without those opted out of or never opted into', () => {
    const recipient = buildRecipient({
      contacts: [
        { channel: 'whatsapp', address: '6281200000000' },
        { channel: 'telegram', address: '1', optedOutAt: now - 1 },
        { channel: 'email', address: 'a@b.example' },
        { channel: 'in_app', address: '-' },
      ],
    });
    const [delivery] = deliveriesFor(buildAlert(), [recipient], context);
    expect([delivery!.channel, ...delivery!.laterChannels]).toEqual(['email', 'in_app']);
    const back = withConsent(withConsent(recipient, 'whatsapp', true, now), 'telegram', true, now);
    const [again] = deliveriesFor(buildAlert(), [back], context);
    expect([again!.channel, ...again!.laterChannels]).toEqual(['whatsapp', 'telegram', 'email', 'in_app']);
    expect(withConsent(back, 'telegram', false, now + 1).contacts.map(isOpen)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(again!.id).toBe(delivery!.id);
  });

  it('waits for the end of quiet hours in the zone of the person’s unit, unless it is kritis', () => {
    const quiet = { from: '22:00', to: '09:30' };
    const due = (unit: string, level: Alert['level']) =>
      deliveriesFor(buildAlert({ level }), [buildRecipient({ unit, quiet })], context)[0]!.dueAt;
    expect(due('35.73', 'tinggi')).toBe(now + 1.5 * hourMs);
    expect(due('73.71', 'tinggi')).toBe(now + 0.5 * hourMs);
    expect(due('91.71', 'tinggi')).toBe(now);
    expect(due('35.73', 'kritis')).toBe(now);
  });

  it('lets a recovery wait for the morning, even of a kritis matter', () => {
    const night = Date.parse('2024-11-27T23:00:00+07:00');
    const sleeper = buildRecipient({ quiet: { from: '22:00', to: '05:00' } });
    const context = { now: night, zoneOf, escalatedFrom: null };
    const due = (rule: 'quiet_tail' | 'recovered') =>
      deliveriesFor(buildAlert({ rule }), [sleeper], context)[0]!.dueAt;
    expect(due('quiet_tail')).toBe(night);
    expect(due('recovered')).toBe(Date.parse('2024-11-28T05:00:00+07:00'));
  });

  it('knows the edges of quiet hours', () => {
    const at = (hour: number, minute = 0) => Date.UTC(2024, 10, 27, hour - 7, minute);
    const night = { from: '22:00', to: '05:00' };
    expect(quietUntil(at(22), night, 'Asia/Jakarta')).toBe(at(29));
    expect(quietUntil(at(21, 59), night, 'Asia/Jakarta')).toBeNull();
    expect(quietUntil(at(5), night, 'Asia/Jakarta')).toBeNull();
    expect(quietUntil(at(4, 59), night, 'Asia/Jakarta')).toBe(at(5));
    expect(quietUntil(at(13), { from: '12:00', to: '14:00' }, 'Asia/Jakarta')).toBe(at(14));
    expect(quietUntil(at(13), { from: '12:00', to: '12:00' }, 'Asia/Jakarta')).toBeNull();
    expect(quietUntil(at(13), null, 'Asia/Jakarta')).toBeNull();
  });

  it('refuses addresses, times and units that are none', () => {
    const bad = [
      { contacts: [{ channel: 'email', address: 'bukan surel' }] },
      { contacts: [{ channel: 'whatsapp', address: '0812' }] },
      { contacts: [{ channel: 'web_push', address: '{}' }] },
      { contacts: [{ channel: 'webhook', address: 'file:///etc/passwd' }] },
      { quiet: { from: '24:00', to: '05:00' } },
      { unit: 'Malang' },
      { units: [] },
    ];
    for (const part of bad)
      expect(recipientSchema.safeParse({ ...buildRecipient(), ...part }).success, JSON.stringify(part)).toBe(
        false,
      );
  });
});

describe('the plan of retries', () => {
  const settings = defaultDeliverySettings;
  const claimed = (delivery: Delivery, startedAt: number): Delivery => ({
    ...delivery,
    state: 'sending',
    attempts: [
      ...delivery.attempts,
      {
        number: delivery.attempts.length + 1,
        channel: delivery.channel,
        startedAt,
        endedAt: null,
        outcome: 'open',
        reason: null,
        providerId: null,
      },
    ],
  });
  const fresh = (): Delivery => deliveriesFor(buildAlert(), [buildRecipient()], context)[0]!;
  const fail = (delivery: Delivery, error: Error, at: number): Delivery =>
    afterFailure(claimed(delivery, at), failureOf(error), at, settings);

  it('tries four times with growing waits, then the next channel at once, within the time of triage', () => {
    let delivery = fresh();
    let at = now;
    const waits: number[] = [];
    while (delivery.channel === 'email') {
      delivery = fail(delivery, new TemporaryFailure('sibuk'), at);
      waits.push(delivery.dueAt - at);
      at = delivery.dueAt;
    }
    expect(waits).toEqual([30_000, 90_000, 270_000, 0]);
    expect(delivery).toMatchObject({ channel: 'in_app', state: 'queued', laterChannels: [] });
    expect(at - now).toBeLessThan(15 * 60_000);
  });

  it('goes on at once after a refusal or a channel that is set up wrongly, and fails on the last one with its reason', () => {
    for (const error of [new PermanentRefusal('alamat salah'), new Misconfigured('kata sandi')]) {
      const next = fail(fresh(), error, now);
      expect(next).toMatchObject({ channel: 'in_app', dueAt: now, state: 'queued' });
      expect(fail(next, error, now)).toMatchObject({
        state: 'failed',
        reason: error.message,
        finishedAt: now,
      });
    }
  });

  it('waits as long as the provider asks, or leaves it when that is too long', () => {
    const soon = fail(fresh(), new TemporaryFailure('jeda', { retryAt: now + 60_000 }), now);
    expect(soon).toMatchObject({ channel: 'email', dueAt: now + 60_000 });
    const late = fail(fresh(), new TemporaryFailure('jeda', { retryAt: now + hourMs }), now);
    expect(late).toMatchObject({ channel: 'in_app', dueAt: now });
  });

  it('keeps trying the last channel until the message is a day old', () => {
    let delivery: Delivery = { ...fresh(), laterChannels: [] };
    let at = now;
    while (delivery.state === 'queued') {
      at = delivery.dueAt;
      delivery = fail(delivery, new TemporaryFailure('mati'), at);
    }
    expect(delivery.state).toBe('failed');
    expect(at - now).toBeGreaterThan(23 * hourMs);
    expect(delivery.attempts.length).toBeLessThan(60);
  });

  it('records an end that nobody knows, and what a channel must not throw, as possible doubles', () => {
    for (const error of [new TemporaryFailure('hilang', { maybeSent: true }), new TypeError('x')])
      expect(fail(fresh(), error, now).attempts[0]!.outcome).toBe('unknown');
    const sent = afterSuccess(claimed(fresh(), now), { state: 'sent', providerId: 'p' }, now + 5);
    expect(sent).toMatchObject({ state: 'sent', providerId: 'p', finishedAt: now + 5, leaseUntil: null });
  });

  it('takes reports in any order without falling back', () => {
    const sent = afterSuccess(claimed(fresh(), now), { state: 'sent', providerId: 'p' }, now);
    const read = applyReport(sent, { state: 'read', at: now + 2, reason: null })!;
    expect(read.state).toBe('read');
    expect(applyReport(read, { state: 'delivered', at: now + 3, reason: null })).toBeNull();
    expect(applyReport(read, { state: 'failed', at: now + 3, reason: 'x' })).toBeNull();
    expect(applyReport(sent, { state: 'failed', at: now + 3, reason: 'mati' })?.state).toBe('failed');
    expect(applyReport(fresh(), { state: 'delivered', at: now, reason: null })).toBeNull();
  });
});

describe('the pace of a channel', () => {
  it('lets a second’s worth through and then as much as time fills', () => {
    const pace = createPace();
    expect(pace.take('telegram', 20, 50, now)).toBe(20);
    expect(pace.take('telegram', 20, 50, now)).toBe(0);
    expect(pace.take('telegram', 20, 50, now + 250)).toBe(5);
    expect(pace.take('email', 10, 2, now)).toBe(2);
    expect(pace.take('telegram', 20, 50, now - hourMs)).toBe(0);
    pace.giveBack('telegram', 3);
    expect(pace.take('telegram', 20, 50, now - hourMs)).toBe(3);
  });
});

describe('the moments of the digest', () => {
  it('are 07:00 and 16:00 of each zone', () => {
    const moment = (zone: Parameters<typeof digestMoment>[1]) =>
      new Date(digestMoment(now, zone, [7, 16])).toISOString();
    expect(moment('Asia/Jakarta')).toBe('2024-11-27T00:00:00.000Z');
    expect(moment('Asia/Makassar')).toBe('2024-11-26T23:00:00.000Z');
    expect(moment('Asia/Jayapura')).toBe('2024-11-26T22:00:00.000Z');
    const early = Date.UTC(2024, 10, 26, 23, 59);
    expect(digestMoment(early, 'Asia/Jakarta', [7, 16])).toBe(Date.UTC(2024, 10, 26, 9));
  });
});

describe('words', () => {
  it('names offices, figures by rule, and cuts without breaking', () => {
    expect(['RI', '35', '35.73', '11'].map((unit) => sayOffice(unit, unitName))).toEqual([
      'KPU RI',
      'KPU Provinsi Jawa Timur',
      'KPU Kota Malang',
      'KIP Aceh',
    ]);
    expect(
      figuresOf(buildAlert({ rule: 'negative_jump', observed: 0.62, baseline: 0.2, factor: 3.1 })),
    ).toEqual({
      observed: '62% bernada negatif',
      baseline: '20%',
      factor: 'naik 42 poin',
      compared: 'Biasanya',
    });
    const late = buildAlert({ rule: 'escalated', observed: -0.75, baseline: 0 });
    expect(figuresOf(late)).toMatchObject({ observed: 'target tanggapan terlewat 45 menit', baseline: null });
    const doubled = buildAlert({ rule: 'level_doubled', observed: 16, baseline: 7, factor: 16 / 7 });
    expect(figuresOf(doubled)).toMatchObject({ compared: 'Sebelumnya', baseline: '7 unggahan per jam' });
    expect(figuresOf(buildAlert({ baseline: 0 })).baseline).toBe('hampir tidak ada');
    expect(shorten('Surat suara kurang di banyak tempat', 20)).toBe('Surat suara kurang…');
    expect(shorten('a\n\tb\u0000c \u202ed', 50)).toBe('a b c d');
    expect(shorten('😀😀😀😀', 4).isWellFormed()).toBe(true);
  });
});
