import { isSameNamed, namedIn, type Named, type People, type Person } from '../../person.ts';
import { InvalidCommand } from '../../fields/invalid.ts';
import { readCommand } from '../../fields/read-command.ts';
import { compareMoney, sameMoney, type Money } from '../../money.ts';
import { RecordSplitOff } from '../commands/identity.ts';
import { splitEntails, type Entailed } from '../entailed.ts';
import type { IDENTITY_COMMANDS } from '../commands/identity.ts';
import type { ProjectEventOf } from '../events.ts';
import { reject } from '../rejections.ts';
import { holds, splitTotal } from '../sound.ts';
import { filled, type Decisions, type Others } from './decision.ts';

const canBeRecorded = (children: readonly Entailed[]): void => {
  for (const { body } of children)
    try {
      readCommand(RecordSplitOff, body);
    } catch (error) {
      if (error instanceof InvalidCommand) reject('child-invalid', 'children');
      throw error;
    }
};

/** It is there, it lives, and no more comes with it than it has: what is merged is counted once. */
const canBeAbsorbed = (
  id: string,
  contracted: Money | undefined,
  { own, project }: Others,
  survivorSigned: boolean,
): void => {
  if (id === own) reject('absorbed-itself', 'absorbed');
  const absorbed = project(id);
  if (absorbed.phase === 'none') return reject('absorbed-unknown', 'absorbed');
  if (absorbed.end !== null) reject('absorbed-ended', 'absorbed');
  if (absorbed.contract !== null && !survivorSigned) reject('absorbed-signed', 'absorbed');
  if (contracted === undefined) return;
  const amount = absorbed.contract?.contracted ?? reject('absorbed-amount', 'contracted');
  if (amount.currency !== contracted.currency) reject('currency-differs', 'contracted');
  if (compareMoney(contracted, amount) > 0) reject('absorbed-amount', 'contracted');
};

const namedBy = (people: People, written: string, field: string): Named =>
  namedIn(people, written) ?? reject('person-unknown', field);

/** Said again it is nothing new. */
const another = (named: Named, before: Person | null): Named | undefined =>
  isSameNamed(named, before) ? undefined : named;
const otherPeople = (named: readonly Named[], before: readonly Person[]): readonly Named[] | undefined =>
  named.length === before.length && named.every((one, index) => isSameNamed(one, before[index]!)) ? undefined : named;

export const IDENTITY: Decisions<Exclude<keyof typeof IDENTITY_COMMANDS, 'RecordSplitOff'>> = {
  SplitProject: ({ children, rest }, project, on, { others }) => {
    const contract = project.contract ?? reject('no-contract');
    if (rest.currency !== contract.contracted.currency) reject('currency-differs', 'rest');
    const fact: ProjectEventOf<'ProjectSplit'> = {
      type: 'ProjectSplit',
      occurredOn: on,
      data: { children: children.map(({ id, code, title, contracted }) => ({ id, code, title, contracted })), rest },
    };
    holds(fact);
    if (!sameMoney(splitTotal(fact.data), contract.contracted)) reject('split-does-not-add-up', 'rest');
    if (children.some(({ id, code }) => others?.hasCode(code) || (others && others.project(id).phase !== 'none')))
      reject('child-exists', 'children');
    canBeRecorded(splitEntails(others?.own ?? project.code, project, fact)); // decided before the parent is stored: nothing is half split
    return [fact];
  },
  MergeProjects: ({ absorbed, contracted }, project, on, { others }) => {
    if (project.absorbed.includes(absorbed)) return [];
    if (others !== undefined) canBeAbsorbed(absorbed, contracted, others, project.contract !== null);
    if (contracted && project.contract && contracted.currency !== project.contract.contracted.currency)
      reject('currency-differs', 'contracted');
    return [{ type: 'ProjectsMerged', occurredOn: on, data: filled({ absorbed, contracted }) }];
  },
  RecordAbsorption: ({ survivor }, _project, on) => [{ type: 'ProjectAbsorbed', occurredOn: on, data: { survivor } }],
  RecordColumns: ({ extra, before }, _project, on) => [
    { type: 'ColumnsChanged', occurredOn: on, data: { extra, before } },
  ],
  RenameProject: ({ to }, project, on) => {
    return to === project.title ? [] : [{ type: 'ProjectRenamed', occurredOn: on, data: { from: project.title, to } }];
  },
  TagProject: ({ add = [], remove = [] }, project, on) => {
    const added = add.filter((tag) => !project.tags.includes(tag));
    const removed = remove.filter((tag) => project.tags.includes(tag));
    return added.length + removed.length === 0
      ? []
      : [{ type: 'ProjectTagged', occurredOn: on, data: { add: added, remove: removed } }];
  },
  AssignOwner: ({ unit, leader, steward, liaisons }, { owner }, on, { people }) => {
    const changed = filled({
      unit: unit === owner.unit ? undefined : unit,
      leader: leader === undefined ? undefined : another(namedBy(people, leader, 'leader'), owner.leader),
      steward: steward === undefined ? undefined : another(namedBy(people, steward, 'steward'), owner.steward),
      liaisons:
        liaisons === undefined
          ? undefined
          : otherPeople(
              liaisons.map((one) => namedBy(people, one, 'liaisons')),
              owner.liaisons,
            ),
    });
    return Object.keys(changed).length === 0 ? [] : [{ type: 'OwnerAssigned', occurredOn: on, data: changed }];
  },
  RequestTransfer: ({ toUnit, reason }, project, on) =>
    project.transfer?.toUnit === toUnit || project.owner.unit === toUnit
      ? []
      : [{ type: 'TransferRequested', occurredOn: on, data: { toUnit, reason } }],
  AcceptTransfer: (_command, project, on) => {
    const { toUnit } = project.transfer ?? reject('transfer-not-asked');
    return [{ type: 'TransferAccepted', occurredOn: on, data: { fromUnit: project.owner.unit, toUnit } }];
  },
  SetCredit: ({ shares }, project, on) => {
    const set = shares.map(({ unit, percent }) => ({ unit, percent }));
    return JSON.stringify(set) === JSON.stringify(project.credit)
      ? []
      : [{ type: 'CreditSet', occurredOn: on, data: { shares: set } }];
  },
};
