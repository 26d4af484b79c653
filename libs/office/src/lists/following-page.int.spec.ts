import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e } from '../../../../test/support/project-facts.ts';
import { ask } from '../ask.ts';
import { OPERATOR } from '../operator.ts';
import { showList } from './show-list.ts';

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  for (const code of ['A', 'B', 'C'])
    await b.record(code, [e('ProjectRecorded', '2025-01-05', { code, title: code, unit: '一局' })]);
  await b.office.projects.catchUp();
}, 600_000);
afterAll(() => b.close());

it('a page that follows says what the first one counted where that is handed on, and counts where it is not', async () => {
  const asked = { name: 'live', limit: 2 };
  const first = await ask(b.office, OPERATOR, showList, asked);
  expect([first.total, first.rows.length]).toEqual([3, 2]);
  const next = { ...asked, cursor: first.next! };
  const counted = { total: 7, sums: first.sums, colours: first.colours };
  const handed = await ask(b.office, OPERATOR, showList, { ...next, limit: 500, counted });
  expect([handed.total, handed.rows.length, handed.next]).toEqual([7, 1, null]);
  expect((await ask(b.office, OPERATOR, showList, next)).total).toBe(3);
});
