import { firmsIn, peopleIn, unitIn } from '../cells/holders.ts';
import { clean, cleanName, isEmpty, readFlag, readText } from '../cells/text.ts';
import type { Reading } from '../cells/reading.ts';
import { natureOf, type FieldName } from '../columns/field-names.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell } from '../files/sheet.ts';
import type { FindingCode } from '../judge/findings.ts';
import { keep, note, type Making } from './making.ts';

type Unread = Extract<Reading<never>, { is: 'not-understood' }>;

const NAMING: ReadonlySet<FieldName> = new Set<FieldName>(['name', 'code', 'contractNo']); // by which a row is known
const SAYING_NO: ReadonlySet<FieldName> = new Set<FieldName>(['screenResult', 'certified', 'saidSigned']); // 无, 未签约: an answer there

export const wordsIn = (making: Making, { column, field, header }: Mapped, cell: Cell): void => {
  const reading = readText(cell);
  if (reading.is === 'value') namesIn(making, { field, header }, cell, reading.value);
  else if (reading.is === 'not-understood') unreadIn(making, { column, field, header }, cell, reading);
  else if (SAYING_NO.has(field) && reading.said !== null) making.told.text[field] = reading.said;
};

/** Why words were not understood, as a finding: an error where the row is named, a number of which the end is lost. */
const wordsFinding = (field: FieldName, { why }: Unread): FindingCode => {
  if (why === 'error' && NAMING.has(field)) return 'error-cell';
  return why === 'digits-lost' && natureOf(field) === 'id' ? 'digits-lost' : 'not-understood';
};

/** Words that were not understood are kept as they show, and said; a picture is told with its sheet. */
const unreadIn = (
  making: Making,
  { column, field, header }: Pick<Mapped, 'column' | 'field' | 'header'>,
  cell: Cell,
  reading: Unread,
): void => {
  if (reading.why === 'picture') return;
  keep(making, header, reading.shown || cell.text);
  note(making, wordsFinding(field, reading), field, column, cell.text);
};

/** Whether the row has a cell of its own for the liaison, and somebody in it. */
const tellsLiaison = ({ around, row }: Making): boolean =>
  around.layout.columns.some(({ field, column }) => field === 'liaison' && !isEmpty(row.cells[column]));

const WITH_CONTENT = /及.{0,6}(内容|简介|概况|规模)/;
/** 项目名称及建设内容: the name ends with its line, or where the sentence on what is built begins. */
const nameIn = (header: string, { text }: Cell): string | null => {
  if (!WITH_CONTENT.test(header)) return null;
  const [name = ''] = text.trim().split(/[\r\n：:。；;]|[，,](?=主要|年产|占地|总投资|拟|建设|新建|规划)/);
  return cleanName(name) === '' ? null : cleanName(name);
};

/** The unit that holds the project; whom the same cell names beside it is the liaison where no other cell tells one. */
const holderIn = (making: Making, header: string, cell: Cell): void => {
  const { text } = making.told;
  const { unit, person } = unitIn(cell.text, header, making.around.units);
  text.unit = unit;
  if (person !== null && !tellsLiaison(making)) text.liaison ??= person;
};

/** The number of a line before its name, 1.甲项目, ③乙项目: another one next month. */
const COUNTED = /^(\d{1,3}[.、．)）]|[①-⑳])\s*(?=[\u4E00-\u9FFF“])/;
const uncounted = (field: FieldName, text: string): string => (field === 'name' ? text.replace(COUNTED, '') : text);

/** Words as they stand; of several holders in one cell the first, or all who can be, and the cell as written beside them. */
const namesIn = (
  making: Making,
  { field, header }: Pick<Mapped, 'field' | 'header'>,
  cell: Cell,
  value: string,
): void => {
  const { text } = making.told;
  text[field] = value;
  if (field === 'name') text.name = uncounted(field, nameIn(header, cell) ?? value);
  else if (field === 'investor') text.investor = firmsIn(cell.text);
  else if (field === 'leader' || field === 'steward') text[field] = peopleIn(cell.text)[0] ?? value;
  else if (field === 'liaison') text.liaison = peopleIn(cell.text).join('、') || value;
  else if (field === 'unit') holderIn(making, header, cell);
  const same =
    field === 'investor' || clean(text[field]) === clean(uncounted(field, value)).replace(/[/,，;；]/g, '、');
  if (!same) keep(making, header, value);
};

/** A column of yes and no is a tag where it says yes; other words are kept. */
export const tagIn = (making: Making, { header }: Mapped, cell: Cell): void => {
  const flag = readFlag(cell.text);
  if (flag === true)
    making.told.tags.push(
      clean(header)
        .replace(/^是否(为|属于|是)?/, '')
        .slice(0, 50),
    );
  else if (flag === null) keep(making, header, cell.text);
};
