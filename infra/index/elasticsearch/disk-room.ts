import { type Finding, ill, well } from '../../../shared/ports/finding.ts';

/** Settings of the cluster by their full names, its defaults among them. */
export type FlatSettings = Readonly<Record<string, unknown>>;

const base = 'cluster.routing.allocation.disk.watermark';
const units: Readonly<Record<string, number>> = {
  b: 1,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
  tb: 2 ** 40,
  pb: 2 ** 50,
};

/** Of the last stage to the first: what the server does once less than that is free. */
const stages = [
  ['flood_stage', 'tidak ada yang dapat ditulis', 'Kosongkan atau tambah cakram sekarang.'],
  ['high', 'indeks bulan baru tidak mendapat tempat', 'Kosongkan atau tambah cakram hari ini.'],
  ['low', 'salinan baru tidak mendapat tempat', 'Rencanakan cakram tambahan.'],
] as const;

/** Elasticsearch's own defaults, where a server does not tell its settings. */
const defaults: FlatSettings = {
  [`${base}.flood_stage`]: '95%',
  [`${base}.flood_stage.max_headroom`]: '100GB',
  [`${base}.high`]: '90%',
  [`${base}.high.max_headroom`]: '150GB',
  [`${base}.low`]: '85%',
  [`${base}.low.max_headroom`]: '200GB',
};

function bytesOf(text: string): number | null {
  const [, number, unit] = /^([\d.]+)\s*([a-z]+)$/i.exec(text.trim()) ?? [];
  const factor = units[unit?.toLowerCase() ?? ''];
  return number !== undefined && factor !== undefined ? Number(number) * factor : null;
}

/** Free bytes below which a stage begins: a size, or a share of the disk that need not leave more than a headroom. */
export function leastFree(settings: FlatSettings, stage: string, total: number): number {
  const said = String(settings[`${base}.${stage}`] ?? defaults[`${base}.${stage}`]);
  const size = bytesOf(said);
  if (size !== null) return size;
  const used = said.endsWith('%') ? Number(said.slice(0, -1)) / 100 : Number(said);
  if (!Number.isFinite(used)) return 0;
  const headroom =
    bytesOf(String(settings[`${base}.${stage}.max_headroom`] ?? '')) ?? Number.POSITIVE_INFINITY;
  return Math.min((1 - used) * total, headroom);
}

/** What the free space of a node means by the cluster's own watermarks. */
export function diskFinding(node: string, free: number, total: number, told: FlatSettings): Finding {
  const settings = { ...defaults, ...told };
  const detail = `${node}: sisa ${Math.round(free / 1e9)} dari ${Math.round(total / 1e9)} GB`;
  const name = 'Elasticsearch: cakram';
  for (const [stage, effect, todo] of stages) {
    const least = leastFree(settings, stage, total);
    if (total > 0 && free < least)
      return ill(name, `${detail}, di bawah batas ${stage} (${Math.round(least / 1e9)} GB): ${effect}`, todo);
  }
  return well(name, detail);
}
