import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import { pinoHttp, type HttpLogger, type Options } from 'pino-http';
import type { Config } from '#office';

// What signs somebody in never reaches a log, should anybody log a request, a command or an error that holds it.
const SECRETS = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  'headers.authorization',
  'headers.cookie',
  'password',
  'secret',
  '*.password',
  '*.secret',
  '*.current',
  '*.next',
  'err.password',
  'err.secret',
];

/** One JSON line a request; bodies and query strings stay out of it, because they hold names and searches. */
export const requestLines = (level: Config['logLevel']): Options => ({
  level,
  redact: { paths: SECRETS, censor: '…' },
  autoLogging: {
    ignore: ({ url }: IncomingMessage) =>
      url === undefined || !url.startsWith('/api/') || url.startsWith('/api/health'),
  },
  serializers: {
    req: ({ id, method, url }: { id: unknown; method: string; url?: string }) => ({
      id,
      method,
      path: url?.split('?')[0],
    }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
  },
  customLogLevel: (_request: IncomingMessage, { statusCode }: ServerResponse, error?: Error) =>
    error !== undefined || statusCode >= 500 ? 'error' : 'info',
});

/** Nest's own words in the same form. Its module would follow each request with an AsyncLocalStorage, which costs at every promise of the process: what is asked is logged by `requestLog`. */
export const logging = (level: Config['logLevel']): Params => ({ pinoHttp: requestLines(level), forRoutes: [] });

/** Logs each request; null where nothing is logged. */
export const requestLog = (level: Config['logLevel']): HttpLogger | null =>
  level === 'silent' ? null : pinoHttp(requestLines(level));
