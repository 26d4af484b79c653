import { CommanderError } from 'commander';
import { Unreachable } from '#database';
import { InvalidCommand, NewerFact, Rejected } from '#domain';
import { ConfigRefused, OperatorRefused, refusalOf } from '#office';
import { answer, EXIT, Refused, say } from './output.ts';
import { ofCommander, Usage } from './usage.ts';

interface Told {
  readonly code: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly more: object;
  readonly exit: number;
}

/** Refusals of words that stand for the same everywhere: wrong usage, like a day that does not exist. */
const WORDS: ReadonlySet<string> = new Set(['period-unknown', 'metric-unknown']);

/** An error that somebody foresaw, and what it means to who called. */
const foreseen = (error: unknown): Told | null => {
  if (error instanceof Unreachable)
    return { code: error.code, sentence: error.sentence, more: { detail: error.detail }, exit: EXIT.unreachable };
  if (error instanceof OperatorRefused)
    return { code: error.code, sentence: error.sentence, more: { detail: error.detail }, exit: EXIT.refused };
  if (error instanceof Refused)
    return { code: error.code, sentence: error.sentence, more: error.more, exit: EXIT.refused };
  if (error instanceof Rejected)
    return {
      code: error.code,
      sentence: error.sentence,
      more: { field: error.field },
      exit: WORDS.has(error.code) ? EXIT.usage : EXIT.refused,
    };
  if (error instanceof Usage) return { code: 'usage', sentence: error.sentence, more: {}, exit: EXIT.usage };
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
  if (error instanceof NewerFact) {
    const { code, zh, en } = refusalOf(error)!;
    return { code, sentence: { zh, en }, more: { detail: error.message }, exit: EXIT.refused };
  }
  return null;
};

const told = (code: string, message: Told['sentence'], more: object = {}): void => {
  if (process.argv.includes('--json')) answer({ error: { code, message, ...more } });
};

/** Says what went wrong, in JSON too where it was asked for, and answers the exit status (README, "On the command line"). */
export const failed = (error: unknown): number => {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    told('usage', ofCommander(error)); // commander has said it on stderr
    return EXIT.usage;
  }
  if (error instanceof ConfigRefused) {
    told('usage', error.sentence);
    say(error.message);
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
