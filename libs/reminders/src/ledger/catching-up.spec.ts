import { DEFAULT_POLICY, rulesOf, type IsoDate, type RecordedEvent } from '#domain';
import { memoryStore } from '#event-store';
import { bureauInMemory } from '../../../../test/support/reminding.ts';
import { recordOf, waiting } from '../../../../test/support/reminders.ts';
import { fireAll } from '../firing/fire.ts';
import type { Reminder } from '../owed/reminder.ts';
import { absorb, catchUp } from './fold.ts';
import type { LedgerChange, ReminderLedger } from './ledger.ts';
import { owedNow } from './owed-now.ts';

const BEFORE = '2026-05-28T03:00:00Z';
const NEAR_DUE = '2026-06-01T04:00:00Z';
const ORDER = {
  ...{ number: '督办〔2026〕1号', project: 'a', projectName: '项目a', rung: 'supervision', unit: '01', people: [] },
  ...{ receiptDue: '2026-08-06', replyDue: '2026-08-17' },
};
type Bureau = ReturnType<typeof bureauInMemory>;

/** The same ledger, which says what each step wrote. */
const writing = (ledger: ReminderLedger) => {
  const written: LedgerChange[] = [];
  const told: ReminderLedger = {
    ...ledger,
    step: (work) =>
      ledger.step(async (at) => {
        const change = await work(at);
        if (change !== null) written.push(change);
        return change;
      }),
  };
  return { ledger: told, written };
};
const at = async ({ ledger }: Bureau) => (await ledger.due('2000-01-01T00:00:00.000Z', 1)).at;
const states = async (bureau: Bureau, id: string) =>
  (await bureau.rows(id))
    .filter(({ on }) => on <= ('2026-07-01' as IsoDate))
    .map(({ rung, state }) => `${rung} ${state}`);

it('a project owes what its facts say, and the ledger stands where the log does', async () => {
  const bureau = bureauInMemory(BEFORE);
  await catchUp(bureau.tools);
  expect(await at(bureau)).toEqual({ position: 0n, rules: '', dispatched: 0 });
  await bureau.sign('a', '2026-07-01');
  await catchUp(bureau.tools);
  expect(await at(bureau)).toEqual({
    position: await bureau.store.head(),
    rules: bureau.settings.rules.id,
    dispatched: 0,
  });
  expect(await states(bureau, 'a')).toEqual(['near-due waiting', 'near-due waiting', 'due waiting']);
});

it('each page is paced, in the time that it took; nothing new costs one look at the head', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  const paced: number[] = [];
  const pace = async (worked: number): Promise<void> => {
    paced.push(worked);
  };
  await catchUp({ ...bureau.tools, pace });
  expect(paced).toHaveLength(1);
  expect(paced[0]).toBeGreaterThanOrEqual(0);
  expect(paced[0]).toBeLessThan(performance.now());
  const reads: bigint[] = [];
  const store = {
    ...bureau.store,
    readAll: (after: bigint, limit: number) => {
      reads.push(after);
      return bureau.store.readAll(after, limit);
    },
  };
  await catchUp({ ...bureau.tools, store, pace });
  expect([paced.length, reads]).toEqual([1, []]);
});

it('a start that is certified takes back what waits; what fell due is withdrawn, what lies ahead is owed no more', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  await catchUp(bureau.tools);
  const { ledger, written } = writing(bureau.ledger);
  await bureau.record('project-a', 'StartCertified', {}, '2026-05-28');
  await catchUp({ ...bureau.tools, ledger });
  expect(await states(bureau, 'a')).toEqual([]);
  expect(written).toHaveLength(1);
  expect(written[0]!.drop.every(({ state }) => state === 'waiting')).toBe(true);
  expect(written[0]!.drop.length).toBeGreaterThan(2);
});

it('a due day that moves dates anew what still waits, in its old place', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  await catchUp(bureau.tools);
  const { ledger, written } = writing(bureau.ledger);
  await bureau.record('project-a', 'ContractAmended', { kind: 'schedule', agreedStartTo: '2026-07-11' });
  await catchUp({ ...bureau.tools, ledger });
  const moved = written[0]!.change.filter(({ after }) => after.clock === 'agreed-start' && after.rung === 'due');
  expect(moved.map(({ before, after }) => [before.on, after.on, before.key === after.key])).toEqual([
    ['2026-07-01', '2026-07-11', true],
  ]);
  expect(written[0]!.issued).toEqual([]);
});

