import fc from 'fast-check';
import { addDays, isoDate, type IsoDate, type ProjectEvent, type RecordedEvent } from '#domain';
import { memoryStore } from '#event-store';
import { history, type Fact } from '../../../../test/support/project-history.ts';
import { commandKey } from '../command-key.ts';
import { foldProject, growProject, mayHoldFact, mayHoldKey, type FoldedProject } from './folded-project.ts';
import { knownProjects } from './known-projects.ts';

const FIRST = isoDate('2026-01-05');
const KINDS = ['line', 'rename', 'hold', 'resume', 'sign', 'void', 'move', 'hollow', 'newer'] as const;
type Kind = (typeof KINDS)[number];

const factOf = (kind: Kind, day: number, target: number, version: number): Fact => {
  const at = 1 + (target % (version - 1));
  const data: Readonly<Record<Kind, readonly [string, unknown]>> = {
    line: ['ProgressReported', { text: `第${target}行` }],
    rename: ['ProjectRenamed', { to: `名称${target}` }],
    hold: ['ProjectSuspended', { reason: '停' }],
    resume: ['ProjectResumed', {}],
    sign: ['ContractSigned', { contracted: { amount: '100.00', currency: 'CNY' } }],
    void: ['FactVoided', { target: at, reason: '误' }],
    move: ['FactCorrected', { target: at, field: 'occurredOn', from: FIRST, to: addDays(FIRST, day), reason: '误' }],
    hollow: ['FactCorrected', null],
    newer: ['ProgressReported@9', {}],
  };
  const [type, content] = data[kind];
  return [type as ProjectEvent['type'], addDays(FIRST, day), content as object];
};

const histories = fc
  .array(fc.record({ kind: fc.constantFrom(...KINDS), day: fc.integer({ min: -5, max: 40 }), target: fc.nat(6) }), {
    maxLength: 12,
  })
  .map((steps): readonly RecordedEvent[] =>
    history([
      ['ProjectRecorded', FIRST, { code: 'A', title: '甲' }],
      ...steps.map(({ kind, day, target }, index) => factOf(kind, day, target, index + 2)),
    ]),
  );
const withKeys = fc
  .tuple(histories, fc.array(fc.constantFrom('a/1/', 'a/2/', 'b/1/', '7f3>', ''), { minLength: 13, maxLength: 13 }))
  .map(([events, keys]) =>
    events.map((event, index) => ({ ...event, meta: { ...event.meta, commandId: `${keys[index]!}${index % 3}x` } })),
  );

const shown = ({ said, commands, ...rest }: FoldedProject) => ({
  ...rest,
  said: [...said].sort(),
  commands: [...commands].sort(),
});

it('a project that grows fact by fact stands where a fold of all its facts stands, or says that it must be folded', () =>
  fc.assert(
    fc.property(withKeys, fc.nat(12), (events, cut) => {
      const [before, news] = [events.slice(0, cut), events.slice(cut)];
      const grown = growProject(foldProject(before), news);
      if (grown !== null) expect(shown(grown)).toEqual(shown(foldProject(events)));
      else
        expect(
          news.some(({ event: { type, occurredOn, data } }) => {
            const latest = before.reduce<IsoDate | ''>(
              (day, one) => (one.event.occurredOn > day ? one.event.occurredOn : day),
              '',
            );
            const isLate = occurredOn < latest || news.some((one) => occurredOn < one.event.occurredOn);
            return isLate || type.startsWith('Fact') || type.includes('@') || data === null;
          }),
        ).toBe(true);
    }),
  ));

it('never denies a fact that was said, nor a key that was used', () =>
  fc.assert(
    fc.property(withKeys, (events) => {
      const folded = foldProject(events);
      for (const { event, meta } of events) {
        expect(mayHoldFact(folded, event as ProjectEvent)).toBe(true);
        expect(mayHoldKey(folded, meta.commandId)).toBe(true);
      }
    }),
  ));

it('tells of a fact or a key that is new that it is', () => {
  const first = commandKey('clerk', 'k1', 'ReportProgress', { text: '进场' });
  const [recorded] = history([['ProgressReported', FIRST, { text: '进场' }]]);
  const folded = foldProject([{ ...recorded!, meta: { ...recorded!.meta, commandId: first.id } }]);
  const said = (text: string, occurredOn = FIRST): ProjectEvent => ({
    type: 'ProgressReported',
    occurredOn,
    data: { text },
  });
  expect(mayHoldFact(folded, said('进场'))).toBe(true);
  expect([mayHoldFact(folded, said('打桩')), mayHoldFact(folded, said('进场', addDays(FIRST, 1)))]).toEqual([
    false,
    false,
  ]);
  const again = commandKey('clerk', 'k1', 'ReportProgress', { text: '打桩' }); // the same key for another command
  const others = [commandKey('clerk', 'k2', 'ReportProgress', {}), commandKey('other', 'k1', 'ReportProgress', {})];
  expect([first, again, ...others].map(({ id }) => mayHoldKey(folded, id))).toEqual([true, true, false, false]);
});

describe('projects for those who only look', () => {
  const counted = () => {
    const store = memoryStore();
    const reads: number[] = [];
    const known = knownProjects({
      readStream: (stream, after = 0) => {
        reads.push(after);
        return store.readStream(stream, after);
      },
    });
    const add = async (facts: readonly Fact[]): Promise<void> => {
      const last = (await store.readStream('project-x')).length;
      await store.append(
        'project-x',
        last,
        history(facts).map(({ event, schemaVersion, meta }, index) => ({
          id: `0000000${last + index}-0000-4000-8000-000000000000`,
          event,
          schemaVersion,
          meta: { ...meta, commandId: `c${last + index}` },
        })),
      );
    };
    return { known: () => known('project-x'), reads, add };
  };

  it('are read whole once and asked for their news afterwards; a late fact has them read again', async () => {
    const { known, reads, add } = counted();
    await add([['ProjectRecorded', FIRST, { code: 'A', title: '甲' }]]);
    expect(await known()).toMatchObject({ version: 1, project: { title: '甲' } });
    await add([['ProjectRenamed', addDays(FIRST, 2), { to: '乙' }]]);
    expect(await known()).toMatchObject({ version: 2, project: { title: '乙' } });
    expect(reads).toEqual([0, 1]);
    await add([['ProjectRenamed', addDays(FIRST, 1), { to: '丙' }]]);
    expect(await known()).toMatchObject({ version: 3, project: { title: '乙' } });
    expect(reads).toEqual([0, 1, 2, 0]);
  });

  it('are read once by a crowd', async () => {
    const { known, reads, add } = counted();
    await add([['ProjectRecorded', FIRST, { code: 'A', title: '甲' }]]);
    const all = await Promise.all(Array.from({ length: 64 }, known));
    expect(new Set(all.map(({ version }) => version))).toEqual(new Set([1]));
    expect(reads.filter((after) => after === 0)).toHaveLength(1);
  });
});
