import type { Test } from 'supertest';

interface Answering {
  readonly responses?: Readonly<Record<string, unknown>>;
}
const EVENTS = 'text/event-stream';

/** Whether a route answers with a stream of events, which has no end of its own. */
const isStream = ({ responses = {} }: Answering): boolean =>
  EVENTS in ((responses['200'] as { readonly content?: object } | undefined)?.content ?? {});

/** The answer of a route; of a stream only that it began. */
export const begun = (operation: Answering, asked: Test): Test =>
  isStream(operation)
    ? asked.buffer(true).parse((answer, done) => {
        if (String(answer.headers['content-type']).startsWith(EVENTS)) {
          done(null, '');
          if ('destroy' in answer && typeof answer.destroy === 'function') answer.destroy();
        } else {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', (error: Error) => done(error, {}));
          answer.on('end', () => {
            const said = Buffer.concat(chunks).toString();
            done(null, said === '' ? {} : JSON.parse(said));
          });
        }
      })
    : asked;
