import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Unreachable } from '#database';
import { ConfigRefused, endWhenAsked, readConfig } from '#office';
import { handOverTraces } from '#telemetry';
import { startServer } from './start.ts';

const print = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Starts the server, says where it is, and stops it when the process is asked to. Throws ConfigRefused and Unreachable. */
export const serve = async (environment: Readonly<Record<string, string | undefined>>): Promise<void> => {
  const config = readConfig(environment);
  const running = await startServer(config);
  print(`Luodi 落地 · http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${running.port}`);
  if (running.metricsPort !== null) print(`运行指标 · metrics: port ${running.metricsPort}, /metrics`);
  if (running.firstAdministrator !== null) {
    const { user, password } = running.firstAdministrator;
    print(`首个管理员（仅显示一次）· first administrator (shown once): ${user} / ${password}`);
  }
  if (!existsSync(join(config.web, 'index.html')))
    print('网页尚未构建（npm run build）· the page is not built (npm run build); the API runs all the same');
  endWhenAsked(() => running.stop().then(handOverTraces));
};

const refuseToStart = (error: unknown): never => {
  if (error instanceof ConfigRefused) {
    print(error.message);
    process.exit(2);
  }
  if (error instanceof Unreachable) {
    print(`${error.sentence.zh} ${error.sentence.en} (${error.detail})`);
    process.exit(3);
  }
  print(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
};

if (require.main === module) serve(process.env).catch(refuseToStart);
