import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { STATUS_CODES } from 'node:http';
import { problemOf } from './problem.ts';
import { HttpRefused, type HttpRefusalCode } from './refusals.ts';

/** What the reader of HTTP says of a request that it gives to nobody. */
const BY_CODE: Readonly<Record<string, HttpRefusalCode>> = {
  HPE_HEADER_OVERFLOW: 'address-too-long',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

/** The whole answer to a request that cannot be read, as it goes over the wire: nobody knows yet in which language it asks. */
const answerTo = (error: Error & { readonly code?: string }): string => {
  const { problem } = problemOf(new HttpRefused(BY_CODE[error.code ?? ''] ?? 'malformed-request'), 'zh');
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
};

/** A request that is no HTTP, comes too slowly or has too long an address is refused in words too, and its connection is closed. */
export const refuseUnreadable = (server: Server): void => {
  server.on('clientError', (error: Error & { readonly code?: string }, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET')
      socket.destroy(); // nobody listens any more
    else socket.end(answerTo(error));
  });
};
