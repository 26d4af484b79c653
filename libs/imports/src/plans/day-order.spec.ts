import type { IsoDate } from '#domain';
import { before } from './day-order.ts';

const on = (date: string, month = false) => ({ date: date as IsoDate, month });

it('a fact of a month lies before what must follow it in that month, the earliest of those whose day is known', () => {
  const march = on('2024-03-31', true);
  expect(before(march, on('2024-03-20'), undefined, on('2024-03-12'))).toEqual(on('2024-03-12', true));
  expect(before(march, on('2024-04-02'), on('2024-03-05', true))).toBe(march);
  expect(before(on('2024-03-31', true), on('2024-03-31'))).toEqual(march);
  expect(before(on('2024-03-25'), on('2024-03-12')).date).toBe('2024-03-25');
});
