import { readDay } from '../cells/days.ts';
import { clean } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import { keep, type Making } from './making.ts';

const SAYS_WHEN =
  /^(?:是|有|√|已(?:正式|经)?(?:签约|开工|动工|入库|纳统|入统|终止|退出|解约)?)[\s(:,]*((?:19|20)?\d{2}[\d.\-/年月日]{2,})\)?$/;
const DAY_OF: readonly (readonly [FieldName, FieldName])[] = [
  ['saidSigned', 'signedOn'],
  ['saidStarted', 'startOn'],
  ['saidEntered', 'enteredOn'],
  ['saidEnded', 'endedOn'],
];

/** 是（2026.11.18） under 是否开工 is the day of the start, where no column tells it. */
export const daysInFlags = (making: Making): void => {
  const { told, around } = making;
  for (const [said, day] of DAY_OF) {
    const [, words] = SAYS_WHEN.exec(clean(told.shown[said] ?? '')) ?? [];
    const column = around.layout.columns.find(({ field }) => field === said);
    if (words === undefined || column === undefined || told.shown[day] !== undefined) continue;
    const reading = readDay({ kind: 'text', text: words }, { date1904: false, plan: false, year: null, asOf: null });
    if (reading.is !== 'value' || reading.value.date > around.today) continue;
    told.days[day] = { date: reading.value.date, month: reading.value.known !== 'day' };
    told.from[day] = column.column;
    keep(making, column.header, told.shown[said]!);
  }
};
