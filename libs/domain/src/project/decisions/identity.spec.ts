import { c, e, recorded, signed, yuan } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';
import type { Placed } from '../corrections.ts';
import type { ProjectEvent } from '../events.ts';
import { fold } from '../fold.ts';
import type { Others } from './decision.ts';

const ON = '2025-09-20';
const other = (...facts: readonly ProjectEvent[]) =>
  fold(facts.map((fact, index): Placed => ({ ...fact, version: index + 1 })));
const others = (known: Readonly<Record<string, ReturnType<typeof other>>>): Others => ({
  own: 'own',
  project: (id) => known[id] ?? { phase: 'none' },
  hasCode: () => false,
});

describe('a split', () => {
  const child = (id: string, code: string, amount: string) => ({ id, code, title: '二期', contracted: yuan(amount) });
  const children = [child('x', 'A2', '30000000.00'), child('y', 'A3', '20000000.00')];
  const split = c('SplitProject', { children, rest: yuan('50000000.00'), occurredOn: ON });

  it('says each child with its share, and what the parent keeps', () => {
    const said = [e('ProjectSplit', ON, { children, rest: yuan('50000000.00') })];
    given([recorded, signed]).when(split).then(said);
    given([recorded, signed], { others: others({}) })
      .when(split)
      .then(said);
  });
  it('is refused where one child of several is there already', () =>
    given([recorded, signed], { others: others({ y: other(recorded) }) })
      .when(split)
      .rejected('child-exists'));
  it('is in the currency of the contract', () => {
    const dollars = { ...child('x', 'A2', '1.00'), contracted: yuan('1.00', 'USD') };
    given([recorded, signed])
      .when(c('SplitProject', { children: [dollars], rest: yuan('99999999.00', 'USD') }))
      .rejected('currency-differs');
  });
});

describe('a merger', () => {
  const merge = (contracted?: object) => c('MergeProjects', { absorbed: 'x', contracted, occurredOn: ON });
  const merged = (contracted?: object) => e('ProjectsMerged', ON, { absorbed: 'x', contracted });

  it('brings at most the whole contract of the absorbed project, part of it, or none', () => {
    const known = { others: others({ x: other(recorded, signed) }) };
    for (const contracted of [yuan('100000000.00'), yuan('1.00')])
      given([recorded, signed], known)
        .when(merge(contracted))
        .then([merged(contracted)]);
    given([recorded], { others: others({ x: other(recorded) }) })
      .when(merge())
      .then([e('ProjectsMerged', ON, { absorbed: 'x' })]);
  });
  it('is in the currency of the contract, where there is one', () => {
    given([recorded, signed])
      .when(merge(yuan('1.00', 'USD')))
      .rejected('currency-differs');
    given([recorded])
      .when(merge(yuan('1.00', 'USD')))
      .then([merged(yuan('1.00', 'USD'))]);
    given([recorded, signed])
      .when(merge())
      .then([e('ProjectsMerged', ON, { absorbed: 'x' })]);
  });
  it('said again is nothing new, though the absorbed project has ended with it', () => {
    const absorbed = other(recorded, e('ProjectAbsorbed', ON, { survivor: 'own' }));
    given([recorded, merged()], { others: others({ x: absorbed }) })
      .when(merge())
      .then([]);
  });
});

describe('tags', () => {
  const tagged = { ...recorded, data: { ...recorded.data, tags: ['链主', '省重点'] } } as ProjectEvent;
  const tag = (fields: object) => c('TagProject', { ...fields, occurredOn: ON });

  it('are taken away where the project has them, and none is added with that', () => {
    given([tagged])
      .when(tag({ remove: ['链主', '外资'] }))
      .then([e('ProjectTagged', ON, { add: [], remove: ['链主'] })]);
    given([tagged])
      .when(tag({ remove: ['外资'] }))
      .then([]);
  });
  it('can be exchanged one for one', () =>
    given([tagged])
      .when(tag({ add: ['外资'], remove: ['链主'] }))
      .then([e('ProjectTagged', ON, { add: ['外资'], remove: ['链主'] })]));
});

describe('who holds a project', () => {
  const owned = [recorded, e('OwnerAssigned', '2025-02-01', { unit: '一科', liaisons: ['李乙', '王丙'] })];

  it('can be told a part at a time', () => {
    given(owned)
      .when(c('AssignOwner', { unit: '二科', occurredOn: ON }))
      .then([e('OwnerAssigned', ON, { unit: '二科' })]);
    given(owned)
      .when(c('AssignOwner', { steward: '张甲', occurredOn: ON }))
      .then([e('OwnerAssigned', ON, { steward: '张甲' })]);
  });
  it('changes with one liaison of several', () =>
    given(owned)
      .when(c('AssignOwner', { liaisons: ['李乙', '赵丁'], occurredOn: ON }))
      .then([e('OwnerAssigned', ON, { liaisons: ['李乙', '赵丁'] })]));
  it('is not asked to hand it over to itself', () =>
    given(owned)
      .when(c('RequestTransfer', { toUnit: '一科', reason: '分工' }))
      .then([]));
});
