import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
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
        const message = answer as object as IncomingMessage;
        if (String(message.headers['content-type']).startsWith(EVENTS)) {
          done(null, '');
          message.destroy();
        } else
          text(message).then(
            (said) => done(null, said === '' ? {} : JSON.parse(said)),
            (error: Error) => done(error, {}),
          );
      })
    : asked;
