import { ClosePeriod, readCommand, ReopenPeriod, type PeriodCommand } from '#domain';
import { freshKey, givePeriod, OPERATOR, restatement, showPeriods, upToDate, type OpenOffice } from '#office';
import type { Options } from '../output.ts';
import { print } from './figure-words.ts';

const STATES = {
  closed: { zh: '已关账', en: 'closed' },
  reopened: { zh: '已重开', en: 'reopened' },
} as const;

const WAITS = { zh: '重开待批准：', en: 'to be reopened once approved by' } as const;

/** `{months: [{month, state, position, hash, closedBy, closedAt}]}`. */
export const tellPeriods = async (office: OpenOffice, options: Options): Promise<void> => {
  const { months } = await showPeriods(office);
  print(options, { months }, () =>
    months.map(({ month, state, asked, position, hash, closedAt }) => [
      month,
      asked === null ? STATES[state][options.lang] : `${WAITS[options.lang]} ${asked.approver}`,
      String(position),
      hash.slice(0, 16),
      closedAt,
    ]),
  );
};

const give = async (office: OpenOffice, command: PeriodCommand, options: Options): Promise<void> => {
  await upToDate(office);
  await givePeriod(office, { caller: OPERATOR, command, key: freshKey(), ifVersion: null });
  await tellPeriods(office, options);
};

export const closeMonth = (office: OpenOffice, month: string, options: Options): Promise<void> =>
  give(office, readCommand(ClosePeriod, { month }), options);

export const reopenMonth = (office: OpenOffice, asked: object, options: Options): Promise<void> =>
  give(office, readCommand(ReopenPeriod, asked), options);

/** What of a closed month is otherwise since. */
export const tellRestatement = async (office: OpenOffice, month: string, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await restatement(office, OPERATOR, month);
  const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  print(options, found, () =>
    found.rows.map(({ metric, unit, key, printed, now, because }) => [
      metric,
      unit?.name ?? key ?? '∑',
      told(printed),
      told(now),
      because.map(({ project, type, on }) => `${project.code} ${type} ${on}`).join('; '),
    ]),
  );
};
