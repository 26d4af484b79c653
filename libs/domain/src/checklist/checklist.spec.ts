import fc from 'fast-check';
import { specifyMatter } from '../../../../test/support/specify-matter.ts';
import { decideMatter, foldMatter, offeredFor } from '../matter.ts';
import type { Checklist } from './checklist.ts';
import { CHECKLIST_COMMANDS } from './commands.ts';
import { CHECKLIST } from './decide.ts';
import type { ChecklistEvent } from './events.ts';
import type { ChecklistRejectionCode } from './rejections.ts';

const { at, command, play, state } = specifyMatter(CHECKLIST);

type Step = readonly [type: keyof typeof CHECKLIST_COMMANDS, body: object, today: string, user?: string];

const PAPER = [{ kind: '会议纪要', number: '7' }];
const ADD: Step = [
  'AddItem',
  { project: 'p1', projectName: '桥', key: 'dust', text: '扬尘整改', due: '2026-10-20', owner: '李' },
  '2026-10-08',
];
const SECOND: Step = ['AddItem', { key: 'road', text: '进场道路', due: '2026-10-15', owner: '赵' }, '2026-10-09'];
const REPORT: Step = ['ReportItem', { key: 'dust', text: '已整改', evidence: PAPER }, '2026-10-12', 'li'];
const VERIFY: Step = ['VerifyItem', { key: 'dust', accepted: true }, '2026-10-13', 'zhao'];

