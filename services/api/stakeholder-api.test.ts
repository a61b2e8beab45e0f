import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asToken, openTestApp, type TestApp } from './testing/open-test-people.ts';

const day = '2024-11-01T00:00:00Z';
const organisation = {
  unit: '35.73',
  kind: 'media',
  name: 'Harian Brawijaya',
  agreements: [
    {
      title: 'Nota kesepahaman sosialisasi',
      number: '12/HM/2024',
      signedAt: '2024-01-01T00:00:00Z',
      expiresAt: '2025-01-01T00:00:00Z',
    },
  ],
};
const person = {
  name: 'Redaktur pelaksana',
  position: 'redaktur',
  contacts: [
    { channel: 'email', address: 'redaksi@harian.example' },
    { channel: 'whatsapp', address: '0812-3456-7890' },
  ],
  consent: { at: day, how: 'form' },
};

describe('the book of stakeholders', () => {
  let test: TestApp;
  let id = '';
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());

  it('keeps organisations, agreements and people, and notes who looked at people', async () => {
    const made = await test.call('POST', '/v1/stakeholders', asToken, organisation);
    expect(made.status).toBe(201);
    id = made.body.id;
    const drafter = await test.as('drafter');
    const added = await test.call('POST', `/v1/stakeholders/${id}/persons`, drafter, {
      ...person,
      version: 1,
    });
    expect(added.status).toBe(200);
    expect(added.body.persons[0]).toMatchObject({ mayBeWrittenTo: true });
    expect(added.body.persons[0].contacts[1].address).toBe('6281234567890');
    const stale = await test.call('POST', `/v1/stakeholders/${id}/persons`, drafter, {
      ...person,
      version: 1,
    });
    expect(stale.status).toBe(409);
    expect((await test.call('GET', `/v1/stakeholders/${id}`, drafter)).body.persons).toHaveLength(1);
    const actions = (await test.records.audit.of(id, 20)).map(({ action }) => action);
    expect(actions.sort()).toEqual(['personal_data.read', 'stakeholder.add', 'stakeholder.person_add']);
    const audit = JSON.stringify(await test.records.audit.of(id, 20));
    expect(audit).not.toContain('6281234567890');
    const listed = (await test.call('GET', '/v1/stakeholders?kind=media&text=HARIAN', drafter)).text;
    expect([listed.includes('Harian Brawijaya'), listed.includes('redaksi@')]).toEqual([true, false]);
  });

  it('shows it to its unit and those above, and to nobody else', async () => {
    const status = async (role: 'analyst' | 'reader', unit: string) =>
      (await test.call('GET', `/v1/stakeholders/${id}`, await test.as(role, unit))).status;
    expect([
      await status('analyst', '35.73'),
      await status('analyst', '35'),
      await status('analyst', '35.78'),
      await status('analyst', '51'),
      await status('reader', '35.73'),
    ]).toEqual([200, 200, 404, 404, 403]);
    const neighbour = await test.as('drafter', '35.78');
    const foreign = await test.call('POST', '/v1/stakeholders', neighbour, organisation);
    expect(foreign.status).toBe(404);
    expect((await test.call('DELETE', `/v1/stakeholders/${id}`, neighbour)).status).toBe(404);
  });

  it('lists agreements by their end', async () => {
    const { body } = await test.call('GET', '/v1/agreements?before=2025-02-01T00:00:00Z');
    expect(body.agreements).toMatchObject([{ stakeholder: 'Harian Brawijaya', number: '12/HM/2024' }]);
    expect((await test.call('GET', '/v1/agreements?before=2024-12-01T00:00:00Z')).body.agreements).toEqual(
      [],
    );
  });

  it('keeps engagements with their outcome, and names only what is there', async () => {
    const tour = { unit: '35.73', kind: 'press_tour', title: 'Kunjungan ke gudang logistik', at: day };
    const wrong = await test.call('POST', '/v1/engagements', asToken, { ...tour, stakeholderIds: ['x'] });
    expect(wrong.status).toBe(400);
    const made = await test.call('POST', '/v1/engagements', asToken, { ...tour, stakeholderIds: [id] });
    expect(made.status).toBe(201);
    const url = `/v1/engagements/${made.body.id}`;
    const told = {
      ...tour,
      stakeholderIds: [id],
      attended: 14,
      outcome: 'Sembilan media memuat.',
      version: 1,
    };
    expect((await test.call('PUT', url, asToken, told)).body).toMatchObject({ attended: 14, version: 2 });
    expect((await test.call('PUT', url, asToken, told)).status).toBe(409);
    const found = await test.call('GET', `/v1/engagements?stakeholder=${id}`);
    expect(found.body.engagements).toHaveLength(1);
    const neighbour = await test.as('drafter', '35.78');
    expect((await test.call('GET', '/v1/engagements', neighbour)).body.engagements).toEqual([]);
  });

  it('goes out as CSV and comes back the same; rows that do not fit are named', async () => {
    const csv = await test.call('GET', '/v1/stakeholders/export?unit=35.73');
    expect(csv.headers['content-disposition']).toContain('pemangku-kepentingan_35.73.csv');
    const type = { headers: { 'content-type': 'text/csv' } };
    const same = await test.call(
      'POST',
      '/v1/stakeholders/import?unit=35.73',
      { ...asToken, ...type },
      csv.text,
    );
    expect(same.body).toMatchObject({
      organisations: { added: 0, changed: 0 },
      persons: { added: 0, changed: 0, known: 1 },
      refused: [],
    });
    const rows = [
      'Lembaga,Jenis,Unit,Nama,Surel,WhatsApp,Tanggal persetujuan,Cara persetujuan',
      'Radio Kawi,Media massa,35.73,Produser siaran,produser@radio.example,0812 0000 1111,05/11/2024,formulir',
      'Radio Kawi,Media massa,35.73,Penyiar,bukan-surel,,,',
      'Forum Pemantau,observer,35.78,Ketua forum,ketua@forum.example,,,',
      'Toko Kopi,Warung,35.73,Pemilik,,,,',
      'Kampus Ijen,university,99,Rektor,,,,',
      'Kampus Ijen,university,35.73,Humas kampus,,,2099-01-01,surat',
    ].join('\n');
    const got = await test.call(
      'POST',
      '/v1/stakeholders/import',
      { ...(await test.as('drafter')), ...type },
      rows,
    );
    expect(got.body.organisations).toEqual({ added: 1, changed: 0 });
    expect(got.body.refused.map(({ line }: { line: number }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(got.body.refused.map(({ reason }: { reason: string }) => reason.split(' ')[0])).toEqual([
      'Surel',
      'Unit',
      'Jenis',
      'Unit',
      'Tanggal',
    ]);
    const broken = { ...asToken, ...type };
    expect((await test.call('POST', '/v1/stakeholders/import', broken, 'a;b\n"x')).status).toBe(400);
    expect(
      (await test.call('POST', '/v1/stakeholders/import', broken, 'nama;surel\nx;y')).body.hint,
    ).toContain('lembaga dan jenis');
  });

  it('finds duplicates by number, address and name', async () => {
    const make = async (name: string, more: object) => {
      const { body } = await test.call('POST', '/v1/stakeholders', asToken, {
        ...organisation,
        agreements: [],
        name,
      });
      await test.call('POST', `/v1/stakeholders/${body.id}/persons`, asToken, {
        ...person,
        ...more,
        version: 1,
      });
    };
    await make('PT Harian Brawijaya Tbk', { name: 'Ibu redaktur' });
    await make('Suara Kidul', { name: 'Kepala biro', contacts: [] });
    const { duplicates } = (await test.call('GET', '/v1/stakeholder-duplicates')).body;
    const named = duplicates.map((one: { kind: string; reasons: string[] }) => [
      one.kind,
      ...one.reasons.sort(),
    ]);
    expect(named).toContainEqual(['person', 'same_email', 'same_phone']);
    expect(named).toContainEqual(['organisation', 'similar_name']);
    expect(JSON.stringify(duplicates)).not.toContain('Suara Kidul');
  });
});
