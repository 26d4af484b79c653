import { CommanderError } from 'commander';
import { Unreachable } from '#database';
import { InvalidCommand, Rejected } from '#domain';
import { ConfigRefused, OperatorRefused } from '#office';
import { answer, EXIT, Refused, say } from './output.ts';
import { Usage } from './time.ts';

interface Told {
  readonly code: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly more: object;
  readonly exit: number;
}

/** An error that somebody foresaw, and what it means to who called. */
const foreseen = (error: unknown): Told | null => {
  if (error instanceof Unreachable)
    return { code: error.code, sentence: error.sentence, more: { detail: error.detail }, exit: EXIT.unreachable };
  if (error instanceof OperatorRefused)
    return { code: error.code, sentence: error.sentence, more: { detail: error.detail }, exit: EXIT.refused };
  if (error instanceof Refused)
    return { code: error.code, sentence: error.sentence, more: error.more, exit: EXIT.refused };
  if (error instanceof Rejected)
    return { code: error.code, sentence: error.sentence, more: { field: error.field }, exit: EXIT.refused };
  if (error instanceof InvalidCommand) {
    const { errors } = error;
    const [{ field, zh, en }] = errors as [(typeof errors)[number]];
    return {
      code: 'usage',
      sentence: { zh: `${field}：${zh}`, en: `${field}: ${en}` },
      more: { errors },
      exit: EXIT.usage,
    };
  }
  return null;
};

const told = (code: string, message: Told['sentence'], more: object = {}): void => {
  if (process.argv.includes('--json')) answer({ error: { code, message, ...more } });
};

/** Says what went wrong, in JSON too where it was asked for, and answers the exit status (README, "On the command line"). */
export const failed = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Usage || error instanceof ConfigRefused) {
    say(error.message);
    if (error instanceof Usage) told('usage', { zh: error.message, en: error.message });
    return EXIT.usage;
  }
  const known = foreseen(error);
  if (known !== null) {
    told(known.code, known.sentence, known.more);
    say(`${known.code}: ${known.sentence[process.argv[process.argv.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh']}`);
    return known.exit;
  }
  const { message, stack } = error as Error;
  say(process.env['LUODI_DEBUG'] === '1' ? (stack ?? message) : message);
  told('unexpected', { zh: message, en: message });
  return EXIT.refused;
};
