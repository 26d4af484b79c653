import fc from 'fast-check';
import { specifyMatter } from '../../../../test/support/specify-matter.ts';
import { decideMatter, foldMatter, offeredFor } from '../matter.ts';
import { MEETING_COMMANDS } from './commands.ts';
import { MEETING } from './decide.ts';
import type { MeetingEvent } from './events.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingRejectionCode } from './rejections.ts';
import { alike } from '../words/sentence.ts';

const { at, command, play, state } = specifyMatter(MEETING);

type Step = readonly [type: keyof typeof MEETING_COMMANDS, body: object, today: string, user?: string];

const CONVENE: Step = [
  'ConveneMeeting',
  {
    title: '十月调度会',
    kind: 'scheduling',
    plannedOn: '2026-10-15',
    list: 'signed-not-started',
    unit: '招商局',
    previous: 'm0',
  },
  '2026-10-08',
];
const AGENDA: Step = [
  'SetAgenda',
  {
    items: [
      { project: 'p1', name: '桥', reason: '逾期' },
      { project: 'p2', name: '塔' },
    ],
    asOf: '2026-10-12',
    logPosition: '4711',
  },
  '2026-10-13',
];
const HOLD: Step = ['HoldMeeting', { attendees: ['张', '李'], minutes: '逐项调度' }, '2026-10-16'];
const LATER: Step = ['RescheduleMeeting', { plannedOn: '2026-10-22', reason: '领导出差' }, '2026-10-14'];
const OFF: Step = ['CallOffMeeting', { reason: '防汛' }, '2026-10-14'];
const TASK: Step = [
  'AssignTask',
  { project: 'p1', text: '完成土地摘牌', unit: '一组', people: ['李'], due: '2026-11-10' },
  '2026-10-16',
];
const SOONER: Step = ['AssignTask', { text: '报送用能方案', people: ['赵'], due: '2026-10-30' }, '2026-10-16'];
const HELD: readonly Step[] = [CONVENE, AGENDA, HOLD, TASK, SOONER];
const DONE: readonly Step[] = [...HELD, ['CompleteTask', { task: '2', text: '已报' }, '2026-10-28', 'zhao']];

it('a meeting may be on the day it is convened or moved, and a task due on the day it is given', () => {
  const convene: Step = [
    'ConveneMeeting',
    { title: '调度会', kind: 'scheduling', plannedOn: '2026-10-08' },
    '2026-10-08',
  ];
  expect(state([convene]).plannedOn).toBe('2026-10-08');
  expect(
    state([convene, ['RescheduleMeeting', { plannedOn: '2026-10-09', reason: 'x' }, '2026-10-09']]).plannedOn,
  ).toBe('2026-10-09');
  const given: Step = ['AssignTask', { text: '报送', unit: '一组', due: '2026-10-16' }, '2026-10-16'];
  expect(state([CONVENE, HOLD, given]).tasks).toMatchObject([
    { task: '1', due: '2026-10-16', people: [], project: null },
  ]);
  expect(state([CONVENE, HOLD])).toMatchObject({ attendees: ['张', '李'], minutes: '逐项调度', heldOn: '2026-10-16' });
  expect(play([CONVENE, HOLD, ['CloseMeeting', { text: '已办结' }, '2026-10-17']]).at(-1)).toMatchObject({
    type: 'MeetingClosed',
    data: { text: '已办结' },
  });
});
it('a task is confirmed or sent back once it was reported, not before', () => {
  for (const [type, body] of [
    ['ConfirmTask', { task: '2' }],
    ['ReturnTask', { task: '2', reason: 'x' }],
  ] as const)
    expect(() => play([...HELD, [type, body, '2026-10-29']])).toThrow(
      expect.objectContaining({ code: 'task-not-completed' }),
    );
});

