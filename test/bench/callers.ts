import { Agent, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Sends a call on a kept connection; throws what a refusal says. */
export const send = (agent: Agent, port: number, { method, path, headers = {}, body }: Call): Promise<void> =>
  new Promise((done, fail) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const told =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const call = request(
      { host: '127.0.0.1', port, path, method, agent, headers: { ...told, ...headers } },
      (answer) => {
        const status = answer.statusCode ?? 500;
        let said = '';
        answer.on('data', (chunk: Buffer) => {
          if (status >= 400) said += chunk.toString();
        });
        answer.on('end', () => {
          if (status < 400) done();
          else fail(new Error(`${method} ${path}: ${status} ${said}`));
        });
      },
    );
    call.on('error', fail);
    call.end(text);
  });

/** Calls a second that `atOnce` callers get answered, each asking again as soon as it has its answer. */
export const callsASecond = async (
  port: number,
  next: () => Call,
  { atOnce, seconds }: { readonly atOnce: number; readonly seconds: number },
): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const until = performance.now() + seconds * 1_000;
  let count = 0;
  try {
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (performance.now() < until) {
          await send(agent, port, next());
          count += 1;
        }
      }),
    );
  } finally {
    agent.destroy();
  }
  return count / seconds;
};
