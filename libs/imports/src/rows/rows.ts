import { clean } from '../cells/text.ts';
import type { Layout } from '../columns/layout.ts';
import type { Row } from '../files/workbook.ts';

const TOTAL =
  /^[（(【]?(中间|本页|分|单位|区域|全[区县市]|各[^\s]{0,4}|.{0,12}?)?(小计|合计|总计|共计|累计|汇总|总和|小結)[)）】]?[:：]?/;
const NOTE =
  /^[（(【]?(说明|注|备注|填表|填报|审核|制表|编制|负责人|联系人|联系电话|填表人|单位负责人|统计|数据截至|截至|审批|报送|备 注|附)[^\s]{0,8}[:：]|^注[:：\d]|^\*|^※/;
const SECTION = /^[（(]?[一二三四五六七八九十]+[、.．)）]|^第[一二三四五六七八九十]+(部分|章|类|批)/;

type Passing = 'total' | 'note' | 'section' | 'header' | null;

/** Why a row is no data, or null where it is: totals, notes beside the table, section titles, a header printed again. */
export const passedOver = (row: Row, layout: Layout): Passing => {
  const own = row.cells.map((cell) => (cell === undefined || cell.merged === 'covered' ? '' : clean(cell.text)));
  const filled = own.filter((text) => text !== '');
  if (filled.length === 0) return 'note'; // only what a merged block above repeats
  const words = row.cells.flatMap((cell) => (cell?.kind === 'text' ? [clean(cell.text)] : []));
  const leading = layout.columns
    .filter(({ field }) =>
      ['sequence', 'code', 'name', 'region', 'unit', 'voucher', 'investor', 'arrivedOn', 'progressOn'].includes(field),
    )
    .map(({ column }) => column);
  const firstTexts = [...new Set([row.cells.findIndex((cell) => cell !== undefined), ...leading])].flatMap((column) => {
    const cell = row.cells[column];
    return cell?.kind === 'text' && cell.merged !== 'covered' ? [clean(cell.text)] : [];
  });
  const named = layout.columns.find(({ field }) => field === 'name');
  const nameText = named === undefined ? '' : (own[named.column] ?? '');
  if (firstTexts.some((text) => TOTAL.test(text) && text.length <= 20) && !/项目$/.test(nameText.replace(TOTAL, '')))
    return 'total';
  const same = layout.headers.filter(
    ({ column, text }) => row.cells[column] !== undefined && clean(row.cells[column]!.text) === clean(text),
  ).length;
  if (same >= 3 && same >= layout.headers.length * 0.5) return 'header';
  if (filled.length === 1) {
    const text = filled[0]!;
    if (NOTE.test(text) || SECTION.test(text) || text.length > 40 || /[。；]$/.test(text))
      return SECTION.test(text) ? 'section' : 'note';
    const cell = row.cells.find((one) => one !== undefined && one.merged !== 'covered');
    const spread = row.cells.filter((one) => one?.merged === 'covered').length;
    if (cell?.merged === 'master' && spread >= 2) return 'section';
    const at = row.cells.findIndex((one) => one !== undefined && one.merged !== 'covered');
    if (!layout.columns.some(({ column, field }) => column === at && ['name', 'code'].includes(field)))
      return layout.columns.some(({ column }) => column === at) ? null : 'note';
  }
  if (filled.length <= 2 && words.some((word) => NOTE.test(word))) return 'note';
  return null;
};

/** Whether a row lies below the header and says something: blank rows are not rows. */
export const isBelow = ({ number, cells }: Row, { firstData }: Layout): boolean =>
  number >= firstData &&
  cells.some((cell) => cell !== undefined && cell.merged !== 'covered' && clean(cell.text) !== '');
