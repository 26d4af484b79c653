import type { Command } from 'commander';
import { moveLog, readLogPlaceOf, whenAskedToStop, type MoveStep } from '#office';
import type { Commands } from '../command-line.ts';
import { configOf } from '../installation.ts';
import { answer, progressBar, say, type Options } from '../output.ts';
import { usage } from '../usage.ts';

const WAITING = {
  zh: '已全部搬到。请停止所有服务与后台进程（luodi start、luodi worker），随后自动切换。',
  en: 'Everything is there. Stop all servers and workers (luodi start, luodi worker); then it is switched.',
};

const telling = ({ lang }: Options): ((step: MoveStep) => void) => {
  const bars = { copying: progressBar('copying'), comparing: progressBar('comparing') };
  return (one) => {
    if (one.step === 'waiting') say(WAITING[lang]);
    else bars[one.step](Number(one.position), Number(one.head));
  };
};

const move = async ({ from, to }: { readonly from: string; readonly to: string }, options: Options): Promise<void> => {
  for (const kind of [from, to])
    if (kind !== 'postgres' && kind !== 'kurrentdb')
      throw usage(`日志存于 postgres 或 kurrentdb，不是 ${kind}`, `a log stands in postgres or kurrentdb, not ${kind}`);
  const ended = new AbortController();
  whenAskedToStop(() => {
    ended.abort();
  });
  const config = { ...configOf(options), log: readLogPlaceOf(from, process.env) };
  const place = readLogPlaceOf(to, process.env);
  const moved = await moveLog(config, { to: place, tell: telling(options), signal: ended.signal });
  if (options.json) answer(moved);
  else
    process.stdout.write(
      `${moved.events} events of ${moved.streams} streams, ${moved.from} → ${moved.to}, ${moved.seconds} s. EVENT_STORE=${moved.to}\n`,
    );
};

/** `move`: the log from one place to the other. */
export const offerMove = ({ command, optionsOf }: Commands): void => {
  command('move', 'bring the log from PostgreSQL to KurrentDB (KURRENTDB_URL) or back, compare, and switch')
    .requiredOption('--from <log>', 'postgres or kurrentdb')
    .requiredOption('--to <log>', 'postgres or kurrentdb')
    .action((asked: { from: string; to: string }, self: Command) => move(asked, optionsOf(self)));
};
