import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AlteredEvidence, type EvidenceStore } from './evidence-store.ts';

interface EvidenceBackend {
  name: string;
  /** A fresh, empty store; `tamper` alters the stored bytes of one hash behind its back. */
  create(): Promise<{ store: EvidenceStore; tamper(hash: string): Promise<void>; destroy(): Promise<void> }>;
}

/** What every EvidenceStore promises; a backend's test registers it. */
export function describeEvidenceStoreContract(backend: EvidenceBackend): void {
  describe(`EvidenceStore contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<EvidenceBackend['create']>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());
    const bytes = new TextEncoder().encode('<html>Surat suara \u0000 asli</html>');

    it('gives back the same bytes by their SHA-256', async () => {
      const hash = await made.store.put(bytes);
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(Buffer.from((await made.store.get(hash))!)).toEqual(Buffer.from(bytes));
      expect(await made.store.get('0'.repeat(64))).toBeNull();
    });

    it('keeps the same bytes once, and nothing as well', async () => {
      expect(await made.store.put(bytes)).toBe(await made.store.put(bytes));
      await made.store.put(new Uint8Array());
      expect(await made.store.verify()).toEqual({ checked: 2, altered: [] });
    });

    it('removes what it is asked to, and nothing else', async () => {
      const [one, two] = [await made.store.put(bytes), await made.store.put(new Uint8Array([7]))];
      expect(await made.store.remove([one, '0'.repeat(64)])).toBe(1);
      expect(await made.store.remove([])).toBe(0);
      expect([await made.store.get(one), (await made.store.get(two))?.length]).toEqual([null, 1]);
    });

    it('tells the hashes in pages', async () => {
      const hashes: string[] = [];
      for (const n of [1, 2, 3]) hashes.push(await made.store.put(new Uint8Array([n])));
      hashes.sort();
      expect(await made.store.hashes('', 2)).toEqual(hashes.slice(0, 2));
      expect(await made.store.hashes(hashes[1]!, 2)).toEqual(hashes.slice(2));
      expect(await made.store.hashes(hashes[2]!, 2)).toEqual([]);
    });

    it('finds what was altered, and never hands it out', async () => {
      const hash = await made.store.put(bytes);
      await made.store.put(new Uint8Array([1]));
      await made.tamper(hash);
      expect(await made.store.verify()).toEqual({ checked: 2, altered: [hash] });
      await expect(made.store.get(hash)).rejects.toBeInstanceOf(AlteredEvidence);
    });
  });
}
