import { constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { accepts } from './accepts.ts';

const WORTH_IT = 1_400; // an answer that fits one packet anyhow is sent as it is
const options = { level: constants.Z_BEST_SPEED };

// Express says so of a text, and knows nothing of what bytes hold.
const inUtf8 = (type: string): string => (type.includes('charset') ? type : `${type}; charset=utf-8`);

/** Sends long answers compressed to who takes them so: a list of 60 kB is 8 kB on the wire. Files and streams go their own way. */
export const compressAnswers: RequestHandler = (request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    if (typeof body !== 'string' || body.length < WORTH_IT || request.method === 'HEAD') return send(body);
    response.vary('Accept-Encoding');
    if (!accepts(request, 'gzip')) return send(body);
    gzip(body, options, (failed, packed) => {
      if (failed !== null) {
        send(body);
        return;
      }
      response.setHeader('Content-Type', inUtf8(response.get('Content-Type') ?? 'text/html'));
      response.setHeader('Content-Encoding', 'gzip');
      send(packed);
    });
    return response;
  };
  next();
};
