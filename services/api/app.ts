import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger, { type SwaggerOptions } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance } from 'fastify';
import {
  type FastifyPluginAsyncZod,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { ApiDeps } from './api-deps.ts';
import { registerCollecting } from './collecting.ts';
import { registerDesk } from './desk.ts';
import { loggedUrl, observeRequests, requestIdOf } from './observe-requests.ts';
import { currentReader } from './people/current-reader.ts';
import { depsOfReader, registerGuard } from './people/guard.ts';
import { registerProblems } from './problems.ts';
import { actRoutes } from './routes/act-routes.ts';
import { activityRoutes } from './routes/activity-routes.ts';
import { activityStandardRoutes } from './routes/activity-standard-routes.ts';
import { alertRoutes } from './routes/alert-routes.ts';
import { alikeRoutes } from './routes/alike-routes.ts';
import { answerApprovalRoutes } from './routes/answer-approval-routes.ts';
import { answerRephraseRoute } from './routes/answer-rephrase-route.ts';
import { answerRoutes } from './routes/answer-routes.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { campaignPackageRoutes } from './routes/campaign-package-routes.ts';
import { campaignRoutes } from './routes/campaign-routes.ts';
import { claimExchangeRoutes } from './routes/claim-exchange-routes.ts';
import { claimLinkRoutes } from './routes/claim-link-routes.ts';
import { claimRoutes } from './routes/claim-routes.ts';
import { clockRoutes } from './routes/clock-routes.ts';
import { deliveryRoutes } from './routes/delivery-routes.ts';
import { effectRoutes } from './routes/effect-routes.ts';
import { broadcastGroupRoutes, engagementRoutes } from './routes/engagement-routes.ts';
import { registerEventRoute } from './routes/event-routes.ts';
import { factRoutes } from './routes/fact-routes.ts';
import { feedRoutes } from './routes/feed-routes.ts';
import { glanceRoutes } from './routes/glance-routes.ts';
import { impactRoutes } from './routes/impact-routes.ts';
import { issueActRoutes } from './routes/issue-act-routes.ts';
import { issueDigestRoute } from './routes/issue-digest-route.ts';
import { issueRoutes } from './routes/issue-routes.ts';
import { itemRoutes } from './routes/item-routes.ts';
import { keyRoutes } from './routes/key-routes.ts';
import { labelRoutes } from './routes/label-routes.ts';
import { meRoutes } from './routes/me-routes.ts';
import { narrativeRoutes } from './routes/narrative-routes.ts';
import { oidcRoutes } from './routes/oidc-routes.ts';
import { ownPushRoutes } from './routes/own-push-routes.ts';
import { privacyRoutes } from './routes/privacy-routes.ts';
import { registerPublicPages } from './routes/public-page-routes.ts';
import { publicationRoutes } from './routes/publication-routes.ts';
import { qualityRoutes } from './routes/quality-routes.ts';
import { quarantineRoutes } from './routes/quarantine-routes.ts';
import { recipientRoutes } from './routes/recipient-routes.ts';
import { recipientTestRoute } from './routes/recipient-test-route.ts';
import { referralRoutes } from './routes/referral-routes.ts';
import { reportRunRoutes } from './routes/report-run-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { sourceRoutes } from './routes/source-routes.ts';
import { stakeholderFileRoutes } from './routes/stakeholder-file-routes.ts';
import { registerOptOut } from './routes/stakeholder-opt-out-route.ts';
import { stakeholderPersonRoutes } from './routes/stakeholder-person-routes.ts';
import { stakeholderRoutes } from './routes/stakeholder-routes.ts';
import { statusRoutes } from './routes/status-routes.ts';
import { registerSurveyForm } from './routes/survey-form-routes.ts';
import { surveyRoutes } from './routes/survey-routes.ts';
import { teamworkRoutes } from './routes/teamwork-routes.ts';
import { programmeRoutes, tieredRoutes } from './routes/tiered-routes.ts';
import { todoRoutes } from './routes/todo-routes.ts';
import { unitRoutes } from './routes/unit-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
import { watchRoutes } from './routes/watch-routes.ts';
import { registerWhatsappHook } from './routes/whatsapp-hook.ts';
import { workflowRoutes } from './routes/workflow-routes.ts';
import { createSharedReads, type SharedReads } from './shared-reads.ts';

/** Requests a minute and address. Chosen: a person with a dashboard needs 60; a script that pages through everything fits. */
const requestsPerMinute = 3_000;

/** What a browser may do with an answer. */
const headers = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      // An office reaches the program by plain HTTP in its own network: asking for HTTPS would break every file.
      upgradeInsecureRequests: null,
    },
  },
  // A page that an officer opens from here need not learn which issue was read.
  referrerPolicy: { policy: 'same-origin' },
} satisfies FastifyHelmetOptions;