it('what was issued is told shortly where nothing else of it changed, and whole where something did', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  await bureau.sign('b', '2026-07-01');
  await catchUp(bureau.tools);
  bureau.at(NEAR_DUE);
  const { tree } = bureau.settings;
  const leave = { person: { id: null, name: '管家' }, from: '2026-06-01', until: '2026-06-30', deputy: null };
  const { ledger, written } = writing(bureau.ledger);
  await fireAll({ ...bureau.tools, ledger });
  const issued = written.flatMap((one) => one.issued).filter(({ clock }) => clock === 'agreed-start');
  expect(issued.map(({ project, state }) => `${project} ${state}`)).toEqual(['a sent', 'b sent']);
  bureau.settings.tree = { ...tree, leaves: [leave as never] };
  written.length = 0;
  bureau.at('2026-06-24T04:00:00Z'); // seven days before
  await fireAll({ ...bureau.tools, ledger });
  const changed = written
    .flatMap((one) => one.change)
    .filter(({ after }) => after.clock === 'agreed-start' && after.on === ('2026-06-24' as IsoDate));
  expect(changed.map(({ after }) => after.to.map(({ person }) => person))).toEqual([
    ['管家', '副组长'],
    ['管家', '副组长'],
  ]);
});

it('under new rules the log is folded anew: what was issued stays, what still waits is dated by them', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  bureau.at(NEAR_DUE);
  await fireAll(bureau.tools);
  const { dispatched } = await at(bureau);
  expect(dispatched).toBe(1);
  const { ledger, written } = writing(bureau.ledger);
  const policy = {
    ...DEFAULT_POLICY,
    version: 2,
    validFrom: '2026-06-02' as IsoDate,
    ladder: [{ rung: 'interview' as const, when: { daysLate: 20 }, to: ['supervision-office' as const] }],
  };
  bureau.settings.rules = rulesOf([{ type: 'PolicyPublished', data: { policy } }]);
  await catchUp({ ...bureau.tools, ledger });
  expect(written[0]).toMatchObject({ anew: true, position: 0n, dispatched: 0, rules: bureau.settings.rules.id });
  expect(await at(bureau)).toEqual({
    ...{ position: await bureau.store.head(), rules: bureau.settings.rules.id, dispatched },
  });
  expect(
    (await bureau.rows('a')).map(({ rung, on, state, policyVersion }) => `${rung} ${on} ${state} ${policyVersion}`),
  ).toEqual(['near-due 2026-06-01 sent 1', 'interview 2026-07-21 waiting 2']);
});

it('a subject whose facts cannot be folded is set aside with the fact and the reason; the others are told, and it comes back when it is mended', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  const odd = await bureau.record('project-b', 'NobodyKnows@9', {});
  const { ledger, written } = writing(bureau.ledger);
  await catchUp({ ...bureau.tools, ledger });
  expect(written[0]!.aside.add).toMatchObject([
    { reader: 'reminders', stream: 'project-b', position: odd.position, version: 1 },
  ]);
  expect(written[0]!.aside.back).toEqual(['project-a']);
  expect(await states(bureau, 'a')).toHaveLength(3);
});

it('a day that no calendar has is set aside, too', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  await bureau.record('order-1', 'OrderIssued', {
    ...{ ...ORDER, replyDue: '9999-12-31' },
  });
  const { ledger, written } = writing(bureau.ledger);
  await catchUp({ ...bureau.tools, ledger });
  expect(written[0]!.aside.add.map(({ stream, reason }) => `${stream}: ${reason}`)).toEqual([
    'order-1: 10000-01-01 is no day',
  ]);
  expect(written[0]!.aside.back).toEqual(['project-a']);
});

it('an order is to be opened from the notice on until it is issued, folded page by page or all at once', async () => {
  const bureau = bureauInMemory(BEFORE);
  await bureau.sign('a', '2026-07-01');
  bureau.at('2026-08-03T04:00:00Z');
  const died = { ...bureau.tools, projectName: async () => Promise.reject(new RangeError('died')) };
  await expect(fireAll(died)).rejects.toThrow(RangeError);
  const toOpen = async () => (await bureau.ledger.unopened(9)).map(({ key }) => key);
  const [key] = await toOpen();
  const issue = (stream: string) => bureau.record(stream, 'OrderIssued', ORDER);
  await issue('order-of-a-person');
  await bureau.record('order-of-a-person', 'OrderClosed', {});
  await catchUp(bureau.tools);
  expect(await toOpen()).toEqual([key]);
  await issue(`order-${key}`);
  await catchUp(bureau.tools);
  expect(await toOpen()).toEqual([]);
  await bureau.ledger.clear();
  await catchUp(bureau.tools);
  expect(await toOpen()).toEqual([]);
});

