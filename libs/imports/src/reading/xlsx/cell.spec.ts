import { formatOf } from '../../formats/format.ts';
import { cellOf, type Workbook } from './cell.ts';

const workbook: Workbook = { strings: ['甲', '乙'], date1904: false, uncalculated: false };
const plain = {
  type: 'n',
  raw: '',
  written: '',
  stored: true,
  formula: null,
  rich: false,
  format: formatOf('General'),
  struck: false,
};
const read = (
  told: Partial<Omit<typeof plain, 'formula'>> & { readonly formula?: string },
  of: Partial<Workbook> = {},
) => cellOf({ ...plain, ...told }, { ...workbook, ...of });

it.each([
  ['2024-03-05', { text: '2024-03-05', kind: 'date', value: '2024-03-05' }],
  ['2024-03-05T08:30:00Z', { text: '2024-03-05', kind: 'date', value: '2024-03-05' }],
  ['约2024-03-05', { text: '约2024-03-05', kind: 'text' }],
  ['2024-03-5', { text: '2024-03-5', kind: 'text' }],
])('a day that is written as a text, %s, is a day where it stands whole and first', (raw, expected) => {
  expect(read({ type: 'd', raw })).toEqual(expected);
});

it('a shared text is found by its number; a blank is none, and a number that leads nowhere is a broken file', () => {
  expect(read({ type: 's', raw: ' 1 ' })).toEqual({ text: '乙', kind: 'text' });
  expect(read({ type: 's', raw: ' ' })).toBeUndefined();
  for (const raw of ['2', 'x', '1.0'])
    expect(() => read({ type: 's', raw })).toThrow(expect.objectContaining({ code: 'file-broken' }));
});

it('truth, errors and pictures are told by their words', () => {
  expect([read({ type: 'b', raw: '1' })?.text, read({ type: 'b', raw: '0' })?.text]).toEqual(['是', '否']);
  expect([read({ type: 'b', raw: '' }), read({ type: 'e', raw: '' })]).toEqual([
    undefined,
    { text: '#VALUE!', kind: 'error' },
  ]);
  expect(read({ type: 'e', raw: '#REF!' })?.text).toBe('#REF!');
  expect(read({ type: 'e', raw: '#VALUE!', rich: true })?.doubt).toBe('picture');
});

it('a formula without a result is not calculated; an empty text that was stored is one', () => {
  expect(read({ formula: 'A1', raw: '' })?.doubt).toBe('uncalculated');
  expect(read({ formula: 'A1', type: 'str', raw: '' })?.doubt).toBeUndefined();
  expect(read({ formula: 'A1', type: 'str', raw: '', stored: false })?.doubt).toBe('uncalculated');
  expect(read({ formula: 'A1', raw: '7' })).toMatchObject({ text: '7', formula: true });
});

it('in a workbook that nobody calculated a result of nothing waits, and one that is something is believed', () => {
  const never = { uncalculated: true };
  expect(read({ formula: 'A1', raw: '0' }, never)).toMatchObject({ doubt: 'uncalculated', text: '0' });
  expect(read({ formula: 'A1', raw: '7' }, never)?.doubt).toBeUndefined();
  expect(read({ raw: '0' }, never)?.doubt).toBeUndefined();
});

it('a line through a number is told by its style', () => {
  expect([read({ raw: '7', struck: true })?.struck, read({ raw: '7' })?.struck]).toEqual([true, undefined]);
});
