import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance } from 'fastify';
import {
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
import { createSharedReads } from './shared-reads.ts';

/** Requests a minute and address. Chosen: a person with a dashboard needs 60; a script that pages through everything fits. */
const requestsPerMinute = 3_000;

/** The API without a port: tests use `inject`, a service listens. */
export async function buildApp(given: ApiDeps): Promise<FastifyInstance> {
  const deps = depsOfReader(given, () => currentReader().scope);
  const app = fastify({
    logger:
      deps.logLevel === 'silent'
        ? false
        : {
            level: deps.logLevel,
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
          },
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
  await app.register(helmet, {
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
  });
  await app.register(rateLimit, { max: deps.requestsPerMinute ?? requestsPerMinute, timeWindow: 60_000 });
  await registerGuard(app, given);
  // What was collected stays in no cache; what has a version may be asked about again.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', reply.hasHeader('etag') ? 'private, no-cache' : 'no-store');
    done();
  });
  await app.register(swagger, {
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
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  const shared = createSharedReads(app, deps.changes);
  await app.register(statusRoutes(deps));
  await app.register(sessionRoutes(deps));
  await app.register(oidcRoutes(deps));
  await app.register(privacyRoutes(deps));
  await app.register(meRoutes(deps));
  await app.register(userRoutes(deps));
  await app.register(keyRoutes(deps));
  await app.register(auditRoutes(deps));
  await app.register(issueRoutes(deps, shared));
  await app.register(issueDigestRoute(deps));
  await app.register(impactRoutes(deps));
  await app.register(narrativeRoutes(deps));
  await app.register(itemRoutes(deps, shared));
  await app.register(actRoutes(deps));
  await app.register(issueActRoutes(deps));
  await app.register(workflowRoutes(deps));
  await app.register(teamworkRoutes(deps));
  await app.register(todoRoutes(deps));
  await app.register(claimRoutes(deps));
  await app.register(claimLinkRoutes(deps));
  await app.register(claimExchangeRoutes(deps));
  await app.register(factRoutes(deps));
  await app.register(answerRoutes(deps));
  await app.register(answerApprovalRoutes(deps));
  await app.register(answerRephraseRoute(deps));
  await app.register(publicationRoutes(deps));
  await app.register(referralRoutes(deps));
  await app.register(labelRoutes(deps));
  await app.register(qualityRoutes(deps));
  await app.register(sourceRoutes(deps));
  await app.register(quarantineRoutes(deps));
  await app.register(alertRoutes(deps));
  await app.register(clockRoutes(deps));
  await app.register(watchRoutes(deps));
  await app.register(unitRoutes(deps));
  await app.register(glanceRoutes(deps));
  await registerCollecting(app, deps);
  await app.register(deliveryRoutes(deps));
  await app.register(recipientRoutes(deps));
  await app.register(recipientTestRoute(deps));
  await app.register(ownPushRoutes(deps));
  await app.register(reportRunRoutes(deps));
  await app.register(tieredRoutes(deps));
  await app.register(programmeRoutes(deps));
  await app.register(feedRoutes(deps));
  await app.register(activityRoutes(deps));
  await app.register(activityStandardRoutes(deps));
  await app.register(surveyRoutes(deps));
  await app.register(stakeholderRoutes(deps));
  await app.register(stakeholderPersonRoutes(deps));
  await app.register(stakeholderFileRoutes(deps));
  await app.register(engagementRoutes(deps));
  await app.register(broadcastGroupRoutes(deps));
  await app.register(campaignRoutes(deps));
  await app.register(campaignPackageRoutes(deps));
  await app.register(effectRoutes(deps));
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
