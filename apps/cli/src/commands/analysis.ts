import { DICTIONARY, readCommand } from '#domain';
import { dwell, FiguresQuery, forecast, funnel, OPERATOR, upToDate, type OpenOffice } from '#office';
import type { Options } from '../output.ts';
import { print, shown } from './figure-words.ts';

export const tellDwell = async (office: OpenOffice, asked: object, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await dwell(office, OPERATOR, readCommand(FiguresQuery, asked));
  const head =
    options.lang === 'zh'
      ? ['阶段', '次数', '中位数（天）', '九成不超过', '最长', '仍在']
      : ['phase', 'stays', 'median (days)', 'p90', 'longest', 'still there'];
  print(options, found, () => [
    head,
    ...found.rows.map(({ label, count, median, p90, longest, stillThere }) => [
      label[options.lang],
      ...[count, median, p90, longest, stillThere].map(String),
    ]),
  ]);
};

export const tellFunnel = async (office: OpenOffice, asked: object, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await funnel(office, OPERATOR, readCommand(FiguresQuery, asked));
  print(options, found, () => [
    [found.period, ...found.total.stages.map(({ stage }) => DICTIONARY.funnelStages[stage][options.lang])],
    ...[...found.rows, found.total].map(({ cohort, stages }) => [
      cohort,
      ...stages.map(({ count, ofFirst }) => `${count}${ofFirst === null ? '' : ` (${shown(ofFirst)})`}`),
    ]),
  ]);
};

export const tellForecast = async (office: OpenOffice, asked: object, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await forecast(office, OPERATOR, readCommand(FiguresQuery, asked), null);
  print(options, found, () => [
    ...found.rows.map(({ month, count, amount }) => [month, String(count), shown(amount), '']),
    ...found.projects.map(({ project, expected, reason }) => [
      project.code,
      project.name,
      expected ?? '—',
      found.reasons[reason][options.lang],
    ]),
  ]);
};
