/** Names of indices and aliases of one installation; `prefix` tells it from others on the same cluster. */
export interface IndexNames {
  /** Alias over all months: every read goes there. */
  read: string;
  /** Alias of the one index that takes the writes of a month. */
  write(month: string): string;
  /** The index of a month under a mapping's version. */
  index(version: number, month: string): string;
  template(version: number): string;
  /** Matches the indices of a mapping's version. */
  pattern(version: number): string;
  /** The month of one of our indices; null for any other name. */
  monthOf(index: string): string | null;
}

export function createIndexNames(prefix: string): IndexNames {
  const base = `${prefix}-items`;
  return {
    read: base,
    write: (month) => `${base}-write-${month}`,
    index: (version, month) => `${base}-v${version}-${month}`,
    template: (version) => `${base}-v${version}`,
    pattern: (version) => `${base}-v${version}-*`,
    monthOf: (index) =>
      index.startsWith(`${base}-v`) ? (/-(\d{4,6}\.\d{2})$/.exec(index)?.[1] ?? null) : null,
  };
}

/** `2024.11`, in UTC. Months spread the items over indices; which one an item is in has no meaning beyond that. */
export function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}.${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
}
