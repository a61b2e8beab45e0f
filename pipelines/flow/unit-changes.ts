import { allUnits, applyUnitChanges, isClosedUnit, isUnitCode, unitName } from '../../shared/areas/units.ts';
import { nationalUnit, parentOf, type UnitChange, unitChangeSchema } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Records } from '../../shared/ports/records.ts';

const stateName = 'units.changes';

/** Why a unit cannot become what was asked for, in Indonesian. */
export class UnitRefused extends Error {
  override name = 'UnitRefused';
}

/** What the installation changed of the bundled units, in order of code; empty while nothing was. */
export async function readUnitChanges(records: Pick<Records, 'state'>): Promise<UnitChange[]> {
  const kept = await records.state.get(stateName);
  return kept === null ? [] : unitChangeSchema.array().parse(kept);
}

/** Makes this process know the units as they are kept: at its start, and whenever one changed. */
export async function loadUnitChanges(records: Pick<Records, 'state'>): Promise<void> {
  applyUnitChanges(await readUnitChanges(records));
}

/** A regency or city is called by its kind; a form lists hundreds of them. */
const regencyName = /^(Kabupaten|Kota) /;
const plainName = /^\p{Lu}[\p{L}\d .,'’()-]{2,79}$/u;

/** @throws UnitRefused naming the first rule that stands against it; by the units that this process knows */
function checkUnitChange({ code, name, closed }: UnitChange): void {
  const refuse = (why: string): never => {
    throw new UnitRefused(why);
  };
  if (!plainName.test(name) || name !== name.trim().replace(/\s+/g, ' '))
    refuse('Nama wilayah diawali huruf besar, 3 sampai 80 huruf, tanpa tanda yang tidak lazim.');
  const parent = parentOf(code);
  const isRegency = parent !== nationalUnit;
  if (isRegency && !regencyName.test(name))
    refuse('Nama kabupaten atau kota diawali "Kabupaten" atau "Kota".');
  if (isRegency && !isUnitCode(parent!))
    refuse(`Provinsi ${parent} belum ada; tambahkan provinsinya dahulu.`);
  const units = allUnits().filter((unit) => unit.code !== code && !isClosedUnit(unit.code));
  const namesake = units.find((unit) => unit.name.toLowerCase() === name.toLowerCase());
  if (namesake && !closed) refuse(`Nama "${name}" sudah dipakai unit ${namesake.code}.`);
  if (closed && !isUnitCode(code)) refuse(`Unit ${code} belum ada, jadi tidak dapat ditutup.`);
  if (!closed && isRegency && isClosedUnit(parent!))
    refuse(`${unitName(parent!)} sudah ditutup; buka provinsinya dahulu.`);
  const below = units.find((unit) => unit.parent === code);
  if (closed && below) refuse(`Tutup dahulu unit di bawahnya, misalnya ${below.code} ${below.name}.`);
}

export interface UnitAct {
  by: string;
  reason: string;
}

/**
 * Keeps what one unit is from now on, with its entry in the audit trail, and makes this process know it; the others are
 * told by whoever calls. The same once more writes nothing. @throws UnitRefused
 */
export async function keepUnitChange(
  { records, clock }: { records: Records; clock: Clock },
  change: UnitChange,
  { by, reason }: UnitAct,
): Promise<void> {
  const after = await records.transaction(async (inner) => {
    const kept = await readUnitChanges(inner);
    applyUnitChanges(kept); // another process may have been first
    const before = kept.find(({ code }) => code === change.code) ?? null;
    if (JSON.stringify(before) === JSON.stringify(change)) return kept;
    checkUnitChange(change);
    const shown = before ?? (isUnitCode(change.code) ? { name: unitName(change.code) } : null);
    const others = kept.filter(({ code }) => code !== change.code);
    const next = [...others, change].toSorted((a, b) => (a.code < b.code ? -1 : 1));
    await inner.state.put(stateName, next);
    await inner.audit.append({
      at: clock.now(),
      actor: by,
      action: 'unit.change',
      subject: `unit ${change.code}`,
      before: shown,
      after: change,
      reason,
    });
    return next;
  });
  applyUnitChanges(after);
}
