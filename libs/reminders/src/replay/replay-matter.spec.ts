import {
  alike,
  DEFAULT_DEADLINES,
  DEFAULT_POLICY,
  DEFAULT_RULES,
  sideBySide,
  type DomainEvent,
  type IsoDate,
  type Policy,
  type RecordedEvent,
} from '#domain';
import { memoryStore } from '#event-store';
import { MATTERS_OWING } from '../owed/matter-reminders.ts';
import { replay } from './replay.ts';
import { replayMatter } from './replay-matter.ts';

const day = (text: string): IsoDate => text as IsoDate;
const [from, to] = [day('2026-03-01'), day('2026-06-30')];
type Fact = readonly [type: string, on: string, data: object];
const history = (stream: string, facts: readonly Fact[]): RecordedEvent[] =>
  facts.map(([type, on, data], index) => ({
    id: `${stream} ${index}`,
    event: { type, occurredOn: day(on), data } as DomainEvent,
    schemaVersion: 1,
    stream,
    version: index + 1,
    position: BigInt(index + 1),
    recordedAt: `${on}T02:00:00.000Z`,
    previousHash: '',
    hash: '',
    meta: { actor: { user: 'office', unit: null }, commandId: String(index) },
  }));
const ordered: Fact = [
  'OrderIssued',
  '2026-03-02',
  {
    number: '督办〔2026〕1号',
    project: 'a',
    projectName: 'Works',
    rung: 'supervision',
    unit: 'Park',
    people: ['Head'],
    receiptDue: '2026-03-05',
    replyDue: '2026-03-16',
  },
];
const replied = (on: string): Fact => ['OrderReplied', on, { by: 'Head', text: 'begun' }];
const draft: Policy = {
  ...DEFAULT_POLICY,
  version: 2,
  deadlines: { ...DEFAULT_DEADLINES, order: { ...DEFAULT_DEADLINES.order, nearDueDays: 3, interviewWorkingDays: 4 } },
};
const apart = (facts: readonly Fact[], policy = draft): readonly string[] =>
  replayMatter(
    history('order-1', facts),
    MATTERS_OWING['order']!,
    ...sideBySide(DEFAULT_RULES, policy, to),
    from,
    to,
  ).map(
    ({ clock, before, after }) =>
      `${clock} ${before === null ? 'nobody' : `${before.rung} ${before.on}`} → ${after === null ? 'nobody' : `${after.rung} ${after.on}`}`,
  );

it('the policy in force tells the same, whatever its number and first day', () => {
  expect(apart([ordered], { ...DEFAULT_POLICY, version: 9, validFrom: day('2026-03-10') })).toEqual([]);
  expect(apart([ordered, replied('2026-03-20')], DEFAULT_POLICY)).toEqual([]);
});
it('an order that nobody answers would be reminded of and interviewed about on other days; the days it was given stand', () => {
  expect(apart([ordered])).toEqual([
    'order-reply near-due 2026-03-09 → near-due 2026-03-13',
    'order-reply interview 2026-03-30 → interview 2026-03-20',
  ]);
});
it('an answer ends what it was owed after its day, on both sides', () => {
  expect(apart([ordered, replied('2026-03-10')])).toEqual(['order-reply near-due 2026-03-09 → nobody']); // the draft's near-due day came after the answer
  expect(apart([ordered, replied('2026-03-24')])).toEqual([
    'order-reply near-due 2026-03-09 → near-due 2026-03-13',
    'order-reply nobody → interview 2026-03-20',
  ]);
});
it('a notice of a day off that was answered before the next working day was sent by neither', () => {
  const saturday: Policy = {
    ...draft,
    deadlines: { ...draft.deadlines, order: { ...DEFAULT_DEADLINES.order, nearDueDays: 2 } },
  }; // 14 March, sent on Monday the 16th
  expect(apart([ordered, replied('2026-03-15')], saturday)).toEqual(['order-reply near-due 2026-03-09 → nobody']);
  expect(apart([ordered, replied('2026-03-17')], saturday)).toEqual([
    'order-reply near-due 2026-03-09 → near-due 2026-03-14',
  ]);
});
it('a date that was extended is told of by its new day, once it was', () => {
  const extended: readonly Fact[] = [
    ordered,
    ['ExtensionRequested', '2026-03-11', { by: 'Head', until: '2026-03-31', reason: 'rain' }],
    ['ExtensionDecided', '2026-03-12', { granted: true, until: '2026-03-31' }],
  ];
  expect(apart(extended)).toEqual([
    'order-reply near-due 2026-03-24 → near-due 2026-03-28',
    'order-reply interview 2026-04-15 → interview 2026-04-07',
    'order-reply near-due 2026-03-09 → nobody', // of the first date: sent before it moved, and under the draft not yet
  ]);
});
it('a replay of everything counts matters beside projects, and shows those alone that may be seen', async () => {
  const store = memoryStore();
  for (const id of ['1', '2'])
    await store.append(
      `order-${id}`,
      0,
      history(`order-${id}`, [ordered]).map(({ id: event, event: fact, schemaVersion, meta }) => ({
        id: event,
        event: fact,
        schemaVersion,
        meta: { ...meta, commandId: event },
      })),
    );
  const [before, after] = sideBySide(DEFAULT_RULES, draft, to);
  const names = { project: null, matter: { kind: 'order', id: '1', number: '督办〔2026〕1号', title: alike('Works') } };
  const { differences, counts } = await replay(
    store,
    { before, after, from, to, holder: () => null },
    { project: () => true, matter: async (kind, id) => (kind === 'order' && id === '1' ? names : null) },
  );
  expect(counts).toEqual({ colour: 0, notice: 2, list: 0, due: 0, projects: 0, matters: 1 });
  expect(differences.map(({ matter, what, on }) => [matter!.title.en, what, on])).toEqual([
    ['Works', 'notice', '2026-03-09'],
    ['Works', 'notice', '2026-03-30'],
  ]);
});
