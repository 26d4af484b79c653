import fc from 'fast-check';
import { specifyMatter } from '../../../../test/support/specify-matter.ts';
import { decideMatter, foldMatter, offeredFor } from '../matter.ts';
import { SCHEDULING_COMMANDS } from './commands.ts';
import { SCHEDULING_LIST } from './decide.ts';
import type { SchedulingEvent } from './events.ts';
import type { SchedulingRejectionCode } from './rejections.ts';
import { nextStepOf, openItems, type SchedulingList } from './scheduling-list.ts';

const { at, command, play, state } = specifyMatter(SCHEDULING_LIST);

type Step = readonly [type: keyof typeof SCHEDULING_COMMANDS, body: object, today: string, user?: string];

const BRIDGE = {
  project: 'p1',
  code: 'A-1',
  name: '桥',
  unit: '一组',
  colour: 'red',
  clock: 'agreed-start',
  daysLate: 120,
  reason: '用地',
  responsible: '张',
  nextStep: '十月摘牌',
  carriedOver: true,
};
const TOWER = { project: 'p2', code: 'A-2', name: '塔', colour: 'green', responsible: '李', carriedOver: false };
const ISSUED: Step = [
  'IssueSchedulingList',
  { month: '2026-10', number: '调度〔2026〕10号', asOf: '2026-09-30', position: '4711', items: [BRIDGE, TOWER] },
  '2026-10-08',
];
const CLOSE_OFF: Step = [
  'CloseOffItem',
  { project: 'p1', basis: '开工认定〔2026〕7号', text: '已开工' },
  '2026-10-20',
  'zhao',
];

