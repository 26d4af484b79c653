import { c, day, e, recorded, signed } from '../../../../test/support/project-facts.ts';
import { reachesClosedMonth } from './closed-months.ts';
import type { ProjectCommand } from './commands.ts';
import type { Placed } from './corrections.ts';
import { toldIn } from './known-facts.ts';

const history = [
  recorded, // 2025-01-06
  signed, // 2025-04-01
  e('FactCorrected', '2025-08-01', {
    target: 2,
    field: 'occurredOn',
    from: '2025-04-01',
    to: '2025-05-02',
    reason: 'x',
  }),
].map((event, index): Placed => ({ ...event, version: index + 1 }));
const reaches = (command: ProjectCommand, month: string): boolean =>
  reachesClosedMonth(command, day('2025-09-20'), new Set([month]), toldIn(history));
const moved = c('CorrectFact', { target: 2, field: 'occurredOn', from: '2025-05-02', to: '2025-07-03' });
const renamed = c('CorrectFact', { target: 2, field: 'number', from: 'C-1', to: '2025-07-03' });

it.each([
  ['a fact', c('ReportProgress', { text: '设计' }), ['2025-09'], ['2025-05', '2025-04', '2025-01']],
  ['a correction of a day', moved, ['2025-05', '2025-07'], ['2025-09', '2025-04', '2025-01']],
  ['a correction of anything else', renamed, ['2025-05'], ['2025-07', '2025-09', '2025-04', '2025-01']],
  ['a void', c('VoidFact', { target: 2, reason: 'x' }), ['2025-05'], ['2025-09', '2025-04', '2025-01']],
  ['a void of what is not there', c('VoidFact', { target: 9, reason: 'x' }), [], ['2025-09', '2025-05', '2025-01']],
] as const)('%s reaches the months whose figures it changes, and no others', (_what, command, reached, others) => {
  expect(reached.filter((month) => reaches(command, month))).toEqual(reached);
  expect(others.filter((month) => reaches(command, month))).toEqual([]);
});
it('where no month is closed nothing reaches one', () =>
  expect(reachesClosedMonth(moved, day('2025-09-20'), new Set(), toldIn(history))).toBe(false));
