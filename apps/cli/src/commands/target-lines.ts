import { readCommand, ReviseTarget, SetTarget, type TargetCommand } from '#domain';
import { freshKey, giveTarget, OPERATOR, showTargets, TargetsQuery, type OpenOffice } from '#office';
import type { Options } from '../output.ts';
import { usage } from '../usage.ts';
import { print, shown } from './figure-words.ts';

/** `{year, version, targets: [{metric, definition, issuer, unit, within, value, provisional, history}]}`. */
export const listTargets = async (office: OpenOffice, asked: object, options: Options): Promise<void> => {
  const found = await showTargets(office, readCommand(TargetsQuery, numbered(asked)));
  print(options, found, () =>
    found.targets.map(({ metric, issuer, unit, value, provisional, history }) => [
      metric,
      issuer,
      unit?.name ?? '∑',
      shown(value),
      provisional ? (options.lang === 'zh' ? '暂定' : 'provisional') : '',
      history.length > 1 ? `×${history.length}` : '',
    ]),
  );
};

interface Typed {
  readonly amount?: string;
  readonly currency?: string;
  readonly count?: string;
  readonly year: string;
}

const whole = (text: string, name: string): number => {
  if (!/^\d{1,9}$/.test(text))
    throw usage(
      `--${name} 须为 0 至 999999999 的整数，不是 ${text}`,
      `--${name} is a whole number from 0 to 999999999, not ${text}`,
    );
  return Number(text);
};

const numbered = (asked: object): object => ({ ...asked, year: whole((asked as Typed).year, 'year') });

const lineOf = ({ amount, currency = 'CNY', count, ...rest }: Typed): object => ({
  ...numbered(rest),
  ...(amount === undefined ? {} : { money: { amount, currency } }),
  ...(count === undefined ? {} : { count: whole(count, 'count') }),
});

const give = async (office: OpenOffice, command: TargetCommand, options: Options): Promise<void> => {
  await giveTarget(office, { caller: OPERATOR, command, key: freshKey(), ifVersion: null });
  const { metric, year } = command;
  await listTargets(office, { metric, year: String(year) }, options);
};

export const setTarget = (office: OpenOffice, asked: object, options: Options): Promise<void> =>
  give(office, readCommand(SetTarget, lineOf(asked as Typed)), options);

export const reviseTarget = (office: OpenOffice, asked: object, options: Options): Promise<void> =>
  give(office, readCommand(ReviseTarget, lineOf(asked as Typed)), options);
