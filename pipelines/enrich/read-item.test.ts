import { describe, expect, it } from 'vitest';
import { createItemReader } from './read-item.ts';

/** What the rules say where no model is given: sentences of each kind. */
const read = createItemReader();

describe('language by marker words', () => {
  it.each([
    ['Besok kita semua pergi ke TPS untuk memilih, jangan lupa bawa undangan ya', 'id'],
    ['Aku wis suwe ngenteni neng TPS kok durung dipanggil, piye iki', 'jv'],
    ['Abdi teh tos lami ngantosan di TPS, naha teu acan disauran kénéh', 'su'],
    ['We waited for two hours at the polling station and the staff were very kind', 'en'],
    ['Beta su tunggu dari pagi tapi katong pung nama seng ada', 'mixed'],
    ['ok', 'unsure'],
  ])('%s → %s', (text, language) => {
    expect(read(text).language.value).toBe(language);
  });
});

describe('target by rule', () => {
  it.each([
    ['KPU Kabupaten Blora menetapkan daftar pemilih', true],
    ['petugas KPPS capek ngitung surat suara', true],
    ['KPU Bea Cukai periksa kontainer impor', false],
    ['TPS itu penuh sampah, tempat pembuangan sampah kok begini, sampah di mana mana', false],
    ['harga cabai naik lagi', false],
  ])('%s → %s', (text, target) => {
    expect(read(text).target.value).toBe(target);
  });
});

describe('stance, topic and criticism by rule', () => {
  it('tells a debunk, a sincere question and a forwarded claim apart', () => {
    expect(read('Hoaks! KPU tidak pernah menghapus undangan memilih').stance.value).toBe('membantah');
    expect(read('Min @KPU apakah benar beredar kabar undangan dihapus?').stance.value).toBe('bertanya');
    expect(read('Sebarkan! Viralkan! Server KPU di Singapura sudah disetting').stance.value).toBe(
      'menyebarkan',
    );
    expect(read('KPU Blora buka pendaftaran PPS').stance.value).toBe('none');
  });

  it('finds the one topic', () => {
    expect(read('Surat suara dan kotak suara dikirim dari gudang logistik KPU').topic.value).toBe('logistik');
    expect(read('Nama saya tidak terdaftar di DPT, cek DPT pakai NIK').topic.value).toBe('dpt');
    expect(read('DKPP jatuhkan sanksi peringatan keras pelanggaran kode etik').topic.value).toBe('etik');
  });

  it('calls it criticism when KPU is blamed for something, not when it is praised', () => {
    expect(read('KPU lelet dan tidak transparan soal data pemilih').criticism.value).toBe(true);
    expect(read('Salut KPU, rapi dan transparan').criticism.value).toBe(false);
  });
});