describe('a scheduling list', () => {
  it('keeps its lines as they were issued and counts in its title what is not closed off', () => {
    const list = state([ISSUED, CLOSE_OFF]);
    expect(list.items.map(({ line }) => line)).toEqual([BRIDGE, TOWER]);
    expect(list.items[0]?.closedOff).toEqual({
      on: '2026-10-20',
      by: 'zhao',
      basis: '开工认定〔2026〕7号',
      text: '已开工',
    });
    expect(SCHEDULING_LIST.line(list)).toMatchObject({
      number: '调度〔2026〕10号',
      title: {
        zh: '2026-10 项目调度清单（未销号 1 / 共 2）',
        en: 'Scheduling list of 2026-10 (1 of 2 still open)',
      },
      people: [{ id: null, name: '李' }],
      unit: null,
      open: true,
      due: null,
    });
  });
  it('leaves its number to be given where none was', () =>
    expect(
      state([
        [
          'IssueSchedulingList',
          { month: '2026-10', unit: '一组', asOf: '2026-09-30', position: '1', items: [] },
          '2026-10-08',
        ],
      ]),
    ).toMatchObject({ number: '', unit: '一组', items: [] }));
  it('shows the step noted last and keeps the one that was issued', () => {
    const [bridge] = state([
      ISSUED,
      ['NoteItem', { project: 'p1', text: '十一月进场' }, '2026-10-12'],
      ['NoteItem', { project: 'p1', text: '十二月进场' }, '2026-10-19'],
    ]).items;
    expect([nextStepOf(bridge!), bridge?.line.nextStep, bridge?.notes.length]).toEqual(['十二月进场', '十月摘牌', 2]);
  });
  it('hands what is open at its close to the next month', () => {
    const list = state([ISSUED, CLOSE_OFF, ['CloseSchedulingList', {}, '2026-10-31']]);
    expect(list).toMatchObject({ state: 'closed', closedOn: '2026-10-31' });
    expect(openItems(list).map(({ line }) => line.project)).toEqual(['p2']);
    expect(SCHEDULING_LIST.line(list).open).toBe(false);
  });
  it('offers what its state allows', () => {
    expect(offeredFor(SCHEDULING_LIST, 'none')).toEqual(['IssueSchedulingList']);
    expect(offeredFor(SCHEDULING_LIST, 'issued')).toEqual(['CloseOffItem', 'NoteItem', 'CloseSchedulingList']);
    expect(offeredFor(SCHEDULING_LIST, 'closed')).toEqual([]);
  });

  const refusals: Record<
    SchedulingRejectionCode | 'matter-unknown' | 'matter-exists' | 'wrong-state' | 'occurred-in-future',
    readonly Step[]
  > = {
    'matter-unknown': [CLOSE_OFF],
    'matter-exists': [ISSUED, ISSUED],
    'wrong-state': [
      ISSUED,
      ['CloseSchedulingList', {}, '2026-10-31'],
      ['CloseOffItem', { project: 'p1', basis: 'x', text: 'x' }, '2026-11-01'],
    ],
    'occurred-in-future': [ISSUED, ['CloseSchedulingList', { occurredOn: '2026-11-01' }, '2026-10-31']],
    'scheduling-step-too-early': [
      ISSUED,
      ['CloseOffItem', { project: 'p1', basis: 'x', text: 'x', occurredOn: '2026-10-07' }, '2026-10-20'],
    ],
    'scheduling-project-twice': [
      [
        'IssueSchedulingList',
        { month: '2026-10', asOf: '2026-09-30', position: '1', items: [BRIDGE, TOWER, BRIDGE] },
        '2026-10-08',
      ],
    ],
    'scheduling-as-of-too-late': [
      ['IssueSchedulingList', { month: '2026-10', asOf: '2026-10-09', position: '1', items: [] }, '2026-10-08'],
    ],
    'scheduling-month-ahead': [
      ['IssueSchedulingList', { month: '2026-11', asOf: '2026-10-08', position: '1', items: [] }, '2026-10-08'],
    ],
    'scheduling-item-unknown': [ISSUED, ['CloseOffItem', { project: 'p3', basis: 'x', text: 'x' }, '2026-10-20']],
    'scheduling-item-closed-off': [ISSUED, CLOSE_OFF, CLOSE_OFF],
    'close-off-basis-missing': [ISSUED, ['CloseOffItem', { project: 'p1', text: 'x' }, '2026-10-20']],
  };
  it.each(Object.entries(refusals))('refuses: %s', (code, steps) => {
    const before = play(steps.slice(0, -1));
    const [type, body, today, user] = steps.at(-1)!;
    expect(() =>
      decideMatter(SCHEDULING_LIST, command(type, body), foldMatter(SCHEDULING_LIST, before), at(today, user)),
    ).toThrow(expect.objectContaining({ code }));
  });

  it('after any sequence of commands has the lines that were issued, closed off at most once each, and no item opened again', () => {
    const bodies: Record<keyof typeof SCHEDULING_COMMANDS, (project: string) => object> = {
      IssueSchedulingList: () => ({ month: '2026-11', asOf: '2026-09-30', position: '1', items: [] }),
      CloseOffItem: (project) => ({ project, basis: 'x', text: 'x' }),
      NoteItem: (project) => ({ project, text: 'x' }),
      CloseSchedulingList: () => ({}),
    };
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])),
      fc.constantFrom('p1', 'p2', 'p3'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let events: readonly SchedulingEvent[] = play([ISSUED]);
        let open = 2;
        for (const [type, project] of steps) {
          try {
            events = [
              ...events,
              ...decideMatter(
                SCHEDULING_LIST,
                command(type, bodies[type](project)),
                foldMatter(SCHEDULING_LIST, events),
                at('2026-10-20'),
              ),
            ];
          } catch {
            continue;
          }
          const list = foldMatter(SCHEDULING_LIST, events) as SchedulingList;
          expect(list.items.map(({ line }) => line)).toEqual([BRIDGE, TOWER]);
          expect(openItems(list).length).toBe(type === 'CloseOffItem' ? open - 1 : open);
          open = openItems(list).length;
        }
      }),
    );
  });
});