const openApi = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Saring',
      description: 'Watches what is written about elections and says what needs an answer, and why.',
      version: '1',
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
  },
  transform: jsonSchemaTransform,
  transformObject: jsonSchemaTransformObject,
} satisfies SwaggerOptions;

/** Lines of JSON on standard error; no header of who asks, and of an address the names of the query alone. */
const linesOf = ({ logLevel }: ApiDeps) =>
  logLevel === 'silent'
    ? false
    : {
        level: logLevel,
        redact: ['req.headers.authorization'],
        serializers: {
          req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
            method,
            url: loggedUrl(url),
            remoteAddress: ip,
          }),
        },
        stream: process.stderr,
        base: { service: 'api', pid: process.pid },
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label: string) => ({ level: label }) },
      };

/** Who works here, and on what: people, issues, claims, answers, sources, alerts. */
const routesOfWork = (deps: ApiDeps, shared: SharedReads): readonly FastifyPluginAsyncZod[] => [
  statusRoutes(deps),
  sessionRoutes(deps),
  oidcRoutes(deps),
  privacyRoutes(deps),
  meRoutes(deps),
  userRoutes(deps),
  keyRoutes(deps),
  auditRoutes(deps),
  issueRoutes(deps, shared),
  issueDigestRoute(deps),
  impactRoutes(deps),
  narrativeRoutes(deps),
  itemRoutes(deps, shared),
  actRoutes(deps),
  issueActRoutes(deps),
  alikeRoutes(deps),
  workflowRoutes(deps),
  teamworkRoutes(deps),
  todoRoutes(deps),
  claimRoutes(deps),
  claimLinkRoutes(deps),
  claimExchangeRoutes(deps),
  factRoutes(deps),
  answerRoutes(deps),
  answerApprovalRoutes(deps),
  answerRephraseRoute(deps),
  publicationRoutes(deps),
  referralRoutes(deps),
  labelRoutes(deps),
  qualityRoutes(deps),
  sourceRoutes(deps),
  quarantineRoutes(deps),
  alertRoutes(deps),
  clockRoutes(deps),
  watchRoutes(deps),
  unitRoutes(deps),
  glanceRoutes(deps),
];

/** Who is told: messages, reports, partners and campaigns. */
const routesOfTelling = (deps: ApiDeps): readonly FastifyPluginAsyncZod[] => [
  deliveryRoutes(deps),
  recipientRoutes(deps),
  recipientTestRoute(deps),
  ownPushRoutes(deps),
  reportRunRoutes(deps),
  tieredRoutes(deps),
  programmeRoutes(deps),
  feedRoutes(deps),
  activityRoutes(deps),
  activityStandardRoutes(deps),
  surveyRoutes(deps),
  stakeholderRoutes(deps),
  stakeholderPersonRoutes(deps),
  stakeholderFileRoutes(deps),
  engagementRoutes(deps),
  broadcastGroupRoutes(deps),
  campaignRoutes(deps),
  campaignPackageRoutes(deps),
  effectRoutes(deps),
];

/** The API without a port: tests use `inject`, a service listens. */
export async function buildApp(given: ApiDeps): Promise<FastifyInstance> {
  const deps = depsOfReader(given, () => currentReader().scope);
  const app = fastify({
    logger: linesOf(deps),
    genReqId: requestIdOf,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  // What a route returns has its type checked when it is compiled; parsing it again at every answer costs more than the
  // query did. Tests parse.
  app.setSerializerCompiler(deps.checkResponses ? serializerCompiler : () => (data) => JSON.stringify(data));
  registerProblems(app);
  observeRequests(app, deps);
  await app.register(helmet, headers);
  await app.register(rateLimit, { max: deps.requestsPerMinute ?? requestsPerMinute, timeWindow: 60_000 });
  await registerGuard(app, given);
  // What was collected stays in no cache; what has a version may be asked about again.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', reply.hasHeader('etag') ? 'private, no-cache' : 'no-store');
    done();
  });
  await app.register(swagger, openApi);
  await app.register(swaggerUi, { routePrefix: '/docs' });
  // In this order the API describes itself.
  for (const routes of routesOfWork(deps, createSharedReads(app, deps.changes))) await app.register(routes);
  await registerCollecting(app, deps);
  for (const routes of routesOfTelling(deps)) await app.register(routes);
  await registerOptOut(app, deps);
  await registerSurveyForm(app, deps);
  await registerPublicPages(app, deps);
  registerWhatsappHook(app, deps);
  registerEventRoute(app, deps);
  if (deps.deskFolder !== undefined) await registerDesk(app, deps.deskFolder);
  app.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.serializer(JSON.stringify).send(app.swagger()),
  );
  return app;
}
