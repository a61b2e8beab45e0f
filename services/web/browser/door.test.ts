import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './check-accessibility.ts';
import { type Desk, openDesk, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`the door of the desk${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ withSample: false });
  });
  afterAll(() => desk?.stop());

  it('leads a stranger to the sign-in, and says in plain words what was wrong', async () => {
    const page = await desk.openSignedOut('/isu/ISU-2026-000001');
    await page.waitForURL('**/masuk?ke=**');
    await page.getByLabel('Alamat surel').fill('siapa@contoh.example');
    await page.getByLabel('Kata sandi').fill('bukan kata sandi yang benar');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByText('Alamat, kata sandi, atau kode salah').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('makes the first administrator by the one-time link, once', async () => {
    const page = await desk.openSignedOut(`/mulai#${desk.service.firstLink}`);
    await page.getByLabel('Nama').fill('Ketua Humas');
    await page.getByLabel('Alamat surel').fill('ketua@contoh.example');
    await page.getByLabel('Kata sandi baru').fill('kuda hijau makan rumput laut');
    await page.getByRole('button', { name: 'Buat akun' }).click();
    await page.waitForURL('**/isu');
    // "Isu" until the queue is there, then how many wait.
    await page.getByRole('heading', { level: 1, name: /isu/i }).waitFor();
    const again = await desk.openSignedOut(`/mulai#${desk.service.firstLink}`);
    await again.getByLabel('Nama').fill('Orang lain');
    await again.getByLabel('Alamat surel').fill('lain@contoh.example');
    await again.getByLabel('Kata sandi baru').fill('kuda merah makan rumput laut');
    await again.getByRole('button', { name: 'Buat akun' }).click();
    await again.getByText('Tautan ini sudah dipakai').waitFor();
    await again.context().close();
    await page.context().close();
  });

  it('serves files with a policy that allows no inline script or style', async () => {
    const response = await fetch(`${desk.address}/isu`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await response.text())![1]!;
    const file = await fetch(desk.address + script, { headers: { 'accept-encoding': 'br' } });
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('content-encoding')).toBe('br');
    expect((await fetch(`${desk.address}/assets/gone-12345678.js`)).status).toBe(404);
    expect((await fetch(`${desk.address}/v1/nothing`)).headers.get('content-type')).toContain('problem+json');
  });
});
