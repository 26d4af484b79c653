import { readCommand } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { day, e, yuan } from '../../../../test/support/project-facts.ts';
import { compareLists } from '../lists/compare-lists.ts';
import { CompareQuery } from '../lists/comparison.ts';
import { OPERATOR } from '../operator.ts';
import { dwell } from './dwell.ts';
import { forecast } from './forecast.ts';
import { funnel } from './funnel.ts';
import { FiguresQuery } from './queries.ts';

let b: Bureau;
const contract = (amount: string, more: object = {}) => ({ contracted: yuan(amount), landMode: 'lease', ...more });
beforeAll(async () => {
  b = await bureau();
  const facts = {
    A: [
      e('LeadRegistered', '2023-01-10', { code: 'A', title: 'Bearings' }),
      e('NegotiationOpened', '2023-02-01', { class: 'standard' }),
      e('ContractSigned', '2023-03-01', contract('100.00', { number: 'HT-A' })),
      e('StartCertified', '2023-05-10'),
      e('StatisticsEntered', '2023-05-10', { form: 'X' }),
    ],
    B: [e('LeadRegistered', '2023-01-20', { code: 'B', title: 'Chips' })],
    C: [
      e('ProjectRecorded', '2023-02-10', { code: 'C', title: 'Cells' }),
      e('ContractSigned', '2023-04-01', contract('200.00')),
      e('StartPlanned', '2023-05-01', { plannedOn: day('2023-08-15') }),
    ],
    D: [
      e('ProjectRecorded', '2023-02-10', { code: 'D', title: 'Drones' }),
      e('ContractSigned', '2023-04-01', contract('300.00', { agreedStart: day('2023-09-30') })),
      e('ContractAmended', '2023-06-20', {
        kind: 'increase',
        contractedFrom: yuan('300.00'),
        contractedTo: yuan('350.00'),
      }),
    ],
    E: [
      e('ProjectRecorded', '2023-02-10', { code: 'E', title: 'Engines' }),
      e('ContractSigned', '2023-06-20', contract('400.00')),
    ],
    F: [
      e('ProjectRecorded', '2023-02-10', { code: 'F', title: 'Films' }),
      e('ContractSigned', '2023-04-01', contract('500.00')),
      e('ProjectTerminated', '2023-06-01', { kind: 'by-investor', reason: 'gone' }),
    ],
    G: [
      e('ProjectRecorded', '2023-02-10', { code: 'G', title: 'Glass' }),
      e('ContractSigned', '2023-04-01', contract('600.00')),
      e('ProjectSuspended', '2023-04-10', { reason: 'land' }),
    ],
  };
  for (const [project, history] of Object.entries(facts)) await b.record(project, history);
  await b.office.numbers.catchUp();
}, 600_000);
afterAll(() => b.close());

const asking = () => ({ office: b.office, caller: OPERATOR, scope: { all: true } as const });
const compared = (list: string, from: string, to: string, most: number | null = null, more: object = {}) =>
  compareLists(asking(), list, readCommand(CompareQuery, { from, to, ...more }), most);
const asked = (more: object) => readCommand(FiguresQuery, more);

it('names who came onto a list between two days, who left it by which fact, and what changed of those who stayed', async () => {
  const found = await compared('signed-not-started', '2023-04-30', '2023-06-30');
  expect(found.entered.map(({ code }) => code)).toEqual(['E']);
  expect(found.left).toEqual([
    {
      project: { id: 'A', code: 'A', name: 'Bearings' },
      because: { phase: 'start', event: { version: 4, type: 'StartCertified', on: '2023-05-10', basis: null } },
    },
    {
      project: { id: 'F', code: 'F', name: 'Films' },
      because: { phase: 'terminated', event: { version: 3, type: 'ProjectTerminated', on: '2023-06-01', basis: null } },
    },
  ]);
  expect(found.changed).toContainEqual({
    project: { id: 'D', code: 'D', name: 'Drones' },
    field: 'contracted',
    before: yuan('300.00'),
    after: yuan('350.00'),
  });
  expect([found.totals.from.total, found.totals.to.total]).toEqual([5, 4]);
  expect(found.totals.to.sums.contracted).toEqual([yuan('1550.00')]);
});

it('narrowed to a colour or by a search, both days are: who turned green is no longer among the red', async () => {
  const whole = await compared('signed-not-started', '2023-04-30', '2023-06-30');
  for (const colour of ['red', 'orange', 'yellow', 'blue', 'green'] as const) {
    const { totals, counts } = await compared('signed-not-started', '2023-04-30', '2023-06-30', null, {
      colour: [colour],
    });
    expect([totals.from.total, totals.to.total]).toEqual([
      whole.totals.from.colours[colour],
      whole.totals.to.colours[colour],
    ]);
    expect(totals.to.total - totals.from.total).toBe(counts.entered - counts.left);
  }
  const searched = await compared('signed-not-started', '2023-04-30', '2023-06-30', null, { q: 'Bearings' });
  expect([searched.left.map(({ project }) => project.code), searched.counts.entered]).toEqual([['A'], 0]);
});

