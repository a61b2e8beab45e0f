import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  atomFeed,
  listPage,
  mostListed,
  publisherOf,
} from '../../../pipelines/respond/publish/list-pages.ts';
import { pagePolicy } from '../../../pipelines/respond/publish/page-shell.ts';
import { publicStyle } from '../../../pipelines/respond/publish/page-style.ts';
import { publicationPage } from '../../../pipelines/respond/publish/publication-page.ts';
import {
  type PublicationFileName,
  publicationFile,
  publicationFileNames,
} from '../../../pipelines/respond/publish/site-files.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { publicUrlOf } from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';

const root = '/klarifikasi';
/** Seconds that a browser or a cache before us may keep a page: a correction is everywhere after a minute. */
const keepSeconds = 60;
/** Drawn files kept in memory; a card has 100 kB. */
const mostFiles = 100;

const types: Readonly<Record<PublicationFileName, string>> = {
  'kartu.png': 'image/png',
  'siaran.pdf': 'application/pdf',
  'siaran.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A page or file with what browsers and caches are told of it; 304 where they have it already. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, tag }: { type: string; body: string | Uint8Array; tag: string },
): FastifyReply {
  const etag = `"${tag}"`;
  reply
    .header('content-security-policy', pagePolicy)
    .header('cache-control', `public, max-age=${keepSeconds}`)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(type).send(typeof body === 'string' ? body : Buffer.from(body));
}

/** Files are drawn once a version, however many ask at once. */
function createFileCache(deps: ApiDeps) {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (publication: Publication, name: PublicationFileName): Promise<Uint8Array> => {
    const key = `${publication.id} ${publication.version} ${name}`;
    const there = kept.get(key);
    if (there) return there;
    if (!deps.answerFiles) throw new ApiProblem(503, 'This process draws no files');
    const made = publicationFile(publication, name, deps.answerFiles);
    made.catch(() => kept.delete(key));
    kept.set(key, made);
    if (kept.size > mostFiles) kept.delete(kept.keys().next().value!);
    return made;
  };
}

/** What everybody may read, without a sign-in: static pages, a feed, cards and press releases. */
export async function registerPublicPages(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  const fileOf = createFileCache(deps);
  const all = () => deps.records.publications.list({ limit: mostListed });
  const site = (found: readonly Publication[]) => ({
    url: publicUrlOf(deps),
    unitName: deps.publicName ?? publisherOf(found),
  });
  const tagOf = (publications: readonly Publication[]): string =>
    `l${publications.length}-${Math.max(0, ...publications.map(({ updatedAt }) => updatedAt))}`;

  await app.register(async (inner) => {
    inner.setSerializerCompiler(() => (data) => String(data));
    const hidden = { schema: { hide: true } };

    inner.get(root, hidden, async (_request, reply) => reply.redirect(`${root}/`, 308));
    inner.get(`${root}/`, hidden, async (request, reply) => {
      const found = await all();
      return send(request, reply, {
        type: 'text/html; charset=utf-8',
        body: listPage(site(found), found),
        tag: tagOf(found),
      });
    });
    inner.get(`${root}/gaya.css`, hidden, async (request, reply) =>
      send(request, reply, {
        type: 'text/css; charset=utf-8',
        body: publicStyle,
        tag: `g${publicStyle.length}`,
      }),
    );
    inner.get(`${root}/umpan.xml`, hidden, async (request, reply) => {
      const found = await all();
      return send(request, reply, {
        type: 'application/atom+xml; charset=utf-8',
        body: atomFeed(site(found), found),
        tag: tagOf(found),
      });
    });
    registerOnePage(inner, deps, fileOf);
  });
}

function registerOnePage(
  app: FastifyInstance,
  { records }: ApiDeps,
  fileOf: ReturnType<typeof createFileCache>,
): void {
  const hidden = { schema: { hide: true } };
  const published = async (code: string): Promise<Publication> => {
    const found = /^[0-9a-z]{8}$/.test(code) ? await records.publications.get(code) : null;
    if (!found || found.code !== code) throw new ApiProblem(404, 'There is no such clarification');
    return found;
  };

  app.get<{ Params: { code: string } }>(`${root}/:code`, hidden, async ({ params: { code } }, reply) => {
    await published(code);
    return reply.redirect(`${root}/${code}/`, 308);
  });
  app.get<{ Params: { code: string } }>(`${root}/:code/`, hidden, async (request, reply) => {
    const publication = await published(request.params.code);
    return send(request, reply, {
      type: 'text/html; charset=utf-8',
      body: publicationPage(publication),
      tag: `p${publication.version}`,
    });
  });
  for (const name of publicationFileNames)
    app.get<{ Params: { code: string } }>(`${root}/:code/${name}`, hidden, async (request, reply) => {
      const publication = await published(request.params.code);
      if (publication.state === 'withdrawn') throw new ApiProblem(410, 'This clarification was withdrawn');
      const body = await fileOf(publication, name);
      return send(request, reply, { type: types[name], body, tag: `f${publication.version}` });
    });
}
