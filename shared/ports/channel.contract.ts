import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../domain/delivery.ts';
import type { ChannelName, Contact } from '../domain/recipient.ts';
import {
  type Addressee,
  type Channel,
  Misconfigured,
  PermanentRefusal,
  TemporaryFailure,
} from './channel.ts';

/** How the other side is to behave towards the next messages. */
export type ProviderMood = 'accept' | 'busy' | 'refuse' | 'deny' | 'hang' | 'drop';

/** What came through, as a person (or a program) at the far end sees it. */
export interface Arrival {
  deliveryId: string | null;
  /** All text after the far end has read its markup. */
  visible: string;
}

export interface ChannelBackend {
  name: ChannelName;
  /** A channel that speaks to a real local server, with time-outs of about 300 ms. */
  create(): Promise<{
    channel: Channel;
    contact: Contact;
    behave(mood: ProviderMood): void;
    arrived(): Promise<Arrival[]>;
    destroy(): Promise<void>;
  }>;
  /** Why the message itself does not travel, where only its id does. */
  carriesNoText?: string;
  /** Moods the far end cannot have, each with its reason. */
  without?: Partial<Record<ProviderMood, string>>;
}

const hostile = 'Surat <b onclick=x>suara</b> & "kotak" *kosong* [klik](http://jahat.example) \u0000\u202e';

export const contractMessage = (over: Partial<Message> = {}): Message => ({
  id: 'm1',
  kind: 'alert',
  alertId: 'a1',
  issueId: 'i1',
  unit: '35.73',
  level: 'kritis',
  at: Date.UTC(2024, 10, 27, 1),
  subject: 'KRITIS – Kota Malang: Surat suara kurang',
  short: '42 unggahan dalam satu jam.',
  text: 'Isi lengkap peringatan.',
  html: '<!doctype html><html lang="id"><body><p>Isi lengkap peringatan.</p></body></html>',
  chart: null,
  link: 'https://saring.example/isu/ISU-2024-000001',
  data: { alert: { id: 'a1' } },
  ...over,
});

/** What every Channel promises; a backend's test registers it. */
export function describeChannelContract(backend: ChannelBackend): void {
  const { name, carriesNoText, without = {} } = backend;
  describe(`Channel contract: ${name}`, () => {
    let made: Awaited<ReturnType<ChannelBackend['create']>>;
    const addressee = (id = 'd'.repeat(32)): Addressee => ({
      deliveryId: id,
      recipientId: 'r1',
      name: 'Petugas Humas',
      contact: made.contact,
    });
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(async () => {
      await made.channel.close();
      await made.destroy();
    });
    const failure = async (mood: ProviderMood): Promise<unknown> => {
      made.behave(mood);
      return made.channel.send(contractMessage(), addressee()).catch((error: unknown) => error);
    };

    it('has its name and limits that let something through', () => {
      expect(made.channel.name).toBe(name);
      expect(made.channel.limits.perSecond).toBeGreaterThanOrEqual(1);
      expect(made.channel.limits.atOnce).toBeGreaterThanOrEqual(1);
      expect(made.channel.limits.atOnce).toBeLessThanOrEqual(20);
    });

    it('hands one message over once, under the id of its delivery', async () => {
      const { state } = await made.channel.send(contractMessage(), addressee());
      expect(['sent', 'delivered']).toContain(state);
      const arrivals = await made.arrived();
      expect(arrivals).toHaveLength(1);
      if (!carriesNoText) expect(arrivals[0]!.visible).toMatch(/Isi lengkap|42 unggahan|a1/);
      expect([null, 'd'.repeat(32)]).toContain(arrivals[0]!.deliveryId);
    });

    it('takes many at once', async () => {
      const ids = Array.from({ length: 8 }, (_, n) => String(n).padStart(32, '0'));
      await Promise.all(ids.map((id) => made.channel.send(contractMessage(), addressee(id))));
      expect(await made.arrived()).toHaveLength(8);
    });

    it.skipIf(carriesNoText !== undefined)('lets markup of a title arrive as text', async () => {
      await made.channel.send(
        contractMessage({ subject: hostile, short: hostile, text: hostile, data: { title: hostile } }),
        addressee(),
      );
      const [arrival] = await made.arrived();
      expect(arrival!.visible).toContain('<b onclick=x>suara</b> & "kotak"');
    });

    const moods: [ProviderMood, new (...rest: never[]) => Error][] = [
      ['busy', TemporaryFailure],
      ['hang', TemporaryFailure],
      ['drop', TemporaryFailure],
      ['refuse', PermanentRefusal],
      ['deny', Misconfigured],
    ];
    for (const [mood, error] of moods) {
      const reason = without[mood];
      it.skipIf(reason !== undefined)(
        `tells "${mood}" as ${error.name}${reason ? ` (${reason})` : ''}`,
        async () => {
          const thrown = await failure(mood);
          expect(thrown).toBeInstanceOf(error);
          expect((thrown as Error).message).toMatch(/\w+ \w+/);
          expect((thrown as Error).message).not.toMatch(/rahasia|secret-token/);
          expect(await made.arrived()).toHaveLength(0);
          made.behave('accept');
        },
      );
    }

    it('can be closed twice', async () => {
      await made.channel.close();
      await made.channel.close();
    });
  });
}
