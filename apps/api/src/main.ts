import { Unreachable } from '#database';
import { ConfigRefused, readConfig } from '#office';
import { startServer } from './start.ts';

const print = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const run = async (): Promise<void> => {
  const running = await startServer(readConfig(process.env));
  print(`Luodi 落地 · http://localhost:${running.port}`);
  if (running.firstAdministrator !== null)
    print(
      `first administrator (shown once) · 首个管理员（仅显示一次）: ${running.firstAdministrator.user} / ${running.firstAdministrator.password}`,
    );
  const stop = (): void => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

run().catch((error: unknown) => {
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
});
