import type { Message } from '../../shared/domain/delivery.ts';
import type { Records } from '../../shared/ports/records.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';

/** A headline that was cut off is known again by this much of it; chosen: half a line, more than a greeting. */
const leastOfCut = 20;

/** Takes a line out of all messages that were or will be sent, cut-off and escaped forms included. */
export async function rewordMessages(
  { deliveries }: Pick<Records, 'deliveries'>,
  gone: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [line, instead] of gone) {
    const found = await deliveries.messagesSaying(line.slice(0, leastOfCut));
    const forms = [
      [line, instead],
      [escapeXml(line), escapeXml(instead)],
    ] as const;
    const reworded = found.map((message) => ({
      message,
      next: mapStrings(message, (text) =>
        forms.reduce((said, [form, other]) => withoutCut(said.replaceAll(form, other), form, other), text),
      ) as Message,
    }));
    await deliveries.rewordMessages(
      reworded
        .filter(({ message, next }) => JSON.stringify(message) !== JSON.stringify(next))
        .map(({ next }) => next),
    );
  }
}

/** Where the beginning of the line stands before an ellipsis. */
function withoutCut(text: string, line: string, instead: string): string {
  for (let length = line.length - 1; length >= Math.min(leastOfCut, line.length - 1); length--) {
    const cut = `${line.slice(0, length)}…`;
    if (text.includes(cut)) return text.replaceAll(cut, instead);
  }
  return text;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapStrings(one, change)]));
}
