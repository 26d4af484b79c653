import { writtenAs } from './written-as.ts';

describe('a number goes back with all its digits, showing what it showed', () => {
  it.each<[string, string | undefined, number, string | undefined]>([
    ['5000', undefined, 5000, undefined],
    ['9000.5', '9000.4999', 9000.4999, '0.0'],
    ['9,000', '9000', 9000, '#,##0'],
    ['9,000.50', '9000.5', 9000.5, '#,##0.00'],
    ['9,000', undefined, 9000, '#,##0'],
    ['001230', '1230', 1230, '000000'],
    ['-5.0', '-5', -5, '0.0'],
    ['5万元', '5', 5, '0"万元"'],
    ['￥5.00', '5', 5, '"￥"0.00'],
    ['999999999999999', undefined, 999999999999999, undefined],
  ])('%s of %s', (text, value, number, format) => {
    expect(writtenAs({ kind: 'number', text, ...(value !== undefined && { value }) })).toEqual({
      value: number,
      ...(format !== undefined && { format }),
    });
  });

  it.each<[string, string | undefined]>([
    ['9999999999999999', undefined],
    ['5"', '5'],
    ['约', '5'],
    ['-5', '5'],
    ['5', 'x'],
    ['2.02303E+11', undefined],
  ])('%s of %s goes back as text', (text, value) => {
    expect(writtenAs({ kind: 'number', text, ...(value !== undefined && { value }) }).format).toBeUndefined();
    expect(String(writtenAs({ kind: 'number', text, ...(value !== undefined && { value }) }).value)).toContain(text);
  });
});

it('a whole day goes back as one, a month as its text', () => {
  expect(writtenAs({ kind: 'date', text: '3月5日', value: '2024-03-05' })).toEqual({
    value: new Date('2024-03-05T00:00:00Z'),
    format: 'yyyy-mm-dd',
  });
  expect(writtenAs({ kind: 'date', text: '2024年3月', value: '2024-03' })).toEqual({ value: '2024年3月' });
  expect(writtenAs({ kind: 'date', text: '######' })).toEqual({ value: '######' });
});

it('an error goes back as one, where a spreadsheet knows it', () => {
  expect(writtenAs({ kind: 'error', text: '#REF!' })).toEqual({ value: { error: '#REF!' } });
  expect(writtenAs({ kind: 'error', text: '#SPILL!' })).toEqual({ value: '#SPILL!' });
  expect(writtenAs({ kind: 'text', text: '#REF!' })).toEqual({ value: '#REF!' });
});

it('a text goes back as it is, never as a formula; a blank as one', () => {
  expect([writtenAs({ kind: 'text', text: '5000' }).value, writtenAs({ kind: 'text', text: '=1+1' }).value]).toEqual([
    '5000',
    "'=1+1",
  ]);
  expect([writtenAs(undefined), writtenAs({ kind: 'text', text: '' })]).toEqual([{ value: null }, { value: null }]);
});
