const T = '[.](test|contract)[.]ts$';
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
      from: { path: '^shared/' },
      to: { path: '^(pipelines|infra|services)/' },
    },
    {
      name: 'domain-knows-only-domain',
      severity: 'error',
      comment: 'Domain types must be readable without ports or config.',
      from: { path: '^shared/domain/' },
      to: { path: '^shared/(?!domain/)' },
    },
    {
      name: 'pipelines-stay-pure',
      severity: 'error',
      comment: 'Stages get their effects through ports.',
      from: { path: '^pipelines/', pathNot: T },
      to: { path: '^(infra|services|shared/config)/' },
    },
    {
      name: 'pipelines-no-io-libraries',
      severity: 'error',
      comment: 'No network, disk, database or queue library inside a stage.',
      from: { path: '^pipelines/', pathNot: T },
      to: {
        path: '(^|/)(fs|fs/promises|net|http|https|child_process|bullmq|ioredis|better-sqlite3|fastify|@elastic)(/|$)',
      },
    },
    {
      name: 'infra-below-services',
      severity: 'error',
      comment: 'An adapter serves a port; it never calls up.',
      from: { path: '^infra/' },
      to: { path: '^(pipelines|services)/' },
    },
    {
      name: 'one-backend-per-folder',
      severity: 'error',
      comment: 'Backends of one port must not lean on each other.',
      from: { path: '^infra/([^/]+)/([^/]+)/' },
      to: { path: '^infra/$1/(?!$2/)[^/]+/' },
    },
    {
      name: 'only-main-picks-adapters',
      severity: 'error',
      comment: 'main.ts is the composition root; everything else receives ports.',
      from: { path: '^services/', pathNot: ['^services/[^/]+/main[.]ts$', T] },
      to: { path: '^infra/' },
    },
    {
      name: 'no-service-to-service',
      severity: 'error',
      comment: 'Services talk over queues or HTTP.',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/(?!$1/)' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      comment: 'Contracts and tests are not shipped.',
      from: { pathNot: T },
      to: { path: T },
    },
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: 'node_modules' },
};
