import fc from 'fast-check';
import { inBusinessOrder, type Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';
import { factAt, holdsFact } from './known-facts.ts';

/** By walking through the facts that stand: what the quick way must answer. */
const found = (standing: readonly Placed[], fact: ProjectEvent): boolean =>
  standing.some(
    (event) =>
      event.type === fact.type &&
      event.occurredOn === fact.occurredOn &&
      JSON.stringify(event.data) === JSON.stringify(fact.data),
  );

const said = fc.record({
  type: fc.constant('ProgressReported' as const),
  occurredOn: fc.constantFrom('2026-03-01', '2026-03-02'),
  data: fc.record({ text: fc.constantFrom('进场', '打桩', '封顶') }),
});
const voids = fc.record({
  type: fc.constant('FactVoided' as const),
  occurredOn: fc.constant('2026-03-02'),
  data: fc.record({ target: fc.nat(11), reason: fc.constant('误报') }),
});
/** Any facts and voids of them, each void of something earlier, another void among them. */
const facts = fc
  .tuple(said, fc.array(fc.oneof(said, voids), { maxLength: 11 }))
  .map(([first, rest]) => [
    first,
    ...rest.map((one, index) =>
      one.type === 'FactVoided' ? { ...one, data: { ...one.data, target: 1 + (one.data.target % (index + 1)) } } : one,
    ),
  ]) as fc.Arbitrary<ProjectEvent[]>;
const numbered = (events: readonly ProjectEvent[]): Placed[] =>
  events.map((event, index) => ({ ...event, version: index + 1 }));

describe('whether a fact is known already', () => {
  it('is answered as a walk through the history answers, while the history grows and whichever was asked before', () =>
    fc.assert(
      fc.property(facts, facts, fc.array(fc.nat(11), { maxLength: 6 }), (one, other, cuts) => {
        const trunk = numbered(one);
        const fork = [...trunk.slice(0, 3), ...numbered([...one.slice(0, 3), ...other]).slice(3)];
        for (const cut of [...cuts, 12])
          for (const history of [trunk, fork, trunk.slice(0, cut), fork.slice(0, cut), []]) {
            const [asked, standing] = [[...one, ...other], inBusinessOrder(history)];
            expect(asked.filter((fact) => holdsFact(history, fact))).toEqual(
              asked.filter((fact) => found(standing, fact)),
            );
          }
      }),
    ));

  it('finds the fact of a version in a whole history and in a part of one', () =>
    fc.assert(
      fc.property(facts, fc.nat(11), fc.nat(13), (events, from, version) => {
        const part = numbered(events).slice(from);
        expect(factAt(part, version)).toBe(part.find((event) => event.version === version));
      }),
    ));
});
