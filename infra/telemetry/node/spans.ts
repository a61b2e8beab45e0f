import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Carried, Fields } from '../../../shared/ports/telemetry.ts';

const tracerName = 'saring';

/** Runs `work` as a span; without an SDK this costs a function call. */
export function spanned<T>(name: string, fields: Fields, work: () => Promise<T>): Promise<T> {
  const attributes = Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[`saring.${key}`, value]])),
  );
  return trace.getTracer(tracerName).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      span.recordException(error instanceof Error ? error : message);
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** What the SDK's propagator wants to be carried along, e.g. `traceparent`. */
export function carrierOf(): Carried {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

export const withCarrier = <T>(carrier: Carried, work: () => Promise<T>): Promise<T> =>
  context.with(propagation.extract(context.active(), carrier), work);
