import { layoutOfLines, linesOf } from '../../../../test/imports/lines.ts';
import { isBelow, isOfItsOwn, passedOver, type Passing } from './passing.ts';

const HEADS = '序号|项目名称|投资方|责任单位|签约日期|合同额（万元）|备注';
const LEDGER = layoutOfLines(
  '台账',
  HEADS,
  '1|轴承项目|甲公司|一科|2023-03-15|5000|',
  '2|仓储项目|乙公司|二科|2023-04-15|600|',
);
const FIRST = 2; // row of data
/** What a line far below the head of this ledger is. */
const lineIs = (line: string, after: Passing | null = null, layout = LEDGER, number = 9): Passing | null =>
  passedOver({ ...linesOf(line)[0]!, number }, layout, after);

it.each([
  ['合计|||||5600|'],
  ['|合计||||5600|'],
  ['|共计（2个）||||5600|'],
  ['|总计：||||5600|'],
  ['|合 计||||5600|'],
  ['|【合计】||||5600|'],
  ['|（小计）||||5600|'],
  ['|合計||||5600|'],
  ['|工业项目小计||||5600|'],
  ['|累计12个项目||||5600|'],
  ['|共12个||||5600|'],
  ['|2个项目||||5600|'],
  ['|全县汇总||||5600|'],
  ['|本页总数||||5600|'],
  ['|||合计||5600|'],
  ['||||合计|5600|'],
  ['|||||5600|合计'],
  ['3|重点项目||合计||5600|'],
  ['|合计|2个|||5600|'],
  ['|合计|合计|合计|合计|5600|'],
  ['|其中：亿元以上项目||||5600|'],
  ['|其中亿元以上||||5600|'],
])('%s is a total', (line) => expect(lineIs(line)).toBe('total'));

it.each([
  ['a project that is named so', '3|合计科技园项目|丙公司|一科|2023-05-15|700|'],
  ['what has a party of its own', '|合计|丙公司|||700|'],
  ['what has a day of its own', '|合计|||2023-05-15|700|'],
  ['a project whose remark speaks of one', '3|冷链项目||一科||700|合计'],
  ['a name over twelve signs that ends so', '3|东湖区高端装备制造产业园合计|丙公司|一科|2023-05-15|700|'],
  ['a name that begins with a count', '3|2个项目部改造|丙公司|一科|2023-05-15|700|'],
  ['a project of which only the name is told', '3|冷链项目|||||'],
])('%s is none', (_what, line) => expect(lineIs(line)).toBeNull());

it('a part of a target is a target', () => {
  const targets = layoutOfLines(
    '目标',
    '责任单位|2026年签约额目标（亿元）|到位资金目标（亿元）',
    '一科|5|2',
    '二科|6|3',
  );
  expect([targets.kind, lineIs('其中：高新区|3|1', null, targets), lineIs('合计|11|5', null, targets)]).toEqual([
    'targets',
    null,
    'total',
  ]);
});

it.each([
  ['a section', '一、工业项目||||||', 'section'],
  ['a section in brackets', '（二）农业项目||||||', 'section'],
  ['a section behind a bracket', '三）农业项目||||||', 'section'],
  ['a part', '第一部分||||||', 'section'],
  ['a part of a kind', '第十二类||||||', 'section'],
  ['a name between brackets of its own', '【东湖区】||||||', 'section'],
  ['a counted group', '高新区（3个）||||||', 'section'],
  ['a counted group among words', '|高新区(共12个项目)|||||', 'section'],
  ['the title of another table', '|在谈项目一览表|||||', 'section'],
  ['the title of another table, and its unit', '|签约项目明细（万元）|||||', 'section'],
  ['a note', '注：金额以合同为准||||||', 'note'],
  ['a note in brackets', '（说明：金额以合同为准）||||||', 'note'],
  ['a note under a star', '*金额以合同为准||||||', 'note'],
  ['a numbered note', '注1金额以合同为准||||||', 'note'],
  ['a sentence', '|本表由各单位填报。|||||', 'note'],
  ['a clause', '|本表由各单位填报；|||||', 'note'],
  ['a long line', `|${'长'.repeat(61)}|||||`, 'note'],
  ['words beside the table', '|||||||||某某科', 'note'],
  ['a word in the column of numbers', '工业||||||', 'section'],
  ['a number in the column of numbers', '12||||||', null],
  ['a name alone', '|冷链项目|||||', null],
  ['a long name', `|${'长'.repeat(60)}|||||`, null],
  ['a note on the unit', '|||||单位：万元|', 'note'],
  ['a note on the unit beside its words', '||||单位|（万元）|', null],
  ['two notes on the unit', '||||金额单位：万元|（万美元）|', 'note'],
  ['a section with its unit', '一、工业项目|||||单位：万元|', 'section'],
  ['a section with other words', '一、工业项目|丙公司|||||', null],
  ['a section with other words and its unit', '一、工业项目||丙公司|||单位：万元|', null],
  ['a name of two clauses', '|二期；扩建|||||', null],
  ['words that begin with a number, in its column', '12号||||||', 'section'],
  ['words that end with a number, in its column', 'A12||||||', 'section'],
  ['lines to be signed', '制表人：||审核人：|||负责人签字|', 'note'],
  ['lines to be signed without a word for a note', '局长签字||科长签字|||经办人签字|', 'note'],
  ['a line to be signed beside a party', '局长签字||丙公司||||', null],
  ['a note beside other words', '制表人：||丙公司|||一科|', 'note'],
  ['more than three of them', '制表人：|审核人：|联系人：|负责人签字|||', null],
  ['where the data is from', '数据来源市统计局|||盖章|||', 'note'],
])('%s: %s is %s', (_what, line, is) => expect(lineIs(line)).toBe(is));

