import fc from 'fast-check';
import { specifyMatter } from '../../../../test/support/specify-matter.ts';
import { decideMatter, foldMatter, offeredFor } from '../matter.ts';
import { ISSUE_COMMANDS, ISSUE_LEVELS } from './commands.ts';
import { ISSUE } from './decide.ts';
import type { IssueEvent } from './events.ts';
import type { Issue } from './issue.ts';
import type { IssueRejectionCode } from './rejections.ts';

const { at, command, play, state } = specifyMatter(ISSUE);

type Step = readonly [type: keyof typeof ISSUE_COMMANDS, body: object, today: string, user?: string];

// 2026-09-30 is the last working day before the National Day holiday; 10 October is a Saturday that is worked.
const RAISE: Step = [
  'RaiseIssue',
  { project: 'p1', projectName: '桥', factor: 'land', text: '用地指标未落实' },
  '2026-09-29',
];
const ASSIGN: Step = ['AssignIssue', { unit: '一组', people: ['李'] }, '2026-09-30'];
const RESOLVED: readonly Step[] = [RAISE, ASSIGN, ['ResolveIssue', { text: '指标已调剂' }, '2026-10-12', 'li']];
const VISITED: readonly Step[] = [
  ...RESOLVED,
  ['RecordReturnVisit', { satisfied: true, text: '已开工' }, '2026-10-13', 'zhao'],
];

it('an issue says what was said of it, and keeps every step', () => {
  expect(state([['RaiseIssue', { factor: 'land', text: '用地', raisedBy: '一组' }, '2026-09-29']])).toMatchObject({
    raisedBy: '一组',
    project: null,
    projectName: null,
    people: [],
    resolutions: [],
    visits: [],
    reopened: [],
  });
  expect(state([RAISE]).raisedBy).toBeNull();
  const reopen: Step = ['ReopenIssue', { reason: '又停工' }, '2026-10-14'];
  expect(
    state([
      ...VISITED,
      reopen,
      ['ResolveIssue', { text: '已复工' }, '2026-10-15', 'li'],
      ['ReopenIssue', { reason: '再停工' }, '2026-10-16'],
    ]),
  ).toMatchObject({
    state: 'assigned',
    assignedOn: '2026-10-16',
    reopened: [
      { on: '2026-10-14', reason: '又停工' },
      { on: '2026-10-16', reason: '再停工' },
    ],
  });
  expect(play([...VISITED, ['CloseIssue', { text: '销号' }, '2026-10-14', 'zhao']]).at(-1)).toMatchObject({
    type: 'IssueClosed',
    data: { text: '销号' },
  });
});
it('an issue is for a unit, for people, or both, and may be due on the day it is assigned', () => {
  const assign = (body: object, on: string): Step => ['AssignIssue', body, on];
  expect(state([RAISE, assign({ people: ['李'] }, '2026-09-30')])).toMatchObject({
    unit: null,
    people: [{ name: '李' }],
  });
  expect(state([RAISE, assign({ unit: '一组', due: '2026-09-30' }, '2026-09-30')]).due).toBe('2026-09-30');
  expect(state([RAISE, assign({ unit: '一组', due: '2026-10-09' }, '2026-09-29')])).toMatchObject({
    due: '2026-10-09',
    assignedOn: '2026-09-29',
  });
});

it('an issue is handed on at its level, said again or not, and by its day or sooner', () => {
  const on = (body: object): Step => ['AssignIssue', { unit: '二组', ...body }, '2026-10-08'];
  for (const body of [{}, { level: 'unit' }, { due: '2026-10-13' }, { due: '2026-10-09' }])
    expect(state([RAISE, ASSIGN, on(body)])).toMatchObject({ unit: '二组', level: 'unit', due: '2026-10-13', ...body });
});

