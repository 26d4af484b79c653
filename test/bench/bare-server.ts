import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '#database';
import { dayInShanghai } from '#domain';
import { listAnswer, listNamed, unitNames } from '#projections';
import { bare, orderOf } from './commands.ts';

const NAMES = unitNames([]);

/** The raw limit of the bench `http`: the statements of a list page, a project page and a progress command behind a bare node:http server, on the database of the server that it is compared with. */
const serve = async (data: string): Promise<void> => {
  const { pool } = await openDatabase({ data });
  const give = bare(pool);
  const list = listNamed('signed')!;
  const answers: Readonly<Record<string, (id: string, body: { readonly text: string }) => Promise<unknown>>> = {
    list: () =>
      listAnswer(
        pool,
        {
          list,
          asOf: { day: dayInShanghai(new Date().toISOString()), position: null },
          scope: { all: true },
          limit: 50,
        },
        NAMES,
      ),
    project: async (id) =>
      (
        await pool.query({
          name: 'bare',
          text: 'select * from event where stream = $1 order by version',
          values: [`project-${id}`],
        })
      ).rows,
    progress: (id, { text }) => give(orderOf(`project-${id}`, text)),
  };
  const server = createServer((incoming, answer) => {
    let said = '';
    incoming.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    incoming.on('end', () => {
      const [, what = '', id = ''] = incoming.url!.split('/');
      const body = JSON.parse(said === '' ? '{}' : said) as { readonly text: string };
      answers[what]!(id, body).then(
        (found) => {
          answer.setHeader('content-type', 'application/json');
          answer.end(
            JSON.stringify(found ?? {}, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
          );
        },
        (error: unknown) => {
          answer.statusCode = 500;
          answer.end(String(error));
        },
      );
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.stderr.write(`127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
};

void serve(process.env['LUODI_DATA']!);
