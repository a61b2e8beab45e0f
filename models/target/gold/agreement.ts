import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Prints Cohen's kappa of the two labelling passes per field: (observed − expected) / (1 − expected),
 * with areas and narrative compared as whole values. The first pass is the settled gold label
 * wherever no disagreement is on record.
 */
type Row = Record<string, unknown> & { id: string };
type Disagreement = { id: string; field: string; first: unknown };

const read = <T>(name: string): T[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const fields = ['target', 'tone', 'text_tone', 'criticism', 'stance', 'narrative', 'areas', 'language', 'topic'];

const gold = read<Row>('gold.jsonl');
const second = new Map(read<Row>('gold-pass2.jsonl').map((row) => [row.id, row]));
const firstOf = new Map(
  read<Disagreement>('disagreements.jsonl').map((d) => [`${d.id} ${d.field}`, JSON.stringify(d.first)]),
);

const count = (values: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

for (const field of fields) {
  const a = gold.map((row) => firstOf.get(`${row.id} ${field}`) ?? JSON.stringify(row[field]));
  const b = gold.map((row) => JSON.stringify(second.get(row.id)?.[field]));
  const n = gold.length;
  const observed = a.filter((value, i) => value === b[i]).length / n;
  const ofB = count(b);
  let expected = 0;
  for (const [value, k] of count(a)) expected += (k / n) * ((ofB.get(value) ?? 0) / n);
  const kappa = (observed - expected) / (1 - expected);
  console.log(`${field.padEnd(10)} n ${n}  agreement ${observed.toFixed(3)}  kappa ${kappa.toFixed(3)}`);
}
