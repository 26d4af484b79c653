import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soon } from '../support/soon.ts';
import { startServerProcess, type ServerProcess } from '../support/worker-process.ts';

const data = mkdtempSync(join(tmpdir(), 'luodi-asked-'));
let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess(data, { DATABASE_URL: '' });
});
afterAll(() => {
  server.child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Whether the database of this folder lets anybody in. */
const databaseRuns = (): Promise<boolean> =>
  new Promise((told) => {
    const { port } = JSON.parse(readFileSync(join(data, 'database.json'), 'utf8')) as { port: number };
    const line = connect(port, '127.0.0.1');
    const tell = (runs: boolean) => (): void => {
      line.destroy();
      told(runs);
    };
    line.once('connect', tell(true)).once('error', tell(false));
  });

it('Ctrl-C, which a shell and npm and a watcher each pass on, ends the server once and its database with it', async () => {
  await soon(databaseRuns, true);
  server.child.kill('SIGINT');
  server.child.kill('SIGTERM');
  server.child.kill('SIGINT');
  await soon(() => Promise.resolve(server.child.exitCode ?? server.child.signalCode), 0);
  await soon(databaseRuns, false);
});
