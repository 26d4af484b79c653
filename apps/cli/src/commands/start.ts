import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayInShanghai, DEFAULT_RULES, workingDayBefore } from '#domain';
import { readConfig } from '#office';
import { startServer, type Running } from '../../../api/src/start.ts';
import { runWorker } from '../../../worker/src/main.ts';
import { openInstallation } from '../installation.ts';
import { say, type Options } from '../output.ts';
import { importFile } from './import.ts';
import { laySample } from '../sample/lay-sample.ts';

export interface StartOptions {
  readonly port?: string;
}

const serve = async (asked: StartOptions, options: Options): Promise<Running> => {
  const config = readConfig({
    ...process.env,
    LUODI_DATA: options.data,
    ...(asked.port === undefined ? {} : { LUODI_PORT: asked.port }),
    LUODI_LOG_LEVEL: process.env['LUODI_LOG_LEVEL'] ?? 'warn',
    LUODI_WEB: process.env['LUODI_WEB'] ?? join(__dirname, '../../../../web'),
  });
  const running = await startServer(config);
  say(`Luodi 落地 · http://localhost:${running.port}`);
  if (running.firstAdministrator !== null)
    say(
      `首个管理员（仅显示一次）· first administrator (shown once): ${running.firstAdministrator.user} / ${running.firstAdministrator.password}`,
    );
  if (!existsSync(join(config.web, 'index.html')))
    say('网页尚未构建（npm run build）· the page is not built (npm run build); the API runs all the same');
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return running;
};

/** Everything in this process: database, log, read models, HTTP, page. */
export const start = async (asked: StartOptions, options: Options): Promise<void> => {
  await serve(asked, options);
};

/** The reminders in a process of their own, beside a server with LUODI_WORKER=apart. Several may run: each notice is claimed once. */
export const worker = async (options: Options): Promise<void> => {
  const running = await runWorker(
    readConfig({ ...process.env, LUODI_DATA: options.data, LUODI_LOG_LEVEL: process.env['LUODI_LOG_LEVEL'] ?? 'warn' }),
  );
  say(`Luodi 落地 · worker (${running.backend})`);
  const stop = (): void => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

/** The morning on which the bureau of the sample took its ledger over: the working day before this one, so that what it owed then has been told at whatever hour somebody looks. */
const takenOver = (): Date =>
  new Date(`${workingDayBefore(dayInShanghai(new Date().toISOString()), DEFAULT_RULES.calendar)}T08:00:00+08:00`);

/** The same with some 300 invented projects; a second start finds them there. */
export const demo = async (asked: StartOptions, options: Options): Promise<void> => {
  const office = await openInstallation(options, takenOver);
  try {
    if ((await office.store.head()) === 0n) {
      const { organisation, ledger } = await laySample(office, options.data);
      say(`示例数据 · sample: ${organisation} units`);
      const report = await importFile(office, ledger, {}, options);
      for (const { sheet, rows } of report.sheets) say(`  ${sheet}: ${rows.accepted + rows.warned} / ${rows.read}`);
    }
  } finally {
    await office.close();
  }
  await serve(asked, options);
};
