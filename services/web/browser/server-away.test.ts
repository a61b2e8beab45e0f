import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addColleague, colleaguePassword } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

interface Cable {
  address: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** The way to the program, which can be cut: whoever is behind it finds nobody at the address. */
async function openCable(to: string): Promise<Cable> {
  const open = new Set<Socket>();
  let server: Server;
  let port = 0;
  const mend = async (): Promise<void> => {
    server = createServer((socket) => {
      const onward = connect(Number(new URL(to).port), '127.0.0.1');
      for (const [from, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        open.add(from);
        from.pipe(other);
        from.on('error', () => other.destroy());
        from.on('close', () => {
          open.delete(from);
          other.destroy();
        });
      }
    });
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    const found = server.address();
    if (found !== null && typeof found === 'object') port = found.port;
  };
  await mend();
  return {
    address: `http://127.0.0.1:${port}`,
    mend,
    async cut() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

describe.skipIf(skipped)(`the server gone and back${skipped}`, () => {
  let desk: Desk;
  let cable: Cable;
  beforeAll(async () => {
    desk = await openDesk();
    cable = await openCable(desk.address);
  }, 120_000);
  afterAll(async () => {
    await cable?.cut();
    await desk?.stop();
  });

  it('says so, keeps what is typed, and sends it once it is back', async () => {
    const colleague = await addColleague(desk, 'Analis Contoh', 'analyst');
    const page = await desk.openSignedOut('/masuk');
    await page.goto(`${cable.address}/masuk`);
    await page.getByLabel('Alamat surel').fill(colleague.user.email);
    await page.getByLabel('Kata sandi').fill(colleaguePassword);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL('**/isu');
    await page.locator('.issue-row h2 a').first().click();
    await settled(page);
    const text = 'Berita acara sudah saya minta, jawabannya sore ini.';
    await page.getByLabel('Tulis catatan').fill(text);
    await cable.cut();
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    await page.getByText('Server tidak terjangkau sejak').waitFor();
    // The banner may be of another request: this one has to have failed before the cable is whole again.
    const form = page.locator('form', { has: page.getByLabel('Tulis catatan') });
    await form.getByText('yang Anda ketik tetap ada').waitFor();
    expect(await page.getByLabel('Tulis catatan').inputValue()).toBe(text);
    await cable.mend();
    await page.getByText('Tersambung lagi.').waitFor({ timeout: 20_000 });
    expect(await page.getByLabel('Tulis catatan').inputValue()).toBe(text);
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    await page.getByText('Catatan tersimpan.').waitFor();
    await page.locator('.issue-note').getByText(text).waitFor();
    expect(await page.locator('.issue-note').count()).toBe(1);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
