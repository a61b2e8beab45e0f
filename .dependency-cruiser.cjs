/** Import rules of the house; ARCHITECTURE.md has them as a table. A test plants a breach of each and sees it caught. */
const test = '([.](test|contract)[.]ts$)|(/testdata/)|(^services/[^/]+/testing/)|(^services/web/browser/)';
const root = '^services/[^/]+/main[.]ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle means two modules are really one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      comment: 'shared/ is the base: if it needs something above it, that thing belongs in shared/.',
      from: { path: '^shared/', pathNot: test },
      to: { path: '^(pipelines|infra|services)/' },
    },
    {
      name: 'domain-knows-only-domain',
      severity: 'error',
      comment: 'Domain types must be readable without ports or config.',
      from: { path: '^shared/domain/', pathNot: test },
      to: { path: '^shared/(?!domain/)' },
    },
    {
      name: 'pipelines-stay-pure',
      severity: 'error',
      comment: 'Stages get their effects through ports.',
      from: { path: '^pipelines/', pathNot: test },
      to: { path: '^(infra|services|shared/config)/' },
    },
    {
      name: 'pipelines-no-io-libraries',
      severity: 'error',
      comment: 'No network, disk, database or queue library inside a stage.',
      from: { path: '^pipelines/', pathNot: test },
      to: {
        path: '(^|/)(fs|fs/promises|net|http|https|child_process|undici|bullmq|ioredis|kysely|pg|fastify|@elastic)(/|$)',
      },
    },
    {
      name: 'infra-below-services',
      severity: 'error',
      comment: 'An adapter serves a port; it never calls up.',
      from: { path: '^infra/', pathNot: test },
      to: { path: '^(pipelines|services)/' },
    },
    {
      name: 'one-backend-per-folder',
      severity: 'error',
      comment: 'Backends of one port must not lean on each other.',
      from: { path: '^infra/([^/]+)/([^/]+)/', pathNot: test },
      to: { path: '^infra/$1/(?!$2/)[^/]+/' },
    },
    {
      name: 'only-main-picks-adapters',
      severity: 'error',
      comment: 'main.ts is the composition root; everything else receives ports.',
      from: { path: '^services/', pathNot: [root, test] },
      to: { path: '^infra/' },
    },
    {
      name: 'no-service-to-service',
      severity: 'error',
      comment: 'Services talk over queues or HTTP; a composition root may start another service.',
      from: { path: '^services/([^/]+)/', pathNot: [root, test] },
      to: { path: '^services/(?!$1/)' },
    },
    {
      name: 'desk-knows-only-the-api',
      severity: 'error',
      comment:
        'What runs in a browser reaches the program by its API: shared schemas and domain types, nothing else.',
      from: { path: '^services/web/client/' },
      to: { path: '^(pipelines|infra|services/(?!web/client/)|shared/(?!(api|domain)/))' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      comment: 'Contracts and tests are not shipped.',
      from: { pathNot: test },
      to: { path: test },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: '(node_modules)|(^services/web/dist/)',
  },
};