describe('what was just recorded', () => {
  const counting = (bureau: Bureau) => {
    let read = 0;
    const store = {
      ...bureau.store,
      readAll: (after: bigint, limit: number) => {
        read += 1;
        return bureau.store.readAll(after, limit);
      },
    };
    return { tools: { ...bureau.tools, store }, read: () => read };
  };
  const begun = async () => {
    const bureau = bureauInMemory(BEFORE);
    await bureau.sign('a', '2026-07-01');
    await catchUp(bureau.tools);
    return bureau;
  };
  const progress = (bureau: Bureau): Promise<RecordedEvent> =>
    bureau.record('project-a', 'ProgressReported', { text: '会谈' });

  it('is folded without being read back, in whatever order it is handed over', async () => {
    const bureau = await begun();
    const facts = [await progress(bureau), await progress(bureau), await progress(bureau)];
    const { tools, read } = counting(bureau);
    await absorb(tools, [facts[2]!, facts[0]!, facts[1]!]);
    expect([read(), (await at(bureau)).position]).toEqual([0, await bureau.store.head()]);
    await absorb(tools, []);
    expect(read()).toBe(0);
  });

  it('is read back where something lies between it and what was folded, or within it', async () => {
    const before = await begun();
    await progress(before);
    const first = counting(before);
    await absorb(first.tools, [await progress(before)]);
    expect([first.read() > 0, (await at(before)).position]).toEqual([true, await before.store.head()]);
    const within = await begun();
    const facts = [await progress(within), await progress(within), await progress(within)];
    const second = counting(within);
    await absorb(second.tools, [facts[0]!, facts[2]!]);
    expect([second.read() > 0, (await at(within)).position]).toEqual([true, await within.store.head()]);
  });

  it('is read back where the rules are others by now', async () => {
    const bureau = await begun();
    const policy = { ...DEFAULT_POLICY, version: 2, validFrom: '2026-06-02' as IsoDate };
    bureau.settings.rules = rulesOf([{ type: 'PolicyPublished', data: { policy } }]);
    const { tools, read } = counting(bureau);
    await absorb(tools, [await progress(bureau)]);
    expect([read() > 0, (await at(bureau)).rules]).toEqual([true, bureau.settings.rules.id]);
  });
});

describe('what subjects owe now', () => {
  const rules = bureauInMemory(BEFORE).settings.rules;
  const page = (...events: readonly RecordedEvent[]) =>
    new Map(events.map((one) => [one.stream, [one] as readonly RecordedEvent[]]));

  it('is asked of projects, orders, issues and meetings alone, and of none that was reckoned with these facts', async () => {
    const bureau = bureauInMemory(BEFORE);
    await bureau.sign('a', '2026-07-01');
    const facts = await bureau.store.readStream('project-a');
    const streams = new Map([['project-a', facts]]);
    const asked: (readonly string[])[] = [];
    const ledger: ReminderLedger = {
      ...bureau.ledger,
      rowsOf: async (subjects) => {
        asked.push(subjects);
        return bureau.ledger.rowsOf(subjects);
      },
    };
    const tools = { ...bureau.tools, ledger };
    const other = page(recordOf('targets-2026', 'TargetSet', {}), recordOf('dispatch', 'NoticesDispatched', {}));
    expect(await owedNow(tools, other, rules)).toMatchObject({ before: [], write: [], drop: [] });
    const known = new Map([['project-a', 3]]);
    expect((await owedNow(tools, streams, rules, known)).reckoned).toBe(known);
    expect(asked).toEqual([]);
    const { write, reckoned } = await owedNow(
      tools,
      streams,
      rules,
      new Map([
        ['project-a', 2],
        ['project-z', 9],
      ]),
    );
    expect(write.length).toBeGreaterThan(3);
    expect([...reckoned]).toEqual([
      ['project-a', 3],
      ['project-z', 9],
    ]);
    expect(asked).toEqual([['project-a']]);
  });

  it('is reckoned with what the ledger holds of the subject, and of no other', async () => {
    const bureau = bureauInMemory(BEFORE);
    await bureau.sign('a', '2026-07-01');
    const stale: Reminder = waiting({ recurrence: 99, on: '2026-09-01' as IsoDate });
    const ledger = { ...bureau.ledger, rowsOf: async () => [stale] };
    const streams = new Map([['project-a', await bureau.store.readStream('project-a')]]);
    const found = await owedNow({ ...bureau.tools, ledger, store: memoryStore() }, streams, rules);
    expect(found.before).toEqual([stale]);
    expect(found.drop).toEqual([stale.key]);
    expect(found.aside).toEqual({ add: [], back: ['project-a'] });
  });
});
