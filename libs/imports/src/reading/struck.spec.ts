import { textCell } from './cells.ts';
import { struckCell, wholeText, writtenOf, type Run } from './struck.ts';

const run = (text: string, struck: boolean | null = null): Run => ({ text, struck });

it('neighbouring pieces that are alike are one, empty ones none, and what no line goes through is plain', () => {
  expect(writtenOf([run('汽车'), run(''), run('零部件')])).toBe('汽车零部件');
  expect(writtenOf([])).toBe('');
  expect(writtenOf([run('5', true), run('亿', true), run('6亿', false)])).toEqual([
    run('5亿', true),
    run('6亿', false),
  ]);
  expect(writtenOf([run('5亿', true)])).toEqual([run('5亿', true)]);
  expect(wholeText([run('5亿', true), run('6亿')])).toBe('5亿6亿');
  expect(wholeText('5亿')).toBe('5亿');
});

it.each([
  ['plain, as it is', '5亿', false, { ...textCell('5亿') }],
  ['plain in a struck cell', '5亿', true, { ...textCell('5亿'), struck: true }],
  [
    'with one piece struck out',
    [run('5亿 ', true), run(' 6亿', false)],
    false,
    { ...textCell('6亿'), struckPart: '5亿 ' },
  ],
  [
    'with one piece that stands in a struck cell',
    [run('5亿'), run('6亿', false)],
    true,
    { ...textCell('6亿'), struckPart: '5亿' },
  ],
  ['struck out piece by piece', [run('5亿', true), run('6亿')], true, { ...textCell('5亿6亿'), struck: true }],
  ['with blanks struck out only', [run('5亿', false), run(' ', true)], false, { ...textCell('5亿 ') }],
  ['with blanks left only', [run('5亿', true), run(' ', false)], false, { ...textCell('5亿 '), struck: true }],
] as const)('a text %s', (_how, written, style, expected) => expect(struckCell(written, style)).toEqual(expected));

it('nothing written is no cell, struck or not', () => {
  expect(struckCell('', false)).toBeUndefined();
  expect(struckCell('', true)).toBeUndefined();
});
