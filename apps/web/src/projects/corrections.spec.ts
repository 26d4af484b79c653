import { dayOf, standing } from './corrections.ts';
import type { Entry } from './history-entry.ts';

const entry = (version: number, type: string, data: Entry['data'], occurredOn = '2024-05-20'): Entry =>
  ({ version, type, data, occurredOn }) as Entry;
const signed = entry(2, 'ContractSigned', { contracted: null }, '2024-05-02');
const correction = (version: number, to: string, target = 2): Entry =>
  entry(version, 'FactCorrected', { target, field: 'occurredOn', to });

it('a record has the day of its last correction', () => {
  expect(dayOf(signed, [signed])).toBe('2024-05-02');
  expect(dayOf(signed, [signed, correction(3, '2024-05-12'), correction(4, '2024-05-13')])).toBe('2024-05-13');
  expect(dayOf(signed, [signed, correction(3, '2024-05-12', 1)])).toBe('2024-05-02');
});
it('a correction that was voided changes nothing, unless the void was voided, too', () => {
  const events = [signed, correction(3, '2024-05-12'), entry(4, 'FactVoided', { target: 3 })];
  expect(dayOf(signed, events)).toBe('2024-05-02');
  expect(dayOf(signed, [...events, entry(5, 'FactVoided', { target: 4 })])).toBe('2024-05-12');
});
it('a field that was corrected to nothing says nothing', () => {
  const emptied = entry(3, 'FactCorrected', { target: 2, field: 'agreedStart', to: null });
  expect(standing(2, 'agreedStart', '2024-06-01', [signed, emptied])).toBeNull();
});
