import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

/** The address to which traces go, as every OpenTelemetry program reads it. Without it nothing is loaded and nothing is traced. */
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;

let handingOver = (): Promise<void> => Promise.resolve();

/**
 * Begins to trace requests, statements of SQL and what `inSpan` names. To be called before anything that is to be traced is loaded.
 * Statements are traced without their values, requests without their query strings.
 */
export const startTracing = async (environment: Readonly<Record<string, string | undefined>>): Promise<void> => {
  if (ENDPOINTS.every((name) => (environment[name] ?? '') === '')) return;
  const { beginTracing } = await import('./exporting.ts');
  handingOver = beginTracing(environment['OTEL_SERVICE_NAME'] ?? 'luodi');
};

/** Hands over what was traced last: a process calls it before it ends. */
export const handOverTraces = (): Promise<void> => handingOver();

const tracer = trace.getTracer('luodi');

/** Work as a span of its own, within the request or delivery that asked for it. Attributes name kinds and command ids: no names, no figures. */
export const inSpan = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
      throw error;
    } finally {
      span.end();
    }
  });
