import type { Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly route?: { readonly path?: unknown };
}

const ADDRESSES = ['http.url', 'http.target', 'url.path', 'url.query'] as const;

/** A request goes by the pattern of its route: addresses hold searches, ids and the secrets of calendar files. The command that it gives is named by its key. */
const nameByRoute = (span: Span, request: unknown): void => {
  const { route, method = '', headers } = request as Asked;
  const path = typeof route?.path === 'string' ? route.path : 'none';
  span.updateName(`${method} ${path}`).setAttribute('http.route', path);
  for (const name of ADDRESSES) span.setAttribute(name, path);
  const key = headers?.['idempotency-key'];
  if (typeof key === 'string') span.setAttribute('luodi.command', key);
};

/**
 * Traces leave in batches, beside the work; where nobody listens they are dropped and nothing waits. Answers how to hand over the last.
 * What the office asks of others is traced by `inSpan` alone, since the addresses of chat robots are secrets.
 */
export const beginTracing = (service: string): (() => Promise<void>) => {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      new HttpInstrumentation({
        disableOutgoingRequestInstrumentation: true,
        ignoreIncomingRequestHook: ({ url }) => !(url ?? '').startsWith('/api/'),
        applyCustomAttributesOnSpan: nameByRoute,
      }),
      new PgInstrumentation({ requireParentSpan: true }),
    ],
  });
  return () => provider.forceFlush().catch(() => undefined);
};
