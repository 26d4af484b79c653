import { simplified } from '../cells/simplified.ts';
import { clean, isEmpty } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import { isVague } from '../columns/match.ts';
import type { Cell, Row } from '../files/sheet.ts';

/** Why a row is no data. */
export type Passing = 'total' | 'note' | 'section' | 'header' | 'example' | 'letters';

const TOTAL =
  /^.{0,12}(小计|合计|总计|共计|累计)[:]?(共?\d+(个|家|项|宗|户|笔)?(项目)?)?([(][^)]{0,20}[)]?)?[:]?$|^(本页|全[区县市]|各单位)?(汇总|总和|小結|总数)[:]?$|^共\d+(个|家|项)?|^\d+(个|家|项|宗|户|笔)(项目)?$/;
const NOTE =
  /^[（(【]?(说明|注|备注|填表|填报|审核|制表|编制|负责人|联系人|联系电话|填表人|单位负责人|统计|数据截至|截至|数据来源|资料来源|审批|报送|附)[^\s]{0,8}[:：]|^注[:：\d]|^\*|^※/;
const SECTION = /^[（(]?[一二三四五六七八九十]+[、.．)）]|^第[一二三四五六七八九十]+(部分|章|类|批)|^【[^】]{2,20}】$/;
const TITLE = /(一览表|明细表?|统计表|汇总表|情况表|台账|清单)([(][^)]{0,20}[)])?$/; // of a table further down
const NUMERAL = /^[（(]?[一二三四五六七八九十]+[)）]?[、.．]?$/;
const FIGURES = /^[-−]?\d[\d,，.]*((亿|万)?元?|[%％])$|^\d+(个|家|项|宗|户)$/;
const SIGNS = /[:：]$|签字|签章|签名|盖章|^(数据|资料)来源/; // a line to be signed
const NUMBERED = /^[（(]?\d{1,2}[)）、.．]\D/; // 2、签约日期以合同为准, under a note
const COUNTED = /^.{1,20}[(]共?\d+(个|家|项|宗)[^)]{0,12}[)]$/; // 高新区（3个）
const UNIT_NOTE = /^[(]?(金额|计量|货币)?单位[:：]?.{1,20}$|^[(](亿|千万|百万|万|千)?[美欧港日]?元[)]$/;
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const HINT =
  /^[(【]?(必填|选填|可选|文本|数字|日期|数值|整数|小数|下拉|单选|多选|格式|自动生成|填写|请填|请选|不填|yyyy)/i;
const EXAMPLE = /^[(【]?(示例|样例|范例|例子|例|填写示例|举例)[)】:]?$|^例[:].+/;

const own = ({ cells }: Row): readonly (Cell | undefined)[] =>
  cells.map((cell) => (cell === undefined || cell.merged === 'covered' || clean(cell.text) === '' ? undefined : cell));

/** How far a line of letters has come: 甲乙丙, 123, ABC. */
interface Lettered {
  stem: number;
  number: number;
  latin: number;
}

/** Whether a mark goes on where its kind left off; then it is counted. */
const goesOn = (so: Lettered, mark: string): boolean => {
  if (mark === STEMS[so.stem]) so.stem += 1;
  else if (/^\d+$/.test(mark) && (Number(mark) === so.number + 1 || (so.number === 0 && mark === '0')))
    so.number = Number(mark);
  else if (/^[A-Z]$/.test(mark) && mark.charCodeAt(0) === 65 + so.latin) so.latin += 1;
  else return false;
  return true;
};

/** The line 甲 乙 丙 1 2 3 of statistical forms, or the columns' numbers alone. */
const isLetters = (texts: readonly string[]): boolean => {
  const so: Lettered = { stem: 0, number: 0, latin: 0 };
  if (!texts.every((text) => goesOn(so, text.replace(/^[(]|[)]$/g, '')))) return false;
  const { stem, number, latin } = so;
  return stem >= 2 || latin >= 3 || (stem + latin === 0 && number >= 4) || (stem === 1 && number >= 2);
};

/** Cells that say what to fill in, or call their row an example. */
const isExample = (words: readonly string[]): boolean => {
  const hints = words.filter((text) => HINT.test(text)).length;
  return (hints >= 2 && hints * 2 >= words.length) || words.slice(0, 2).some((text) => EXAMPLE.test(text));
};

/** A header printed again, or the row right under it that repeats names, says what to fill in, or calls itself an example. */
const repeats = (row: Row, layout: Layout): Passing | null => {
  const same = layout.headers.filter(({ column, text }) => {
    const cell = row.cells[column];
    return cell !== undefined && clean(cell.text).replace(/\s/g, '') === clean(text).replace(/\s/g, '');
  });
  const first = row.number === layout.firstData;
  const words = own(row).flatMap((cell) => (cell === undefined ? [] : [clean(cell.text)]));
  if (first && words.length >= 2 && words.every(isVague)) return 'header'; // 时间, 时间: the lowest line of the heads
  const names = same.some(({ column }) => layout.columns.some((one) => one.column === column && one.field === 'name'));
  if (same.length >= 3 && same.length * 2 >= layout.headers.length) return first ? 'example' : 'header';
  if (first && names && same.length >= 2) return 'example';
  return isExample(words) ? 'example' : null;
};

const LEADING: ReadonlySet<FieldName> = new Set<FieldName>([
  'sequence',
  'code',
  'name',
  'region',
  'unit',
  'voucher',
  'investor',
  'arrivedOn',
  'progressOn',
  'receivedOn',
  'signedOn',
]);
/** What only a thing of its own has: a row with one of these is no total, whatever words its name holds. */
const OWN: readonly FieldName[] = ['code', 'nationalCode', 'contractNo', 'investor', 'creditCode', 'voucher'];
const PART = /^其中[:]?.{0,20}$/; // 其中：亿元以上项目 2个
const COUNT = /^共?\d+(个|家|项|户|笔|宗|条)$/; // how many there are, beside a total
const isDay = (field: FieldName): boolean => field.endsWith('On') || field === 'agreedStart';
/** Whether a column tells what only a thing of its own has. */
export const isOfItsOwn = (field: FieldName): boolean => OWN.includes(field) || isDay(field);

/** Totals are known by their shape: a word for them where a name would stand, and nothing of their own beside the sums. */
const isTotal = (row: Row, layout: Layout): boolean => {
  const cells = own(row);
  const plain = (cell: Cell | undefined): string =>
    isEmpty(cell) ? '' : simplified(clean(cell!.text)).replace(/\s|^[(【[]|[)】\]]$/g, '');
  const said = (wanted: (field: FieldName) => boolean): readonly string[] =>
    layout.columns.filter(({ field }) => wanted(field)).map(({ column }) => plain(cells[column]));
  const first = cells.findIndex((cell) => cell !== undefined);
  const nameless = said((field) => field === 'name').every((text) => text === '');
  const words = nameless ? cells.map(plain) : [plain(cells[first]), ...said((field) => LEADING.has(field))];
  if (!words.some((text) => TOTAL.test(text) || (layout.kind !== 'targets' && PART.test(text)))) return false;
  const theirs = said(isOfItsOwn).filter((text) => text !== '' && !TOTAL.test(text) && !COUNT.test(text));
  return theirs.length === 0;
};

/** A line of a list that counts 1, 2, 3 and gives this one no such number: 一, or nothing. */
const isUncounted = ({ cells }: Row, { columns, counted }: Layout): boolean =>
  counted === true &&
  columns.some(({ field, column }) => field === 'sequence' && !/^\d+$/.test(clean(cells[column]?.text ?? '')));

/** A section with the sums of its rows: 一 | 工业 | 4.5, or 工业项目（2个） | 4.5, and nothing of what a thing of its own has, where the table has columns for it or counts its lines. */
const isSection = (row: Row, layout: Layout, texts: readonly string[]): boolean => {
  const [first, ...others] = texts as [string, ...string[]];
  const numeral = NUMERAL.test(first);
  if ((!numeral && !SECTION.test(first) && !COUNTED.test(first)) || others.length === 0) return false;
  const things = layout.columns.filter(({ field }) => isOfItsOwn(field));
  if (things.some(({ column }) => !isEmpty(row.cells[column]))) return false;
  if (things.length < 2 && !isUncounted(row, layout)) return false;
  return others.filter((text) => !FIGURES.test(text)).length <= (numeral ? 1 : 0);
};

/** Whether a cell is merged over three columns or more: a title. */
const isSpread = ({ cells }: Row, at: number): boolean =>
  cells[at]?.merged === 'master' && cells.filter((one) => one?.merged === 'covered').length >= 2;

/** What a line with one text in it is: a section, a note, or null for a row that says no more. */
const isAlone = (row: Row, layout: Layout, text: string): Passing | null => {
  if (SECTION.test(text) || COUNTED.test(text) || TITLE.test(text)) return 'section';
  if (NOTE.test(text) || text.length > 60 || /[。；;]$/.test(text)) return 'note';
  const at = row.cells.findIndex((one) => one !== undefined && one.merged !== 'covered');
  if (isSpread(row, at)) return 'section';
  const column = layout.columns.find((one) => one.column === at);
  if (column === undefined) return 'note';
  return column.field === 'sequence' && !/^\d+$/.test(text) ? 'section' : null;
};

const isNote = (row: Row, layout: Layout, texts: readonly string[], after: Passing | null): Passing | null => {
  if (texts.every((text) => UNIT_NOTE.test(text))) return 'note';
  if (isSection(row, layout, texts)) return 'section';
  if (texts.length <= 3 && texts.every((text) => SIGNS.test(text))) return 'note';
  if (texts.length === 1)
    return after === 'note' && NUMBERED.test(texts[0]!) ? 'note' : isAlone(row, layout, texts[0]!);
  if (SECTION.test(texts[0]!) && texts.slice(1).every((text) => UNIT_NOTE.test(text))) return 'section';
  return texts.length <= 3 && NOTE.test(texts[0]!) ? 'note' : null;
};

/** Why a row is no data (`after`: why the one before was none), or null where it is: totals, notes beside the table, section titles, headers and examples printed again, the line of letters. */
export const passedOver = (row: Row, layout: Layout, after: Passing | null = null): Passing | null => {
  const texts = own(row).flatMap((cell) => (cell === undefined ? [] : [simplified(clean(cell.text))]));
  if (row.number <= layout.firstData + 1 && texts.length >= 3 && isLetters(texts)) return 'letters';
  const again = repeats(row, layout);
  if (again !== null) return again;
  if (isTotal(row, layout)) return 'total';
  return isNote(row, layout, texts, after);
};

/** Whether a row lies below the header, above the next table, and says something: blank rows are not rows. */
export const isBelow = ({ number, cells }: Row, { firstData, lastData }: Layout): boolean =>
  number >= firstData &&
  number <= lastData &&
  cells.some((cell) => cell !== undefined && cell.merged !== 'covered' && clean(cell.text) !== '');
