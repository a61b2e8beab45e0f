import type { Page } from 'playwright-core';
import { addColleague, type Colleague } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import type { Desk } from './open-desk.ts';

/** Addresses of what was made, for pages that are of one thing. */
export interface FilledDesk {
  issue: string;
  claim: string;
  /** An answer that is still written, one that is out, and its package for groups. */
  draft: string;
  publication: string;
  package: string;
  partner: string;
  report: string;
  narrative: string;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** Does on every page what people do there, so that none is empty. */
export async function fillDesk(desk: Desk): Promise<FilledDesk> {
  const writer = await addColleague(desk, 'Staf Humas', 'drafter');
  const approver = await addColleague(desk, 'Kasubbag Humas', 'approver');
  const { claim } = await keepKnownClaim(desk);
  const { issues } = await desk.installation.records.issues.list({
    scope: { unit: 'RI' },
    topmost: true,
    states: ['new'],
    sort: 'priority',
    limit: 1,
  });
  const issue = issues[0]!.number;
  const narrative = await fillNarrative(desk, issue);
  await fillFacts(writer, approver);
  const partner = await fillPartners(desk, writer);
  const out = await publish(writer, approver, claim.id);
  const draft = await draftOf(writer, await keepSecondClaim(desk));
  const report = await fillReports(desk, writer);
  return { issue: `/isu/${issue}`, claim: `/klaim/${claim.id}`, draft, ...out, partner, report, narrative };
}

/** What returns with every election, tied to the issue that tells it now. */
async function fillNarrative(desk: Desk, issue: string): Promise<string> {
  const page = await desk.open('/narasi');
  const dialog = page.getByRole('dialog');
  await press(page, 'Narasi baru');
  const name = 'Surat suara sudah dicoblos sebelum hari pemungutan';
  await dialog.getByLabel('Nama').fill(name);
  await dialog
    .getByLabel('Apa yang dikatakan')
    .fill(
      'Surat suara di gudang, di kontainer, atau di luar negeri disebut sudah tercoblos sebelum dibagikan.',
    );
  await dialog.getByLabel('Alasan').fill('beredar pada setiap pemilihan sejak 2019');
  await dialog.getByRole('button', { name: 'Narasi baru' }).click();
  await page.getByText('Narasi tersimpan.').waitFor();
  await page.goto(`${desk.address}/isu/${issue}`);
  await press(page, 'Tautkan ke narasi');
  await dialog.getByRole('combobox', { name: 'Narasi' }).selectOption({ label: name });
  await dialog.getByLabel('Alasan').fill('kabar yang sama');
  await dialog.getByRole('button', { name: 'Tautkan ke narasi' }).click();
  await page.getByRole('link', { name }).click();
  await page.waitForURL('**/narasi/**');
  const narrative = pathOf(page);
  await page.context().close();
  return narrative;
}

async function fillFacts(writer: Colleague, approver: Colleague): Promise<void> {
  const page = await writer.open('/fakta');
  await press(page, 'Ambil kumpulan bawaan');
  await page.locator('.klaim-list').waitFor();
  await page.context().close();
  const other = await approver.open('/fakta');
  await other.getByRole('button', { name: /Setujui semua/ }).click();
  await other.getByText('Disetujui.').waitFor();
  await other.context().close();
}

async function fillPartners(desk: Desk, writer: Colleague): Promise<string> {
  const page = await writer.open('/mitra');
  await page.getByText('Mitra baru').click();
  await page.getByLabel('Nama', { exact: false }).last().fill('Warta Nusantara Contoh');
  await press(page, 'Tambah');
  await page.getByText('Tambah orang').click();
  const partner = pathOf(page);
  await page.getByLabel('Nama').fill('Redaktur pelaksana');
  await page.getByLabel('Jabatan').fill('Redaktur');
  await page.getByLabel('Surel').fill('redaksi@contoh.example');
  await page.getByLabel('Bagaimana ia setuju').selectOption('form');
  await press(page, 'Tambah');
  await page.getByText('boleh dikirimi', { exact: true }).waitFor();
  await page.goto(`${desk.address}/mitra?bagian=groups`);
  await page.getByText('Tambah grup').click();
  await page.getByLabel('Nama grup').fill('Humas se-Indonesia');
  await page.getByLabel('Jumlah anggota').fill('120');
  await press(page, 'Tambah');
  await page.getByText('Humas se-Indonesia').waitFor();
  await page.context().close();
  return partner;
}

async function publish(
  writer: Colleague,
  approver: Colleague,
  claim: string,
): Promise<{ publication: string; package: string }> {
  const page = await writer.open(`/jawaban/baru?klaim=${claim}`);
  await page.getByLabel('Pokok soal, netral').fill('surat pemberitahuan memilih');
  await press(page, 'Buat draf');
  await page.getByRole('tab', { name: /^Laman/ }).waitFor();
  await press(page, 'Ajukan persetujuan');
  await page.getByText('Anda ikut menyusun').waitFor();
  const other = await approver.open(pathOf(page));
  await page.context().close();
  await press(other, 'Setujui');
  await press(other, 'Terbitkan');
  await press(other, 'Ya, terbitkan');
  await other.waitForURL('**/jawaban/terbit/**');
  const publication = pathOf(other);
  await press(other, 'Mulai sebarkan');
  await other.getByRole('link', { name: 'Paket untuk grup' }).click();
  await other.waitForURL('**/jawaban/paket/**');
  const forGroups = pathOf(other);
  await other.context().close();
  return { publication, package: forGroups };
}

/** Narrative 1 of the domain: no ballot was printed yet. */
async function keepSecondClaim(desk: Desk): Promise<string> {
  const { claim } = await keepKnownClaim(desk, {
    id: 'claim-kontainer',
    text: 'Tujuh kontainer berisi surat suara yang sudah dicoblos ditemukan di Pelabuhan Tanjung Priok',
    explanation:
      'Surat suara belum dicetak ketika kabar itu beredar. Pemeriksaan di pelabuhan tidak menemukan kontainer seperti yang disebut.',
    evidence: [
      {
        title: 'Keterangan resmi KPU tentang jadwal pencetakan surat suara',
        url: 'https://kpu.example/pencetakan',
        tier: 'primary',
        archiveHash: null,
      },
    ],
  });
  return claim.id;
}

async function draftOf(writer: Colleague, claim: string): Promise<string> {
  const page = await writer.open(`/jawaban/baru?klaim=${claim}`);
  await page.getByLabel('Pokok soal, netral').fill('pencetakan surat suara');
  await press(page, 'Buat draf');
  await page
    .getByRole('tab', { name: /^Laman|^Pernyataan/ })
    .first()
    .waitFor();
  const draft = pathOf(page);
  await page.context().close();
  return draft;
}

/** Last week's map, and this quarter's report: the sample lies in it. */
async function fillReports(desk: Desk, writer: Colleague): Promise<string> {
  const page = await writer.open('/laporan');
  await press(page, 'Buat peta pekan lalu');
  await page.getByRole('link', { name: 'Unduh XLSX' }).first().waitFor({ timeout: 60_000 });
  const now = new Date();
  const quarter = `${now.getFullYear()}-TW${Math.floor(now.getMonth() / 3) + 1}`;
  await page.goto(`${desk.address}/laporan?tab=tiered&period=${quarter}`);
  await press(page, 'Mulai laporan unit ini');
  await page.waitForURL(/laporan\/.+/);
  const report = pathOf(page);
  await page.context().close();
  return report;
}
