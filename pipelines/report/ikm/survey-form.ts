import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import type { Survey } from '../../../shared/domain/survey.ts';
import { ikmElements } from './satisfaction-index.ts';

/** What is asked of each element, and what its four answers mean to a visitor. */
const questions: readonly (readonly [question: string, ...answers: string[]])[] = [
  [
    'Bagaimana kesesuaian persyaratan dengan jenis layanannya?',
    'Tidak sesuai',
    'Kurang sesuai',
    'Sesuai',
    'Sangat sesuai',
  ],
  [
    'Bagaimana kemudahan prosedur layanan di kantor ini?',
    'Tidak mudah',
    'Kurang mudah',
    'Mudah',
    'Sangat mudah',
  ],
  ['Bagaimana kecepatan waktu layanan?', 'Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
  [
    'Bagaimana kewajaran biaya layanan? (layanan KPU tidak dipungut biaya)',
    'Diminta mahal',
    'Diminta cukup mahal',
    'Diminta sedikit',
    'Gratis',
  ],
  [
    'Bagaimana kesesuaian hasil layanan dengan yang dijanjikan?',
    'Tidak sesuai',
    'Kurang sesuai',
    'Sesuai',
    'Sangat sesuai',
  ],
  ['Bagaimana kemampuan petugas?', 'Tidak mampu', 'Kurang mampu', 'Mampu', 'Sangat mampu'],
  ['Bagaimana kesopanan dan keramahan petugas?', 'Tidak sopan', 'Kurang sopan', 'Sopan', 'Sangat sopan'],
  [
    'Bagaimana penanganan pengaduan, saran, dan masukan?',
    'Tidak ada',
    'Ada, tidak berfungsi',
    'Berfungsi, kurang baik',
    'Dikelola dengan baik',
  ],
  ['Bagaimana kualitas sarana dan prasarana?', 'Buruk', 'Cukup', 'Baik', 'Sangat baik'],
];

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `body{margin:0 auto;max-width:40rem;padding:1rem;font:17px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:#1c2330}
fieldset{border:1px solid #d9dee5;border-radius:.4rem;margin:0 0 1rem;padding:.6rem 1rem}legend{font-weight:600}
label{display:block;padding:.35rem 0}textarea{width:100%;min-height:6rem;font:inherit;box-sizing:border-box}
button{font:inherit;font-weight:600;padding:.7rem 1.4rem;border:0;border-radius:.4rem;background:#1f4e8c;color:#fff}.note{color:#5b6472}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** The short public form: nine questions and a suggestion, no name, no script, no cookie. `ticket` makes a second sending the same answer. */
export function surveyForm(survey: Survey, ticket: string): string {
  const unit = unitOfCode(survey.unit).name;
  const fields = ikmElements.map((name, at) => {
    const [question, ...answers] = questions[at]!;
    const options = answers.map(
      (text, value) =>
        `<label><input type="radio" name="u${at + 1}" value="${value + 1}" required> ${escapeHtml(text)}</label>`,
    );
    return `<fieldset><legend>${at + 1}. ${escapeHtml(name)}</legend><p>${escapeHtml(question!)}</p>${options.join('')}</fieldset>`;
  });
  return page(
    `Survei kepuasan ${unit}`,
    `<h1>Survei kepuasan masyarakat</h1><p>${escapeHtml(unit)}. Layanan: ${escapeHtml(survey.service)}.</p><p class="note">Nama tidak ditanyakan dan tidak disimpan. Mengisi memerlukan sekitar dua menit.</p><form method="post" action="/v1/public/surveys/${escapeHtml(survey.id)}"><input type="hidden" name="ticket" value="${escapeHtml(ticket)}">${fields.join('')}<fieldset><legend>Saran dan masukan (boleh kosong)</legend><label>Tuliskan saran Anda tanpa menyebut nama atau nomor pribadi.<textarea name="saran" maxlength="2000"></textarea></label></fieldset><button>Kirim</button></form>`,
  );
}

export const surveyThanks = (): string =>
  page(
    'Terima kasih',
    '<h1>Terima kasih</h1><p>Jawaban Anda sudah diterima dan dipakai untuk memperbaiki layanan.</p>',
  );

export const surveyClosed = (): string =>
  page(
    'Survei ditutup',
    '<h1>Survei ini sudah ditutup</h1><p>Saran tetap dapat disampaikan langsung ke kantor KPU terdekat.</p>',
  );

export const surveyIncomplete = (): string =>
  page(
    'Jawaban belum lengkap',
    '<h1>Jawaban belum lengkap</h1><p>Mohon kembali dan jawab kesembilan pertanyaan.</p>',
  );
