import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
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
export const logging = (level: Config['logLevel']): Params => ({
  pinoHttp: {
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
  },
});