describe('the items that people add to a checklist', () => {
  it('belong to one project and are due with the earliest that nobody has reported', () => {
    const checklist = state([ADD, SECOND]);
    expect(checklist).toMatchObject({
      state: 'open',
      project: 'p1',
      projectName: '桥',
      items: [{ key: 'dust' }, { key: 'road' }],
    });
    expect(CHECKLIST.line(checklist)).toMatchObject({
      title: { zh: '桥 督办清单', en: 'Checklist of 桥' },
      project: 'p1',
      people: [
        { id: null, name: '李' },
        { id: null, name: '赵' },
      ],
      due: '2026-10-15',
      open: true,
    });
    expect(
      CHECKLIST.line(
        state([ADD, SECOND, ['ReportItem', { key: 'road', text: '已通', evidence: PAPER }, '2026-10-10', 'zhao']]),
      ),
    ).toMatchObject({ people: [{ id: null, name: '李' }], due: '2026-10-20', open: true });
  });
  it('are settled when somebody else has verified each, the paper kept', () => {
    const checklist = state([ADD, REPORT, VERIFY]);
    expect(checklist).toMatchObject({
      state: 'settled',
      version: 3,
      items: [
        {
          state: 'verified',
          report: { by: 'li', evidence: PAPER },
          verification: { on: '2026-10-13', by: 'zhao', accepted: true, version: 3 },
        },
      ],
    });
    expect(CHECKLIST.line(checklist)).toMatchObject({ open: false, due: null });
    expect(state([ADD, REPORT, VERIFY, SECOND]).state).toBe('open');
  });
  it('are open again when the report is not accepted, and say why', () =>
    expect(
      state([ADD, REPORT, ['VerifyItem', { key: 'dust', accepted: false, reason: '照片不清' }, '2026-10-13', 'zhao']]),
    ).toMatchObject({
      state: 'open',
      items: [{ state: 'open', verification: { accepted: false, reason: '照片不清' } }],
    }));
  it('may be removed while they are not verified, and added again', () =>
    expect(
      state([
        ADD,
        SECOND,
        ['RemoveItem', { key: 'dust', reason: '重复' }, '2026-10-12'],
        ['AddItem', { key: 'dust', text: '扬尘' }, '2026-10-12'],
      ]).items.map(({ key, text }) => [key, text]),
    ).toEqual([
      ['road', '进场道路'],
      ['dust', '扬尘'],
    ]));
  it.each(['start-certified', 'first-funds', 'milestone-land', 'milestone-水土保持', '施工许可', 'land'])(
    'are never ticked by hand where an event tells: %s',
    (key) => {
      const refused = expect.objectContaining({ code: 'item-told-by-events' });
      expect(() => play([['ReportItem', { key, text: 'x', evidence: PAPER }, '2026-10-12']])).toThrow(refused);
      expect(() => play([ADD, ['ReportItem', { key, text: 'x', evidence: PAPER }, '2026-10-12']])).toThrow(refused);
      expect(() => play([['AddItem', { project: 'p1', key, text: 'x' }, '2026-10-12']])).toThrow(refused);
    },
  );
  it('are offered as the state allows', () => {
    expect(offeredFor(CHECKLIST, 'open')).toEqual(['AddItem', 'ReportItem', 'VerifyItem', 'RemoveItem']);
    expect(offeredFor(CHECKLIST, 'settled')).toEqual(['AddItem', 'ReportItem']);
  });

  const refusals: Record<
    ChecklistRejectionCode | 'matter-unknown' | 'wrong-state' | 'occurred-in-future',
    readonly Step[]
  > = {
    // a checklist is opened by its first item, so it never exists already
    'matter-unknown': [VERIFY],
    'wrong-state': [ADD, REPORT, VERIFY, VERIFY],
    'occurred-in-future': [
      ADD,
      ['ReportItem', { key: 'dust', text: 'x', evidence: PAPER, occurredOn: '2026-10-13' }, '2026-10-12'],
    ],
    'item-told-by-events': [ADD, ['ReportItem', { key: 'contract-signed', text: 'x', evidence: PAPER }, '2026-10-12']],
    'item-exists': [ADD, ADD],
    'item-unknown': [ADD, ['RemoveItem', { key: 'road', reason: 'x' }, '2026-10-12']],
    'item-due-too-early': [['AddItem', { project: 'p1', key: 'dust', text: 'x', due: '2026-10-07' }, '2026-10-08']],
    'item-step-too-early': [
      ADD,
      REPORT,
      ['VerifyItem', { key: 'dust', accepted: true, occurredOn: '2026-10-11' }, '2026-10-13'],
    ],
    'item-not-open': [ADD, REPORT, REPORT],
    'item-not-reported': [ADD, VERIFY],
    'item-verified': [ADD, SECOND, REPORT, VERIFY, ['RemoveItem', { key: 'dust', reason: 'x' }, '2026-10-14']],
    'item-verified-by-reporter': [ADD, REPORT, ['VerifyItem', { key: 'dust', accepted: true }, '2026-10-13', 'li']],
    'item-reason-missing': [ADD, REPORT, ['VerifyItem', { key: 'dust', accepted: false }, '2026-10-13']],
    'item-evidence-missing': [ADD, ['ReportItem', { key: 'dust', text: 'x' }, '2026-10-12']],
    'checklist-project-missing': [['AddItem', { key: 'dust', text: 'x' }, '2026-10-08']],
    'checklist-project-differs': [ADD, ['AddItem', { project: 'p2', key: 'road', text: 'x' }, '2026-10-08']],
  };
  it.each(Object.entries(refusals))('are refused: %s', (code, steps) => {
    const before = play(steps.slice(0, -1));
    const [type, body, today, user] = steps.at(-1)!;
    expect(() => decideMatter(CHECKLIST, command(type, body), foldMatter(CHECKLIST, before), at(today, user))).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('after any sequence of commands have one key each, and are verified only with a paper and by somebody other than the reporter', () => {
    const bodies: Record<keyof typeof CHECKLIST_COMMANDS, (key: string) => object> = {
      AddItem: (key) => ({ project: 'p1', key, text: 'x' }),
      ReportItem: (key) => ({ key, text: 'x', evidence: PAPER }),
      VerifyItem: (key) => ({ key, accepted: true }),
      RemoveItem: (key) => ({ key, reason: 'x' }),
    };
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])),
      fc.constantFrom('li', 'wang'),
      fc.constantFrom('a', 'b', 'first-funds'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let events: readonly ChecklistEvent[] = [];
        for (const [type, user, key] of steps) {
          try {
            events = [
              ...events,
              ...decideMatter(
                CHECKLIST,
                command(type, bodies[type](key)),
                foldMatter(CHECKLIST, events),
                at('2026-10-08', user),
              ),
            ];
          } catch {
            continue;
          }
          const checklist = foldMatter(CHECKLIST, events) as Checklist;
          const keys = checklist.items.map((item) => item.key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys).not.toContain('first-funds');
          expect(checklist.version).toBe(events.length);
          expect(checklist.state).toBe(checklist.items.some((item) => item.state !== 'verified') ? 'open' : 'settled');
          for (const item of checklist.items)
            if (item.state === 'verified')
              expect([item.report?.evidence, item.verification?.by]).toEqual([
                PAPER,
                item.report?.by === 'li' ? 'wang' : 'li',
              ]);
        }
      }),
    );
  });
});