describe('a scheduling meeting', () => {
  it('is planned ahead, its agenda frozen as the list stood', () => {
    const meeting = state([CONVENE, AGENDA]);
    expect(meeting).toMatchObject({
      state: 'convened',
      plannedOn: '2026-10-15',
      heldOn: null,
      agenda: {
        asOf: '2026-10-12',
        logPosition: '4711',
        items: [
          { project: 'p1', name: '桥', reason: '逾期' },
          { project: 'p2', name: '塔' },
        ],
      },
    });
    expect(MEETING.line(meeting)).toMatchObject({
      title: alike('十月调度会'),
      unit: '招商局',
      open: true,
      due: '2026-10-15',
    }); // the day of the meeting is what the office must act by
  });
  it('may have its agenda replaced until it is held', () =>
    expect(
      state([CONVENE, AGENDA, ['SetAgenda', { items: [], asOf: '2026-10-14', logPosition: '5000' }, '2026-10-14']])
        .agenda,
    ).toEqual({ items: [], asOf: '2026-10-14', logPosition: '5000' }));
  it('can be moved to another day, and keeps the day it was planned for and why', () => {
    const meeting = state([
      CONVENE,
      AGENDA,
      LATER,
      ['RescheduleMeeting', { plannedOn: '2026-10-20', reason: '领导提前返程' }, '2026-10-15'],
    ]);
    expect(meeting).toMatchObject({
      state: 'convened',
      plannedOn: '2026-10-20',
      rescheduled: [
        { on: '2026-10-14', before: '2026-10-15', plannedOn: '2026-10-22', reason: '领导出差' },
        { on: '2026-10-15', before: '2026-10-22', plannedOn: '2026-10-20', reason: '领导提前返程' },
      ],
    });
    expect(meeting.agenda?.items).toHaveLength(2);
    expect(MEETING.line(meeting).due).toBe('2026-10-20');
  });
  it('is called off with a reason where it never takes place: it stays on record with its agenda and nothing more can be done with it', () => {
    const meeting = state([CONVENE, AGENDA, OFF]);
    expect(meeting).toMatchObject({
      state: 'called-off',
      calledOff: { on: '2026-10-14', reason: '防汛' },
      heldOn: null,
      closedOn: null,
      tasks: [],
      agenda: { asOf: '2026-10-12' },
    });
    expect(MEETING.line(meeting)).toMatchObject({
      title: alike('十月调度会'),
      state: 'called-off',
      open: false,
      due: null,
    });
    expect(offeredFor(MEETING, 'called-off')).toEqual([]);
  });
  it('cannot be called off or moved once it was held', () => {
    const held = foldMatter(MEETING, play([CONVENE, HOLD]));
    for (const [type, body, today] of [LATER, OFF])
      expect(() =>
        decideMatter(MEETING, command(type, { ...body, occurredOn: today }), held, at('2026-10-17')),
      ).toThrow(expect.objectContaining({ code: 'wrong-state' }));
  });
  it('numbers its tasks and is due with the earliest of those still open', () => {
    const meeting = state(HELD);
    expect(meeting.tasks.map(({ task, due, state: of }) => [task, due, of])).toEqual([
      ['1', '2026-11-10', 'open'],
      ['2', '2026-10-30', 'open'],
    ]);
    expect(MEETING.line(meeting)).toMatchObject({
      due: '2026-10-30',
      people: [
        { id: null, name: '李' },
        { id: null, name: '赵' },
      ],
    });
    expect(MEETING.line(state(DONE))).toMatchObject({ due: '2026-11-10', people: [{ id: null, name: '李' }] });
  });
  it('never numbers two tasks alike where one was numbered by hand', () =>
    expect(
      state([
        CONVENE,
        HOLD,
        ['AssignTask', { task: '2', text: 'x', unit: '一组', due: '2026-10-30' }, '2026-10-16'],
        TASK,
      ]).tasks.map(({ task }) => task),
    ).toEqual(['2', '3']));
  it('opens a task again that was not done as reported', () => {
    const meeting = state([...DONE, ['ReturnTask', { task: '2', reason: '方案不全' }, '2026-10-29']]);
    expect(meeting.tasks[1]).toMatchObject({
      state: 'open',
      completed: null,
      returned: [{ on: '2026-10-29', by: 'wang', reason: '方案不全' }],
    });
    expect(MEETING.line(meeting).due).toBe('2026-10-30');
  });
  it('is closed when one task is confirmed by somebody else and the other cancelled', () => {
    const meeting = state([
      ...DONE,
      ['ConfirmTask', { task: '2' }, '2026-10-29'],
      ['CancelTask', { task: '1', reason: '改为租赁' }, '2026-11-02'],
      ['CloseMeeting', {}, '2026-11-03'],
    ]);
    expect(meeting).toMatchObject({
      state: 'closed',
      heldOn: '2026-10-16',
      closedOn: '2026-11-03',
      tasks: [
        { state: 'cancelled' },
        { state: 'confirmed', completed: { by: 'zhao' }, confirmed: { on: '2026-10-29', by: 'wang' } },
      ],
    });
    expect(MEETING.line(meeting)).toMatchObject({ open: false, due: null, people: [] });
  });
  it('offers what its state allows', () => {
    expect(offeredFor(MEETING, 'none')).toEqual(['ConveneMeeting']);
    expect(offeredFor(MEETING, 'convened')).toEqual([
      'SetAgenda',
      'HoldMeeting',
      'RescheduleMeeting',
      'CallOffMeeting',
    ]);
    expect(offeredFor(MEETING, 'closed')).toEqual([]);
  });

  const refusals: Record<
    MeetingRejectionCode | 'matter-unknown' | 'matter-exists' | 'wrong-state' | 'occurred-in-future',
    readonly Step[]
  > = {
    'matter-unknown': [HOLD],
    'matter-exists': [CONVENE, CONVENE],
    'wrong-state': [CONVENE, HOLD, AGENDA],
    'occurred-in-future': [CONVENE, ['HoldMeeting', { attendees: [], occurredOn: '2026-10-15' }, '2026-10-14']],
    'meeting-step-too-early': [
      CONVENE,
      HOLD,
      ['AssignTask', { text: 'x', unit: '一组', due: '2026-10-30', occurredOn: '2026-10-15' }, '2026-10-16'],
    ],
    'meeting-planned-too-early': [
      ['ConveneMeeting', { title: 'x', kind: 'review', plannedOn: '2026-10-15' }, '2026-10-16'],
    ],
    'meeting-rescheduled-too-early': [
      CONVENE,
      ['RescheduleMeeting', { plannedOn: '2026-10-13', reason: 'x' }, '2026-10-14'],
    ],
    'meeting-day-unchanged': [
      CONVENE,
      LATER,
      ['RescheduleMeeting', { plannedOn: '2026-10-22', reason: 'x' }, '2026-10-15'],
    ],
    'agenda-project-twice': [
      CONVENE,
      [
        'SetAgenda',
        {
          items: [
            { project: 'p1', name: '桥' },
            { project: 'p1', name: '桥' },
          ],
          asOf: '2026-10-12',
          logPosition: '1',
        },
        '2026-10-13',
      ],
    ],
    'agenda-from-the-future': [
      CONVENE,
      ['SetAgenda', { items: [], asOf: '2026-10-14', logPosition: '1' }, '2026-10-13'],
    ],
    'task-exists': [
      CONVENE,
      HOLD,
      TASK,
      ['AssignTask', { task: '1', text: 'x', unit: '一组', due: '2026-10-30' }, '2026-10-16'],
    ],
    'task-unknown': [CONVENE, HOLD, TASK, ['CompleteTask', { task: '2', text: 'x' }, '2026-10-17']],
    'task-receiver-missing': [CONVENE, HOLD, ['AssignTask', { text: 'x', due: '2026-10-30' }, '2026-10-16']],
    'task-due-too-early': [CONVENE, HOLD, ['AssignTask', { text: 'x', unit: '一组', due: '2026-10-15' }, '2026-10-16']],
    'task-not-open': [...DONE, ['CompleteTask', { task: '2', text: 'x' }, '2026-10-29', 'li']],
    'task-not-completed': [...HELD, ['ConfirmTask', { task: '1' }, '2026-10-17']],
    'task-confirmed-by-its-author': [...DONE, ['ConfirmTask', { task: '2' }, '2026-10-29', 'zhao']],
    'task-settled': [
      ...DONE,
      ['ConfirmTask', { task: '2' }, '2026-10-29'],
      ['CancelTask', { task: '2', reason: 'x' }, '2026-10-30'],
    ],
    'tasks-unsettled': [
      ...DONE,
      ['CancelTask', { task: '1', reason: 'x' }, '2026-10-29'],
      ['CloseMeeting', {}, '2026-10-29'],
    ],
  };
  it.each(Object.entries(refusals))('refuses: %s', (code, steps) => {
    const before = play(steps.slice(0, -1));
    const [type, body, today, user] = steps.at(-1)!;
    expect(() => decideMatter(MEETING, command(type, body), foldMatter(MEETING, before), at(today, user))).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('after any sequence of commands has no two tasks of one number, none confirmed by who did it, and is closed with none unsettled', () => {
    const bodies: Record<keyof typeof MEETING_COMMANDS, (task: string) => object> = {
      ConveneMeeting: () => ({ title: 'x', kind: 'review', plannedOn: '2026-10-16' }),
      SetAgenda: () => ({ items: [], asOf: '2026-10-16', logPosition: '1' }),
      HoldMeeting: () => ({ attendees: [] }),
      RescheduleMeeting: () => ({ plannedOn: '2026-10-17', reason: 'x' }),
      CallOffMeeting: () => ({ reason: 'x' }),
      AssignTask: (task) => ({ ...(task === '1' ? {} : { task }), text: 'x', unit: '一组', due: '2026-10-20' }),
      CompleteTask: (task) => ({ task, text: 'x' }),
      ConfirmTask: (task) => ({ task }),
      ReturnTask: (task) => ({ task, reason: 'x' }),
      CancelTask: (task) => ({ task, reason: 'x' }),
      CloseMeeting: () => ({}),
    };
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])),
      fc.constantFrom('li', 'wang'),
      fc.constantFrom('1', '2', '3'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let events: readonly MeetingEvent[] = [];
        for (const [type, user, task] of [
          ['ConveneMeeting', 'wang', '1'] as const,
          ['HoldMeeting', 'wang', '1'] as const,
          ...steps,
        ]) {
          try {
            events = [
              ...events,
              ...decideMatter(
                MEETING,
                command(type, bodies[type](task)),
                foldMatter(MEETING, events),
                at('2026-10-16', user),
              ),
            ];
          } catch {
            continue;
          }
          const { tasks, state: now } = foldMatter(MEETING, events) as Meeting;
          expect(new Set(tasks.map((one) => one.task)).size).toBe(tasks.length);
          for (const { confirmed, completed } of tasks)
            if (confirmed !== null) expect(completed?.by).toBe(confirmed.by === 'li' ? 'wang' : 'li');
          if (now === 'closed')
            expect(tasks.filter((one) => one.state === 'open' || one.state === 'completed')).toEqual([]);
        }
      }),
    );
  });
});