it('a title merged over the table is a section, one over two columns a name', () => {
  expect(lineIs('|工业项目|<|<|||')).toBe('section');
  expect(lineIs('|工业项目|<||||')).toBeNull();
});

it('a total is one in any column before the names', () => {
  const kinds = layoutOfLines('台账', '类别|项目名称|投资方|签约日期|合同额（万元）', '工业|轴承|甲公司|2023-03-15|5');
  expect([lineIs('合计|3个重点项目|||5', null, kinds), lineIs('工业|合计项目|||5', null, kinds)]).toEqual([
    'total',
    null,
  ]);
});

it('what is numbered under a note goes on with it; elsewhere it may be a name', () => {
  const line = '|2、签约日期以合同为准|||||';
  expect([lineIs(line, 'note'), lineIs(line, 'section'), lineIs(line), lineIs('|冷链项目|||||', 'note')]).toEqual([
    'note',
    null,
    null,
    null,
  ]);
});

it.each([
  ['a numeral, a name and a sum', '一|工业项目||||4500|', 'section'],
  ['a numeral in brackets', '（二）|工业项目||||4500|', 'section'],
  ['a name with its numeral', '一、工业项目|||||4500|', 'section'],
  ['a counted name', '|工业项目（2个）||||4500|', 'section'],
  ['a counted name, a share', '|工业项目（2个）||||4500|12.5%', 'section'],
  ['a counted name, a sum with its unit', '|工业项目（2个）||||4,500万元|3个', 'section'],
  ['more than one word beside a numeral', '一|工业项目||||4500|重点', null],
  ['a word beside a counted name', '|工业项目（2个）||||4500|重点', null],
  ['a party of its own', '一|工业项目|丙公司|||4500|', null],
  ['a day of its own', '一|工业项目|||2023-05-15|4500|', null],
  ['a party instead of a name', '一||丙公司|||4500|', null],
  ['a name that is not counted', '|工业项目||||4500|', null],
  ['a number', '3|工业项目||||4500|', null],
])('a section with its sums: %s: %s', (_what, line, is) => expect(lineIs(line)).toBe(is));

it('where the table tells little that is a thing’s own, a line without a number is a section only if the others are counted', () => {
  const few = layoutOfLines(
    '台账',
    '序号|项目名称|合同额（万元）|签约日期',
    '1|轴承|5|2023-03-15',
    '2|仓储|6|2023-03-16',
  );
  const uncounted = layoutOfLines('台账', '项目名称|合同额（万元）|签约日期', '轴承|5|2023-03-15', '仓储|6|2023-03-16');
  const telling = layoutOfLines('台账', '项目名称|投资方|签约日期|合同额（万元）', '轴承|甲公司|2023-03-15|5');
  const numerals = layoutOfLines(
    '台账',
    '序号|项目名称|合同额（万元）|签约日期',
    '一|轴承|5|2023-03-15',
    '二|仓储|6|2023-03-16',
  );
  expect([
    few.counted,
    lineIs('一|工业项目|11|', null, few),
    lineIs('|工业项目（2个）|11|', null, few),
    lineIs('3|工业项目（2个）|11|', null, few),
    lineIs('三|冷链|11|', null, numerals),
    lineIs('工业项目（2个）|11|', null, uncounted),
    lineIs('工业项目（2个）|||11', null, telling),
  ]).toEqual([true, 'section', 'section', null, null, null, 'section']);
});

