import { request, type Agent } from 'node:http';
import { gathered } from '../../apps/web/src/app/gathered.ts';

/** Follows what is recorded, as an open page does: calls `onNews` when it asks again. Answers how it is closed. */
export const followed = (
  { agent, port, cookie }: { readonly agent: Agent; readonly port: number; readonly cookie: string },
  onNews: () => void,
): (() => void) => {
  const news = gathered(onNews);
  const stream = request({ host: '127.0.0.1', port, path: '/api/live', agent, headers: { cookie } }, (answer) => {
    answer.on('data', (chunk: Buffer) => {
      if (chunk.includes('data: ')) news.hear(null);
    });
    answer.on('error', () => undefined);
  });
  stream.on('error', () => undefined); // closed by us
  stream.end();
  return () => {
    stream.destroy();
    news.end();
  };
};
