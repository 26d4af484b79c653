import { publishCalendar, type CalendarYear } from '#domain';
import { readCalendar } from '#imports';
import { replayCalendars, upToDate, type OpenOffice } from '#office';
import { readJson } from '../json-file.ts';
import { answer, Refused, type Options } from '../output.ts';
import { giveRules } from './policy.ts';
import { showReplayOf, type ReplayOptions } from './replay.ts';

/** A notice as JSON (one year or a list of years) or as a table in csv or xlsx (one year). Throws Refused and Rejected. */
const readCalendars = async (file: string): Promise<readonly CalendarYear[]> => {
  if (/\.(csv|xlsx)$/i.test(file)) return [await readCalendar(file)];
  const given = await readJson(file);
  const years = (Array.isArray(given) ? given : [given]).map((one): CalendarYear => publishCalendar(one));
  if (years.length === 0)
    throw new Refused(
      'calendar-invalid',
      { zh: '文件里没有任何年份。', en: 'The file holds no year.' },
      { field: 'file' },
    );
  return years;
};

export const importCalendar = async (office: OpenOffice, file: string, options: Options): Promise<void> => {
  const years = await readCalendars(file);
  await upToDate(office);
  const known = (await office.rules()).calendar;
  await giveRules(office, { type: 'PublishCalendars', years });
  const outcome = {
    years: years.map(({ year, notice }) => ({ year, notice: notice ?? null, replaced: known.years.has(year) })),
  };
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `${outcome.years.map(({ year, replaced }) => `${year}${replaced ? ' (replaced)' : ''}`).join(', ')}\n`,
    );
};

/** Deadlines, notices and colours that a notice would move; nothing is published. */
export const replayCalendar = async (
  office: OpenOffice,
  file: string,
  asked: ReplayOptions,
  options: Options,
): Promise<void> => {
  await showReplayOf(office, replayCalendars, { years: await readCalendars(file) }, asked, options);
};