it.each([
  ['the head again', HEADS, 'header'],
  ['the head again, half of it', '序号|项目名称|投资方|责任单位|||', 'header'],
  ['less than half of it', '序号|项目名称|投资方|甲|乙|丙|', null],
  ['an example', '示例|冷链项目|甲公司|一科|2023-01-01|50|', 'example'],
  ['an example by its name', '|（样例）|甲公司|一科|2023-01-01|50|', 'example'],
  ['an example behind a colon', '1|例：某项目|甲公司|一科|2023-01-01|50|', 'example'],
  ['a party that is called so', '1|冷链项目|示例|一科|2023-01-01|50|', null],
  ['what is to be filled in', '|必填|文本|下拉选择|格式：2023-01-01|数字|', 'example'],
  ['hints in half of the cells', '|必填|甲公司|一科|选填||', 'example'],
  ['two hints among more words', '3|必填|冷链|一科|选填|50|', null],
  ['one hint', '|必填|||||', null],
  ['a name that begins like a hint', '3|数字产业园|丙公司|一科|2023-05-15|700|', null],
])('%s: %s is %s', (_what, line, is) => expect(lineIs(line)).toBe(is));

it('right under the head, names that are repeated are an example; further down the head again', () => {
  const again = '序号|项目名称|投资方|责任单位|||';
  const two = '1|项目名称|投资方|一科|2023-01-01|50|';
  const nameless = '1|冷链|投资方|责任单位|2023-01-01|50|';
  expect([
    lineIs(again, null, LEDGER, FIRST),
    lineIs(two, null, LEDGER, FIRST),
    lineIs(two),
    lineIs(nameless, null, LEDGER, FIRST),
    lineIs('|||时间|时间|金额|', null, LEDGER, FIRST),
    lineIs('|||时间|时间|金额|'),
    lineIs('|||||金额|', null, LEDGER, FIRST),
    lineIs('||||时间|金额|', null, LEDGER, FIRST),
    lineIs('|||时间|2023-01-01|金额|', null, LEDGER, FIRST),
    lineIs('1|项目名称|甲公司|一科|2023-01-01|50|', null, LEDGER, FIRST),
  ]).toEqual(['example', 'example', null, null, 'header', null, null, 'header', null, null]);
});

it.each([
  ['甲|乙|1|2|3|4|5', 'letters'],
  ['甲|乙|||||', null], // two cells
  ['甲|1|2||||', 'letters'],
  ['A|B|C||||', 'letters'],
  ['A|1|2|3|4||', null],
  ['5|6|7|8|9||', null],
  ['甲|乙|丙||||', 'letters'],
  ['甲|1|2|3|4|5|6', 'letters'],
  ['甲|1|A||||', null],
  ['1|2|3|4|5|6|7', 'letters'],
  ['0|1|2|3|4|5|6', 'letters'],
  ['(1)|(2)|(3)|(4)|||', 'letters'],
  ['A|B|C|D|||', 'letters'],
  ['A|B|1||||', null],
  ['1|2|3||||', null],
  ['1|2|3|5|||', null],
  ['1|3|4|5|6||', null],
  ['1|冷链项目|3|4|5||', null],
  ['乙|甲|1|2|3||', null],
  ['A|B|D|E|||', null],
])('%s under the head is %s', (line, is) => expect(lineIs(line, null, LEDGER, FIRST + 1)).toBe(is));

it('half of the heads, and three at the least, are the head again', () => {
  const six = layoutOfLines(
    '台账',
    '序号|项目名称|投资方|责任单位|签约日期|合同额（万元）',
    '1|轴承|甲公司|一科|2023-03-15|5',
  );
  const three = layoutOfLines('台账', '项目名称|签约日期|合同额（万元）', '轴承|2023-03-15|5');
  expect([
    lineIs('序号|项目名称|投资方|||', null, six),
    lineIs('项目名称|签约日期|合同额（万元）', null, three),
    lineIs('项目名称|签约日期|', null, three),
  ]).toEqual(['header', 'header', null]);
});

it('letters stand right under the head, in its first two lines', () => {
  expect([
    lineIs('甲|乙|丙|丁|||', null, LEDGER, FIRST + 1),
    lineIs('甲|乙|丙|丁|||', null, LEDGER, FIRST + 2),
  ]).toEqual(['letters', null]);
});

it('rows of a table lie from its first to its last, and say something of their own', () => {
  const [row, under, blank] = linesOf('|轴承项目|', '|^|', '||');
  const table = { firstData: 3, lastData: 5 };
  const below = (number: number, cells = row!.cells) => isBelow({ ...row!, number, cells }, table as typeof LEDGER);
  expect([2, 3, 5, 6].map((number) => below(number))).toEqual([false, true, true, false]);
  const blanks = [{ text: '　', kind: 'text' as const }];
  expect([blank!.cells, blanks, under!.cells].map((cells) => below(4, cells))).toEqual([false, false, false]);
});

it('a party, a number and a day are a thing’s own; its name, its unit and its amount a total has, too', () => {
  expect((['investor', 'code', 'voucher', 'signedOn', 'agreedStart'] as const).every(isOfItsOwn)).toBe(true);
  expect((['name', 'unit', 'contracted', 'note'] as const).some(isOfItsOwn)).toBe(false);
});
