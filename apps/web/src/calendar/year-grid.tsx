import { useWords } from '../words/words.ts';
import type { DayKind } from './calendar-notice.ts';

const pad = (number: number): string => String(number).padStart(2, '0');

/** A month as a table of weeks from Monday on. */
const Month = ({ year, month, days }: { year: number; month: number; days: ReadonlyMap<string, DayKind> }) => {
  const { t, language } = useWords();
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const first = new Date(Date.UTC(year, month, 1));
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const weeks = Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, weekday) => week * 7 + weekday - before + 1),
  );
  return (
    <table className="month">
      <caption>{first.toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' })}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => (
            <th key={index} scope="col">
              {new Date(Date.UTC(2024, 0, index + 1)).toLocaleDateString(locale, {
                weekday: 'narrow',
                timeZone: 'UTC',
              })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((number, weekday) => {
              if (number < 1 || number > length) return <td key={weekday} />;
              const kind = days.get(`${year}-${pad(month + 1)}-${pad(number)}`);
              const [style, word, title] =
                kind === undefined
                  ? [weekday > 4 ? 'weekend' : '', '', '']
                  : 'off' in kind
                    ? ['off', t('dayOff'), kind.off]
                    : ['worked', t('workedDay'), t('workedDays')];
              return (
                <td key={weekday} className={style} title={title}>
                  {number}
                  {word && <small>{word}</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A year as twelve months: days off and make-up workdays coloured, and worded beside the number. */
export const YearGrid = ({ year, days }: { year: number; days: ReadonlyMap<string, DayKind> }) => (
  <div className="year" data-testid="year">
    {Array.from({ length: 12 }, (_, month) => (
      <Month key={month} year={year} month={month} days={days} />
    ))}
  </div>
);
