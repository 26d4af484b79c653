import { DEFAULT_RULES, type IsoDate } from '#domain';
import { bureauInMemory } from '../../../../test/support/reminding.ts';
import { dueDaysOf } from './due-days.ts';

const DAY = '2026-06-01' as IsoDate;

it('a clock of a project is due on its day; one that it has not is due on none', async () => {
  const { store, sign } = bureauInMemory('2026-05-28T03:00:00Z');
  await sign('a', '2026-07-01');
  const due = await dueDaysOf(store, DEFAULT_RULES, 'project-a', DAY);
  expect([due('agreed-start'), due('signed-one-year'), due('issue')]).toEqual(['2026-07-01', '2027-05-28', null]);
});

it('a project that nobody has recorded, and a matter of another kind, are due on no day', async () => {
  const { store, record } = bureauInMemory('2026-05-28T03:00:00Z');
  await record('issue-1', 'IssueRaised', { title: '用地', project: null });
  const due = async (subject: string) => (await dueDaysOf(store, DEFAULT_RULES, subject, DAY))('agreed-start');
  expect([await due('project-none'), await due('issue-1'), await due('order-none')]).toEqual([null, null, null]);
});

it('an order is due when its reply is, whatever the clock is called', async () => {
  const { store, record } = bureauInMemory('2026-05-28T03:00:00Z');
  await record('order-1', 'OrderIssued', {
    ...{ number: '督办〔2026〕1号', project: 'a', projectName: '项目a', rung: 'supervision', unit: '01', people: [] },
    ...{ receiptDue: '2026-06-01', replyDue: '2026-06-10' },
  });
  expect((await dueDaysOf(store, DEFAULT_RULES, 'order-1', DAY))('order-reply')).toBe('2026-06-10');
});
