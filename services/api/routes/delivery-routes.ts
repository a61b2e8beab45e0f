import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { applyReport } from '../../../pipelines/deliver/apply-report.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import {
  apiReceiptSchema,
  deliveryDetailSchema,
  deliveryQuerySchema,
  receiptListSchema,
  toApiDelivery,
  toApiReceipt,
} from '../../../shared/api/deliveries.ts';
import { isWithin } from '../../../shared/domain/area.ts';
import type { Delivery } from '../../../shared/domain/delivery.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const params = z.object({ delivery: z.string().regex(/^[0-9a-f]{32}$/) });

/** A delivery of the scope. @throws ApiProblem 404 */
async function deliveryOf({ records, scope }: ApiDeps, id: string): Promise<Delivery> {
  const delivery = await records.deliveries.get(id);
  const visible = delivery && (scope.unit === nationalUnit || isWithin(delivery.unit, scope.unit));
  if (!visible) throw new ApiProblem(404, `There is no delivery ${id}`);
  return delivery;
}

/** What recipients are called, by id. */
async function namesOf({ records }: ApiDeps, deliveries: readonly Delivery[]): Promise<Map<string, string>> {
  const ids = [...new Set(deliveries.map(({ recipientId }) => recipientId))];
  const found = await Promise.all(ids.map((id) => records.recipients.get(id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
}

/** Who was told of what, by which way, and what became of it. */
export const deliveryRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    app.route({
      method: 'GET',
      url: '/v1/deliveries',
      schema: {
        tags: ['deliveries'],
        summary: 'Receipts, newest first; of one alert or one person',
        querystring: deliveryQuerySchema,
        response: { 200: receiptListSchema, ...errorResponses },
      },
      handler: async ({ query: { alert, recipient, campaign, state, from, cursor, limit } }) => {
        const filter = dropUndefined({
          alertId: alert,
          recipientId: recipient,
          campaignId: campaign,
          states: state,
          from,
          after: placeOf(cursor),
        });
        const deliveries = await records.deliveries.list({ scope: deps.scope, limit, ...filter });
        const nextCursor = cursorAfter(deliveries, limit, ({ createdAt }) => createdAt);
        const names = await namesOf(deps, deliveries);
        const receipts = deliveries.map((one) => toApiReceipt(one, names.get(one.recipientId)));
        return { receipts, nextCursor };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/deliveries/:delivery',
      schema: {
        tags: ['deliveries'],
        summary: 'One receipt with every try and the text that was sent',
        params,
        response: { 200: deliveryDetailSchema, ...errorResponses },
      },
      handler: async ({ params: { delivery: id } }) => {
        const delivery = await deliveryOf(deps, id);
        return toApiDelivery(delivery, await records.deliveries.message(delivery.messageId));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/deliveries/:delivery/read',
      schema: {
        tags: ['deliveries'],
        summary: 'Say that the message was read in the application',
        params,
        response: { 200: apiReceiptSchema, ...errorResponses },
      },
      handler: async ({ params: { delivery: id } }) => {
        const delivery = await deliveryOf(deps, id);
        const read = applyReport(delivery, { state: 'read', at: clock.now(), reason: null });
        if (read) await records.deliveries.report(read);
        return toApiReceipt(read ?? delivery);
      },
    });
  };
