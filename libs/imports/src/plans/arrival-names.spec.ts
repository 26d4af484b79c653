import { isOfMonth, monthsOf } from './arrival-names.ts';

it.each(['月2024-05-CNY', '月2024-05-USD-overseas', '月2024-12-CNY#2'])('%s is the money of a month', (name) =>
  expect(isOfMonth(name)).toBe(true),
);
it.each(['月报-2024-05', '月2024-05', '2024-05-17-1000.00', 'PZ-05', ''])('%s is a single arrival', (name) =>
  expect(isOfMonth(name)).toBe(false),
);

it('a quarter is its three months, half a year its six; a voucher is none', () => {
  expect(['季2024-06-CNY', '半年2024-06-USD', '月2024-02-CNY', '季报-2024-06'].map(monthsOf)).toEqual([
    ['2024-06', '2024-05', '2024-04'],
    ['2024-06', '2024-05', '2024-04', '2024-03', '2024-02', '2024-01'],
    ['2024-02'],
    [],
  ]);
});
