import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { createSmtpChannel } from '../../infra/channels/email/smtp-channel.ts';
import { composeTest } from '../../pipelines/deliver/compose-test.ts';
import { deliverDue } from '../../pipelines/deliver/deliver-due.ts';
import { openDelivery } from '../../pipelines/deliver/open-delivery.ts';
import { tellPeople } from '../../pipelines/deliver/tell-people.ts';
import { messageFor } from '../../pipelines/disseminate/compose-campaign.ts';
import { takeWish } from '../../pipelines/disseminate/opt-out.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { recipientOfPerson } from '../../shared/domain/stakeholder.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildPublication } from '../../shared/testing/build-answer.ts';
import { buildRecipient } from '../../shared/testing/build-delivery.ts';
import { buildCampaign, buildPerson, buildStakeholder } from '../../shared/testing/build-stakeholder.ts';
import { type Kept, keepingChannel } from './testing/keeping-channel.ts';
import { asToken, openTestApp } from './testing/open-test-people.ts';

const at = Date.UTC(2024, 10, 27, 1);
const baseUrl = 'https://saring.example';

describe('somebody who said stop', () => {
  it('gets nothing by any path: campaign, other books, import, reminder, alert, test', async () => {
    const test = await openTestApp({ at });
    const sent: Kept[] = [];
    const channels = new Map(
      (['email', 'whatsapp', 'telegram'] as const).map((name) => [name, keepingChannel(name, sent)]),
    );
    const { dissemination, recipients, publications, deliveries } = test.records;
    await publications.put(buildPublication(1, { reviewAt: at + 9 * dayMs }));
    await publications.put(buildPublication(2, { reviewAt: at + 9 * dayMs }));
    await dissemination.stakeholders.put(buildStakeholder(1));
    const twin = buildPerson(9, { contacts: buildPerson(1).contacts });
    await dissemination.stakeholders.put(buildStakeholder(2, { unit: '35.78', persons: [twin] }));
    await recipients.put(
      buildRecipient({ contacts: [{ channel: 'email', address: 'redaksi1@media.example' }] }),
    );
    const start = (publication: string) =>
      test.call('POST', '/v1/campaigns', asToken, {
        unit: 'RI',
        publication,
        kinds: ['media'],
        tiers: ['regency'],
        dueAt: '2024-11-28T00:00:00Z',
      });
    expect((await start('publication-001')).body.queued).toBe(1);

    // queued before, stopped before it was sent
    const link = `/v1/public/opt-out/${buildPerson(1).optOutKey}`;
    const opened = await test.call('GET', link, {});
    expect([opened.status, opened.text.includes('<form method="post">')]).toEqual([200, true]);
    expect(
      (await dissemination.stakeholders.get('stakeholder-1', nationalScope))!.persons[0]!.optedOutAt,
    ).toBeNull();
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const stopped = await test.call('POST', link, form, 'List-Unsubscribe=One-Click');
    const nobody = await test.call('POST', '/v1/public/opt-out/not-a-key-of-anybody', form, '');
    expect([stopped.status, nobody.status, nobody.text === stopped.text]).toEqual([200, 200, true]);

    // the officer with the same address, by a reminder
    const officer = (await recipients.get('humas-malang'))!;
    const word = composeTest('m-1', at, '35.73', 'Asia/Jakarta', baseUrl);
    await tellPeople(test.records, { ...word, kind: 'reminder' }, [officer], at);
    await tellPeople(test.records, { ...word, id: 'm-2', kind: 'alert' }, [officer], at);
    await tellPeople(test.records, { ...word, id: 'm-3' }, [officer], at);

    // an import brings them back under another name, with the consent of before
    const csv = [
      'lembaga;jenis;unit;nama;surel;whatsapp;tanggal persetujuan;cara persetujuan',
      'Kabar Baru;media;35.73;Orang lain;REDAKSI1@media.example;62811 0000001;2024-11-01;formulir',
    ].join('\n');
    const file = { ...asToken, headers: { 'content-type': 'text/csv' } };
    expect((await test.call('POST', '/v1/stakeholders/import', file, csv)).body.optedOut).toBe(1);
    expect((await start('publication-002')).body).toMatchObject({ queued: 0 });

    const deps = openDelivery({ ...test, channels, baseUrl });
    for (const channel of channels.keys()) await deliverDue(deps, channel);
    for (const channel of channels.keys()) await deliverDue(deps, channel);
    expect(sent).toEqual([]);
    const states = (await deliveries.list({ scope: nationalScope, limit: 50 })).map(({ state }) => state);
    expect([states.length, new Set(states)]).toEqual([4, new Set(['failed'])]);

    // erased, and still not written to; a consent given afterwards opens the address
    await dissemination.stakeholders.remove('stakeholder-1');
    expect(await dissemination.optOuts.at('email', 'redaksi1@media.example')).toBe(at);
    test.clock.advance(hourMs);
    const late = buildPerson(9, { contacts: twin.contacts, consent: { at: at + 1, how: 'form', note: '' } });
    await dissemination.stakeholders.put(buildStakeholder(2, { unit: '35.78', persons: [late], version: 2 }));
    await publications.put(buildPublication(3, { reviewAt: at + 9 * dayMs }));
    expect((await start('publication-003')).body.queued).toBe(1);
    await test.close();
  });

  it('is heard on WhatsApp, also by whom an old wish is told again', async () => {
    const test = await openTestApp({ at });
    const { dissemination } = test.records;
    await dissemination.stakeholders.put(buildStakeholder(1));
    const wish = (wanted: boolean, when: number) =>
      test.records.transaction((inner) =>
        takeWish(inner, { channel: 'whatsapp', address: '628110000001', wanted, at: when }),
      );
    const mayReach = async () => {
      const stakeholder = (await dissemination.stakeholders.get('stakeholder-1', nationalScope))!;
      return recipientOfPerson(stakeholder, 'person-1')!.contacts.map(({ channel }) => channel);
    };
    await wish(false, at);
    expect(await mayReach()).toEqual(['email']);
    await wish(true, at + 10);
    expect(await mayReach()).toEqual(['email', 'whatsapp']);
    await wish(false, at + 20);
    await wish(true, at + 10); // the old one again
    await wish(false, at); // and an older stop
    expect(await mayReach()).toEqual(['email']);
    await test.close();
  });

  it('finds the button of mail programs in a real mail', async () => {
    const mails: Buffer[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          mails.push(Buffer.concat(parts));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const channel = createSmtpChannel({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Saring <saring@kpu.example>',
    });
    const person = buildPerson(1);
    const to = {
      deliveryId: 'd1',
      recipientId: 'mitra-person-1',
      name: person.name,
      contact: person.contacts[0]!,
    };
    await channel.send(messageFor(buildCampaign(1), person, baseUrl), to);
    await channel.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const mail = await simpleParser(mails[0]!);
    const raw = mails[0]!.toString();
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: `https://saring.example/v1/public/opt-out/${person.optOutKey}` },
    });
    expect(mail.text).toContain('Faktanya begini.');
  });
});
