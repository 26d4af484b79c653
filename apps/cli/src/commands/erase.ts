import type { Command } from 'commander';
import { deciderOf, erasePerson, OPERATOR, sealPeople, whenAskedToStop, type Erasure, type OpenOffice } from '#office';
import { several, type Commands } from '../command-line.ts';
import { configOf } from '../installation.ts';
import { answer, EXIT, say, table, type Options } from '../output.ts';
import { usage } from '../usage.ts';

interface Asked {
  readonly confirm?: boolean;
  readonly reason?: string;
  readonly by?: string;
}

const tell = ({ people, clear, notRecalled, erased }: Erasure, { lang }: Options): void => {
  const zh = lang === 'zh';
  const lines = people.map(({ person, facts, projects, fields }) => [
    person,
    zh ? `${facts} 条记录` : `${facts} facts`,
    fields.join('、'),
    projects.map(({ name }) => name).join('、'),
  ]);
  const heads = {
    people: zh ? '将无法读取' : 'becomes unreadable',
    clear: zh ? '未加密，仍可读' : 'stands unsealed, and stays',
    gone: zh ? '无法收回' : 'cannot be recalled',
    erased: zh ? '已销毁密钥' : 'keys destroyed',
  };
  process.stdout.write(`${heads.people}:\n${table(lines)}\n`);
  if (clear.length > 0)
    process.stdout.write(
      `${heads.clear}:\n${table(clear.map(({ stream, version, field }) => [stream, String(version), field]))}\n`,
    );
  process.stdout.write(`${heads.gone}:\n${notRecalled.map((one) => `- ${one[lang]}`).join('\n')}\n`);
  if (erased.length > 0) process.stdout.write(`${heads.erased}: ${erased.join(' ')}\n`);
};

const erase = async (
  office: OpenOffice,
  wanted: readonly string[],
  { confirm = false, reason, by }: Asked,
  options: Options,
): Promise<void> => {
  if (confirm && reason === undefined)
    throw usage('--confirm 须同时给出 --reason', '--confirm goes with --reason: it is recorded why');
  const actor = by === undefined ? { user: OPERATOR.user, unit: null } : await deciderOf(office, by);
  const confirmed = confirm && reason !== undefined ? { actor, reason } : null;
  const outcome = await erasePerson(office, { wanted, confirmed });
  if (options.json) answer(outcome);
  else tell(outcome, options);
  if (!outcome.ok) process.exitCode = EXIT.refused;
};

const WAITING = {
  zh: '请停止所有服务与后台进程（luodi start、luodi worker），随后自动封存。',
  en: 'Stop all servers and workers (luodi start, luodi worker); then it is sealed.',
};

const seal = async (also: readonly string[], options: Options): Promise<void> => {
  const ended = new AbortController();
  whenAskedToStop(() => {
    ended.abort();
  });
  const waiting = (): void => {
    say(WAITING[options.lang]);
  };
  const outcome = await sealPeople(configOf(options), { also, waiting, signal: ended.signal });
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `${outcome.ok ? '✓' : '✗'} ${outcome.sealed} facts sealed, ${outcome.events} events chained, ${outcome.seconds} s\n`,
    );
  if (!outcome.ok) process.exitCode = EXIT.refused;
};

/** `erase`: looks first, and destroys the keys of a person where it is confirmed. `seal-people`: what earlier releases recorded in the clear. */
export const offerErasure = ({ command, working, optionsOf }: Commands): void => {
  command('erase <person...>', 'a name, a number or references: what would become unreadable; with --confirm it does')
    .option('--confirm', 'destroy the keys')
    .option('--reason <reason>', 'why, kept for ever in the log')
    .option('--by <login>', 'who has decided it')
    .action((wanted: readonly string[], asked: Asked, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => erase(office, wanted, asked, options));
    });
  command(
    'seal-people',
    'seal what earlier releases recorded of people in the clear; the old seals are kept as witnesses',
  )
    .option('--also <text>', 'a name or number to seal wherever it stands in free words, may be repeated', several)
    .action((asked: { also?: readonly string[] }, self: Command) => seal(asked.also ?? [], optionsOf(self)));
};
