import { separatorOf, splitter } from './fields.ts';

/** The lines of a text, fed in one piece or sign by sign. */
const split = (text: string, separator = ',', bySign = false): readonly (readonly string[])[] => {
  const rows: (readonly string[])[] = [];
  const { feed, end } = splitter(separator, (fields) => rows.push(fields));
  for (const piece of bySign ? [...text] : [text]) feed(piece);
  end();
  return rows;
};

it.each([
  [
    '甲,1\n乙,2\n',
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ],
  [
    '甲,1\r\n乙,2',
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ],
  ['甲\r乙\r', [['甲'], ['乙']]],
  ['甲\n\n乙', [['甲'], [''], ['乙']]],
  ['甲,\n', [['甲', '']]],
  [',', [['', '']]],
  ['"甲,乙","说""好"""\n', [['甲,乙', '说"好"']]],
  ['"两\n行",1', [['两\n行', '1']]],
  ['="0012",5"屏', [['0012', '5"屏']]],
  ['""\n', [['']]],
  ['', []],
])('%j is parted into its fields, in one piece or sign by sign', (text, rows) => {
  expect([split(text), split(text, ',', true)]).toEqual([rows, rows]);
});

it('a field that nobody could have typed ends the reading, and says in which line', () => {
  const long = 'x'.repeat(40_000);
  expect(() => split(`甲\n${long}`)).toThrow(expect.objectContaining({ code: 'cell-too-long' }));
  expect(() => split(`甲${','.repeat(40_000)}`)).toThrow(expect.objectContaining({ code: 'too-many-columns' }));
});

it.each([
  ['甲,乙\n丙,丁', ','],
  ['甲;乙;丙\n丁;戊;己', ';'],
  ['甲\t乙\n丙\t丁', '\t'],
  ['甲|乙', '|'],
  ['1,5;2,5\n3,5;4,5;', ','],
  ['"甲,乙,丙";1\n"丁,戊,己";2', ';'],
  ['甲,乙;丙\n丁,戊;己\n庚;辛', ';'],
  ['甲', null],
])('%j is parted by %j', (text, separator) => {
  expect(separatorOf(text)).toBe(separator);
});