describe('an issue', () => {
  it.each([
    ['unit', '2026-10-13'], // 8, 9, 10 (worked Saturday), 12, 13 October
    ['district', '2026-10-20'], // and 14, 15, 16, 19, 20
    ['city', '2026-11-03'], // and 21, 22, 23, 26, 27, 28, 29, 30 October, 2, 3 November
  ])('at the level of the %s is to be resolved by %s', (level, due) =>
    expect(state([RAISE, ['AssignIssue', { unit: '一组', level }, '2026-09-30']])).toMatchObject({
      state: 'assigned',
      level,
      due,
      assignedOn: '2026-09-30',
    }),
  );
  it('is resolved, visited by somebody else, and closed off', () => {
    const issue = state([...VISITED, ['CloseIssue', {}, '2026-10-14', 'zhao']]);
    expect(issue).toMatchObject({
      state: 'closed',
      assignedOn: '2026-09-30',
      resolvedOn: '2026-10-12',
      closedOn: '2026-10-14',
      visits: [{ by: 'zhao', satisfied: true }],
    });
    expect(ISSUE.line(issue)).toMatchObject({
      title: { zh: '桥：用地指标未落实', en: '桥: 用地指标未落实' },
      project: 'p1',
      unit: '一组',
      people: [{ id: null, name: '李' }],
      open: false,
      due: null,
    });
  });
  it('owes nothing to its unit before it is assigned nor after it is resolved', () => {
    expect(ISSUE.line(state([RAISE]))).toMatchObject({ open: true, due: null, unit: null, level: 'unit' });
    expect(ISSUE.line(state([RAISE, ASSIGN]))).toMatchObject({ open: true, due: '2026-10-13' });
    expect(ISSUE.line(state(RESOLVED))).toMatchObject({ open: true, due: null });
  });
  it('is due anew by the level that it is escalated to, and remembers every level', () => {
    const issue = state([RAISE, ASSIGN, ['EscalateIssue', { level: 'district', reason: '跨部门' }, '2026-10-08']]);
    expect(issue.due).toBe('2026-10-21'); // 9, 10 (worked Saturday), 12, 13, 14, 15, 16, 19, 20, 21 October
    expect(issue.levels).toEqual([
      { level: 'unit', on: '2026-09-29', reason: null },
      { level: 'district', on: '2026-10-08', reason: '跨部门' },
    ]);
  });
  it('keeps its clock when it is handed over', () =>
    expect(state([RAISE, ASSIGN, ['AssignIssue', { unit: '二组' }, '2026-10-12']])).toMatchObject({
      unit: '二组',
      people: [],
      assignedOn: '2026-09-30',
      due: '2026-10-13',
    }));
  it('that comes back after its close is due anew, and an earlier visit does not close it', () => {
    const back: readonly Step[] = [
      ...VISITED,
      ['CloseIssue', {}, '2026-10-14'],
      ['ReopenIssue', { reason: '指标被收回' }, '2026-10-16'],
    ];
    expect(state(back)).toMatchObject({
      state: 'assigned',
      unit: '一组',
      assignedOn: '2026-10-16',
      due: '2026-10-23',
      resolvedOn: null,
      closedOn: null,
    }); // 19, 20, 21, 22, 23 October
    expect(() =>
      play([...back, ['ResolveIssue', { text: '再次调剂' }, '2026-10-20', 'li'], ['CloseIssue', {}, '2026-10-20']]),
    ).toThrow(expect.objectContaining({ code: 'return-visit-missing' }));
  });
  it('offers what its state allows', () => {
    expect(offeredFor(ISSUE, 'none')).toEqual(['RaiseIssue']);
    expect(offeredFor(ISSUE, 'assigned')).toEqual(['AssignIssue', 'EscalateIssue', 'ResolveIssue']);
    expect(offeredFor(ISSUE, 'closed')).toEqual(['ReopenIssue']);
  });

  const refusals: Record<
    IssueRejectionCode | 'matter-unknown' | 'matter-exists' | 'wrong-state' | 'occurred-in-future',
    readonly Step[]
  > = {
    'matter-unknown': [ASSIGN],
    'matter-exists': [RAISE, RAISE],
    'wrong-state': [RAISE, ['ResolveIssue', { text: 'x' }, '2026-09-30']],
    'occurred-in-future': [RAISE, ['AssignIssue', { unit: '一组', occurredOn: '2026-10-01' }, '2026-09-30']],
    'issue-receiver-missing': [RAISE, ['AssignIssue', {}, '2026-09-30']],
    'issue-due-too-early': [RAISE, ['AssignIssue', { unit: '一组', due: '2026-09-29' }, '2026-09-30']],
    'issue-due-not-later': [RAISE, ASSIGN, ['AssignIssue', { unit: '二组', due: '2026-10-14' }, '2026-10-08']],
    'issue-level-by-escalation': [RAISE, ASSIGN, ['AssignIssue', { unit: '二组', level: 'city' }, '2026-10-08']],
    'issue-level-not-higher': [
      RAISE,
      ['AssignIssue', { unit: '一组', level: 'city' }, '2026-09-30'],
      ['EscalateIssue', { level: 'city', reason: 'x' }, '2026-10-08'],
    ],
    'issue-step-too-early': [RAISE, ASSIGN, ['ResolveIssue', { text: 'x', occurredOn: '2026-09-29' }, '2026-10-08']],
    'visited-by-resolver': [...RESOLVED, ['RecordReturnVisit', { satisfied: true, text: 'x' }, '2026-10-13', 'li']],
    'return-visit-missing': [
      ...RESOLVED,
      ['RecordReturnVisit', { satisfied: false, text: 'x' }, '2026-10-13'],
      ['CloseIssue', {}, '2026-10-13'],
    ],
  };
  it.each(Object.entries(refusals))('refuses: %s', (code, steps) => {
    const before = play(steps.slice(0, -1));
    const [type, body, today, user] = steps.at(-1)!;
    expect(() => decideMatter(ISSUE, command(type, body), foldMatter(ISSUE, before), at(today, user))).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('after any sequence of commands is closed only with the satisfied visit of somebody else, and once assigned never falls to a lower level', () => {
    const bodies: Record<keyof typeof ISSUE_COMMANDS, object> = {
      RaiseIssue: { factor: 'land', text: 'x' },
      AssignIssue: { unit: '一组' },
      EscalateIssue: { level: 'city', reason: 'x' },
      ResolveIssue: { text: 'x' },
      RecordReturnVisit: { satisfied: true, text: 'x' },
      ReopenIssue: { reason: 'x' },
      CloseIssue: {},
    };
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])),
      fc.constantFrom('li', 'wang'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let events: readonly IssueEvent[] = [];
        let level = 0;
        for (const [type, user, satisfied] of [['RaiseIssue', 'wang', true] as const, ...steps]) {
          const body = type === 'RecordReturnVisit' ? { satisfied, text: 'x' } : bodies[type];
          try {
            events = [
              ...events,
              ...decideMatter(ISSUE, command(type, body), foldMatter(ISSUE, events), at('2026-10-08', user)),
            ];
          } catch {
            continue;
          }
          const issue = foldMatter(ISSUE, events) as Issue;
          expect(ISSUE_LEVELS.indexOf(issue.level)).toBeGreaterThanOrEqual(level);
          level = ISSUE_LEVELS.indexOf(issue.level);
          expect(issue.levels.at(-1)?.level).toBe(issue.level);
          if (issue.state === 'closed')
            expect(issue.visits.at(-1)).toMatchObject({
              satisfied: true,
              by: issue.resolutions.at(-1)!.by === 'li' ? 'wang' : 'li',
            });
        }
      }),
    );
  });
});
