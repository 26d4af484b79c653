import type { Command } from 'commander';
import { erasePerson, OPERATOR, type Erasure, type OpenOffice } from '#office';
import type { Commands } from '../command-line.ts';
import { answer, EXIT, table, type Options } from '../output.ts';
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
  const actor = { user: by ?? OPERATOR.user, unit: null };
  const confirmed = confirm && reason !== undefined ? { actor, reason } : null;
  const outcome = await erasePerson(office, { wanted, confirmed });
  if (options.json) answer(outcome);
  else tell(outcome, options);
  if (!outcome.ok) process.exitCode = EXIT.refused;
};

/** `erase`: looks first, and destroys the keys of a person where it is confirmed. */
export const offerErasure = ({ command, working, optionsOf }: Commands): void => {
  command('erase <person...>', 'a name, a number or references: what would become unreadable; with --confirm it does')
    .option('--confirm', 'destroy the keys')
    .option('--reason <reason>', 'why, kept for ever in the log')
    .option('--by <login>', 'who has decided it')
    .action((wanted: readonly string[], asked: Asked, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => erase(office, wanted, asked, options));
    });
};
