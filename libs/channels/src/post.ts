import { request as plain } from 'node:http';
import { request as encrypted } from 'node:https';
import { failed, type Failed } from './message.ts';
import { AddressNotAllowed, checkHost, guardedLookup, type Reach } from './reachable.ts';

export interface PostOptions extends Reach {
  readonly timeoutSeconds: number; // for everything: look-up, connection, answer
}

export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds?: number;
}

const LONGEST_ANSWER = 64 * 1024; // bytes; answers are a few hundred

/** Seconds or an HTTP date, at most a day: a receiver cannot silence us for longer. */
const retryAfter = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), 86_400) : undefined;
};

const explain = (error: unknown, handedOver: boolean, timeoutSeconds: number): Failed => {
  if (error instanceof AddressNotAllowed) return failed('address-not-allowed', error.message, { permanent: true });
  const doubt = handedOver ? { uncertain: true as const } : {};
  const { name, code = 'unknown' } = error as { name?: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError')
    return failed('timeout', `no answer within ${timeoutSeconds} s`, doubt);
  return failed('unreachable', code, doubt); // the code only: messages of the network layer may carry the address, and the address is a secret
};

/**
 * One POST of JSON text. Never throws and never follows a redirect. Node's request instead of fetch, because a fetch cannot be
 * told which addresses it may connect to.
 */
export const post = (
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { allowPrivate, timeoutSeconds }: PostOptions,
): Promise<Answer | Failed> =>
  new Promise((resolve) => {
    let handedOver = false;
    const fail = (error: unknown): void => resolve(explain(error, handedOver, timeoutSeconds));
    try {
      checkHost(url, allowPrivate);
      const bytes = Buffer.from(body);
      const call = (url.protocol === 'https:' ? encrypted : plain)(
        url,
        {
          method: 'POST',
          agent: false,
          lookup: guardedLookup(allowPrivate),
          signal: AbortSignal.timeout(timeoutSeconds * 1000),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': bytes.length,
            'user-agent': 'luodi',
            ...headers,
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          let length = 0;
          const done = (): void => {
            const delay = retryAfter(answer.headers['retry-after']);
            resolve({
              kind: 'answered',
              status: answer.statusCode ?? 0,
              text: Buffer.concat(parts).toString('utf8'),
              ...(delay === undefined ? {} : { retryAfterSeconds: delay }),
            });
          };
          answer.on('data', (part: Buffer) => {
            if (length + part.length > LONGEST_ANSWER) {
              answer.destroy();
              return done();
            } // what came so far tells the status
            length += part.length;
            parts.push(part);
          });
          answer.on('end', done);
          answer.on('error', fail);
        },
      );
      call.on('finish', () => {
        handedOver = true;
      });
      call.on('error', fail);
      call.end(bytes);
    } catch (error) {
      fail(error);
    }
  });

/** What a status says where the body says nothing: too fast or broken for now may help later, everything else will not. */
export const failedByStatus = ({ status, text, retryAfterSeconds }: Answer): Failed => {
  const delay = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (status === 429) return failed('rate-limited', text, delay);
  if (status >= 500 || status === 408 || status === 425) return failed(`http-${status}`, text, delay);
  if (status === 410) return failed('gone', text, { permanent: true });
  return failed(`http-${status}`, text, { permanent: true });
};
