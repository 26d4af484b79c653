import type { CommanderError } from 'commander';
import type { Sentence } from '#domain';

/** A command that could not be understood: exit 2, said in both languages (README, "On the command line"). */
export class Usage extends Error {
  override readonly name = 'Usage';
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}

export const usage = (zh: string, en: string): Usage => new Usage({ zh, en });

/** The period that was named. Throws Usage. */
export const periodNamed = (period: string | undefined): string => {
  if (period === undefined)
    throw usage('用 --period 写明期间，例如 --period 2023-H1', 'name the period: --period 2023-H1');
  return period;
};

const COMMANDER: Readonly<Record<string, string>> = {
  'commander.missingMandatoryOptionValue': '缺少必填的选项',
  'commander.optionMissingArgument': '选项后缺少值',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数过多',
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.help': '须写明其下的命令',
};

/** What the reader of the command line refused, in both languages. */
export const ofCommander = ({ code, message }: CommanderError): Sentence => {
  const about = /'([^']+)'/.exec(message)?.[1];
  const said = COMMANDER[code] ?? '用法有误';
  return {
    zh: about === undefined ? `${said}。` : `${said}：${about}`,
    en: code === 'commander.help' ? 'Name one of its commands.' : message.replace(/^error: /, ''),
  };
};