it('blames no fact where time alone took a project off a list', async () => {
  const { left } = await compared('stalled', '2023-03-01', '2023-03-02');
  expect(left.every(({ because }) => because.event !== null)).toBe(true);
  const aged = await compared('stalled', '2023-04-30', '2023-06-30');
  expect(aged.entered.map(({ code }) => code)).toEqual(expect.arrayContaining(['C']));
});

it('counts all who came, whatever part of them is listed, and refuses days in the wrong order', async () => {
  const { entered, counts } = await compared('signed', '2023-01-01', '2023-06-30', 2);
  expect([entered.map(({ code }) => code), counts.entered]).toEqual([['A', 'C'], 6]);
  await expect(compared('signed', '2023-06-30', '2023-01-01')).rejects.toMatchObject({ code: 'days-reversed' });
  await expect(compared('nothing', '2023-01-01', '2023-06-30')).rejects.toMatchObject({ code: 'list-unknown' });
});

it('counts the phase that still runs among the times in it', async () => {
  const { rows, asOf } = await dwell(b.office, OPERATOR, asked({ period: '2023-H1' }));
  const of = (phase: string) => rows.find((row) => row.phase === phase);
  expect(asOf).toBe('2023-06-30');
  // leads: A 22 days (10 January to 1 February), B from 20 January, 161 days and still there
  expect(of('lead')).toMatchObject({ count: 2, median: 22, p90: 161, longest: 161, stillThere: 1 });
  // signing: A 70, F 61; C, D and G 90 and E 10, still there
  expect(of('signing')).toMatchObject({ count: 6, median: 70, longest: 90, stillThere: 4 });
  expect(of('signing')!.longestStays[0]).toMatchObject({ project: { code: 'C' }, since: '2023-04-01', days: 90 });
  expect(of('terminated')).toBeUndefined();
  const first = await dwell(b.office, OPERATOR, asked({ period: '2023-Q1' }));
  expect(first.rows.find(({ phase }) => phase === 'signing')).toMatchObject({ count: 1, longest: 30, stillThere: 1 });
});

it('tells how far those registered in a month have come', async () => {
  const { rows, total } = await funnel(b.office, OPERATOR, asked({ period: '2023-H1' }));
  const counts = (row: typeof total) => row.stages.map(({ count }) => count);
  expect(rows.map(({ cohort }) => cohort)).toEqual(['2023-01', '2023-02']);
  expect(counts(rows[0]!)).toEqual(['2', '1', '1', '1', '1', '0']);
  expect(counts(total)).toEqual(['7', '6', '6', '1', '1', '0']);
  expect(total.stages[2]!.ofFirst).toMatchObject({ numerator: '6', denominator: '7', percent: '85.71' });
  expect(total.ended).toEqual({ dropped: '0', terminated: '1', merged: '0' });
});

it('says why a start is expected, and why none is', async () => {
  const found = await forecast(b.office, OPERATOR, asked({ period: '2023-Q3' }));
  expect([found.asOf, found.usualDays]).toEqual(['2023-06-30', 70]);
  expect(found.projects.map(({ project, expected, reason }) => [project.code, expected, reason])).toEqual([
    ['C', '2023-08-15', 'planned'],
    ['E', '2023-08-29', 'usual-time'],
    ['D', '2023-09-30', 'agreed'],
    ['G', null, 'on-hold'],
  ]);
  expect(found.rows).toEqual([
    { month: '2023-08', count: 2, amount: yuan('600.00'), because: { planned: 1, 'usual-time': 1 } },
    { month: '2023-09', count: 1, amount: yuan('350.00'), because: { agreed: 1 } },
  ]);
  expect(found.notExpected).toEqual({ count: 1, because: { 'on-hold': 1 } });
});

it('of a part of a month only the starts of its days are expected, and of a day that is over none any more', async () => {
  const part = await forecast(b.office, OPERATOR, asked({ period: '2023-08-16..2023-08-31' }));
  expect(part.projects.filter(({ expected }) => expected !== null).map(({ project }) => project.code)).toEqual(['E']);
  expect(part.total).toEqual({ count: 1, amount: yuan('400.00') }); // C was expected the day before it begins
  expect(part.rows.map(({ month, count }) => [month, count])).toEqual([['2023-08', 1]]);
  const onItsDay = await forecast(b.office, OPERATOR, asked({ period: '2023-Q3', asOf: '2023-08-15' }));
  expect(onItsDay.projects.find(({ project }) => project.code === 'C')!.reason).toBe('overdue'); // planned for a day that brought no start
});

it('a start that is reported and waits for its certification is expected first of all, at the beginning of the period', async () => {
  await b.record('R', [
    e('ProjectRecorded', '2023-02-10', { code: 'R', title: 'Rails' }),
    e('ContractSigned', '2023-04-01', { contracted: yuan('70.00', 'USD'), landMode: 'lease' }),
    e('StartReported', '2023-06-28', {}),
  ]);
  const found = await forecast(b.office, OPERATOR, asked({ period: '2023-Q3' }));
  expect(found.projects[0]).toMatchObject({ project: { code: 'R' }, expected: '2023-07-01', reason: 'reported' });
  expect(found.total).toEqual({ count: 4, amount: yuan('950.00') });
  expect(found.notes).toEqual(['started-amount: USD 70.00']);
});
