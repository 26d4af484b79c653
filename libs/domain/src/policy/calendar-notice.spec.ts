import { publishCalendar } from './calendar-notice.ts';
import { calendarOfRows } from './calendar-rows.ts';

const notice = (change: object = {}) => ({
  year: 2027,
  off: { 元旦: ['2027-01-01'] },
  worked: ['2027-01-09'],
  ...change,
});

it.each<[string, object, object]>([
  [
    'a day and a span',
    notice({ off: { 元旦: ['2027-01-01', '2027-01-02..2027-01-03'] } }),
    notice({ off: { 元旦: ['2027-01-01', '2027-01-02..2027-01-03'] } }),
  ],
  [
    'a span of one day',
    notice({ off: { 元旦: ['2027-01-01..2027-01-01'] } }),
    notice({ off: { 元旦: ['2027-01-01..2027-01-01'] } }),
  ],
  ['days that no festival is named for', notice({ off: ['2027-01-01'] }), notice({ off: { 假日: ['2027-01-01'] } })],
  [
    'days at the turn of the year before and after',
    notice({ worked: ['2026-12-31', '2028-01-01'] }),
    notice({ worked: ['2026-12-31', '2028-01-01'] }),
  ],
  [
    'the number of the notice',
    notice({ notice: '国办发明电〔2026〕1号' }),
    notice({ notice: '国办发明电〔2026〕1号' }),
  ],
  [
    'two hundred days off',
    notice({ off: ['2027-01-01..2027-07-19'] }),
    notice({ off: { 假日: ['2027-01-01..2027-07-19'] } }),
  ],
  ['the first year that there is', { year: 1950, off: {}, worked: [] }, { year: 1950, off: {}, worked: [] }],
  ['the last year that there is', { year: 2200, off: {}, worked: [] }, { year: 2200, off: {}, worked: [] }],
])('a notice may name %s', (_what, file, read) => expect(publishCalendar(file)).toEqual(read));
it('a notice without a number names none', () =>
  expect(publishCalendar(notice({ notice: 7 }))).not.toHaveProperty('notice'));

it.each<[string, unknown]>([
  ['calendar', null],
  ['calendar', '2027'],
  ['year', notice({ year: '2027' })],
  ['year', notice({ year: 2027.5 })],
  ['year', notice({ year: 1949 })],
  ['year', notice({ year: 2201 })],
  ['off', notice({ off: undefined })],
  ['off', notice({ off: '2027-01-01' })],
  ['off.元旦', notice({ off: { 元旦: '2027-01-01' } })],
  ['off.元旦.1', notice({ off: { 元旦: ['2027-01-01', '2027-02-30'] } })],
  ['off.元旦.0', notice({ off: { 元旦: ['2027-01-03..2027-01-01'] } })],
  ['off.元旦.0', notice({ off: { 元旦: ['2027-01-01..2027-01-02..2027-01-03'] } })],
  ['off.元旦.0', notice({ off: { 元旦: [20270101] } })],
  ['off.假日.0', notice({ off: [''] })],
  ['worked', notice({ worked: undefined })],
  ['worked.0', notice({ worked: ['2025-12-31'] })],
  ['worked.0', notice({ worked: ['2029-01-01'] })],
  ['worked.0', notice({ worked: ['2027-01-01..2029-01-01'] })],
  ['off', notice({ off: ['2027-01-01..2027-07-20'] })],
  ['off', notice({ off: { 一: ['2027-01-01..2027-04-30'], 二: ['2027-06-01..2027-09-30'] } })],
  ['worked', notice({ worked: ['2027-01-01..2027-07-20'] })],
])('at %s a notice is refused: %j', (field, file) =>
  expect(() => publishCalendar(file)).toThrow(expect.objectContaining({ code: 'calendar-invalid', field })),
);

const row = (at: number, date: string, kind: string, name = '') => ({ row: at, date, kind, name });
it('a table is read by the words of its kinds, and its days stand under their festival', () => {
  const off = ['off', 'Holiday', 'rest', '休', '休息', '放假', '假', '假日', '节假日', '法定节假日'];
  const table = off.map((kind, index) => row(index + 2, `2027-01-1${index}`, kind, index < 2 ? '春节' : ''));
  const days = table.map(({ date }) => date);
  expect(calendarOfRows(table).off).toEqual({ 春节: days.slice(0, 2), 假日: days.slice(2) });
  const worked = ['worked', 'WORK', 'workday', '班', '上班', '补班', '调休上班', '调休补班', '工作日'];
  const saturdays = ['02', '09', '16', '23', '30'].map((day) => `2027-01-${day}`);
  const sundays = ['03', '10', '17', '24'].map((day) => `2027-01-${day}`);
  const weekends = [...saturdays, ...sundays];
  expect(calendarOfRows(worked.map((kind, index) => row(index + 2, weekends[index]!, kind))).worked).toEqual(weekends);
});
it.each<[string, Parameters<typeof calendarOfRows>[0]]>([
  ['row 3', [row(2, '2027-01-01', '休'), row(3, '2027-13-01', '休')]],
  ['row 3', [row(2, '2027-01-01', '休'), row(3, '2027-01-01', '休')]],
  ['row 2', [row(2, '2027-01-01', '班')]], // a Friday
  ['row 2', [row(2, '2027-01-01', '不休')]],
  ['row 2', [row(2, '2027-01-01', '休息日')]],
  ['row 2', [row(2, '2027-01-02', '加班')]],
  ['row 2', [row(2, '2027-01-02', '班次')]],
  ['rows', []],
])('at %s a table is refused', (field, rows) =>
  expect(() => calendarOfRows(rows)).toThrow(expect.objectContaining({ code: 'calendar-invalid', field })),
);
