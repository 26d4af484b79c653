import { isOfMonth } from './arrival-names.ts';

it.each(['月2024-05-CNY', '月2024-05-USD-overseas', '月2024-12-CNY#2'])('%s is the money of a month', (name) =>
  expect(isOfMonth(name)).toBe(true),
);
it.each(['月报-2024-05', '月2024-05', '2024-05-17-1000.00', 'PZ-05', ''])('%s is a single arrival', (name) =>
  expect(isOfMonth(name)).toBe(false),
);
