import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { optOutPerson } from '../../../pipelines/disseminate/opt-out.ts';
import { optOutPath } from '../../../shared/domain/stakeholder.ts';
import type { ApiDeps } from '../api-deps.ts';

/** A link scanner may open many; a person presses once. */
const triesPerMinute = 30;

const page = (title: string, inner: string): string =>
  '<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">' +
  `<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${title}</title></head>` +
  `<body><main><h1>${title}</h1>${inner}</main></body></html>`;

const ask = page(
  'Berhenti menerima pesan',
  '<p>Tekan tombol di bawah ini bila Anda tidak ingin lagi menerima pesan dari KPU lewat Saring.</p><form method="post"><button type="submit">Berhenti menerima pesan</button></form>',
);
/** The same for a key that nobody has: it must not tell which ones are good. */
const done = page(
  'Permintaan diterima',
  '<p>Anda tidak akan menerima pesan lagi. Bila suatu saat ingin menerimanya kembali, sampaikan kepada petugas KPU.</p>',
);

const send = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(html);

/**
 * Where the link at the foot of a message leads: a page with one button, and the one-click request of mail programs
 * (RFC 8058). Opening it does nothing, since programs open links. The key can stop messages and nothing else.
 */
export async function registerOptOut(app: FastifyInstance, { records, clock }: ApiDeps): Promise<void> {
  await app.register(async (inner) => {
    inner.setSerializerCompiler(() => (data) => String(data));
    inner.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: 1_024 },
      (_request, _body, parsed) => parsed(null, null),
    );
    const schema = { hide: true, params: z.object({ key: z.string().max(64) }) };
    const config = { rateLimit: { max: triesPerMinute, timeWindow: 60_000 } };
    const path = `${optOutPath}:key`;
    inner.get(path, { schema, config }, async (_request, reply) => send(reply, ask));
    inner.post<{ Params: { key: string } }>(path, { schema, config }, async ({ params: { key } }, reply) => {
      await records.transaction(async (within) => {
        const stakeholder = await within.dissemination.stakeholders.ofOptOutKey(key);
        const person = stakeholder?.persons.find(({ optOutKey }) => optOutKey === key);
        if (!stakeholder || !person) return;
        const at = clock.now();
        await optOutPerson(within, stakeholder, person.id, at);
        const entry = { at, actor: 'public', action: 'stakeholder.person_opt_out', subject: stakeholder.id };
        await within.audit.append({ ...entry, before: null, after: null, reason: null });
      });
      return send(reply, done);
    });
  });
}
