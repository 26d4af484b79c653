import { isSaid } from '../fields/writing.ts';
import { addMoney, isPositive, LARGEST_AMOUNT, money, compareMoney, sumPercents, type Money } from '../money.ts';
import type { ProjectEvent, ProjectEventOf, ProjectEventType } from './events.ts';
import { reject, type RejectionCode } from './rejections.ts';
import { arrivedOf, type KnownProject } from './state.ts';

type Fault = readonly [code: RejectionCode, field: string] | false;

const firstOf = (...faults: readonly Fault[]): Fault => faults.find((fault) => fault !== false) ?? false;
const notPositive = (amount: Money | undefined, field: string): Fault =>
  amount !== undefined && !isPositive(amount) && ['amount-not-positive', field];
const blank = (title: string, field: string): Fault => !isSaid(title) && ['title-blank', field];
const twice = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** What must hold within one fact, whoever states it: a command, an import or a correction. Facts that are not named here hold whenever their fields do. */
const WITHIN: { readonly [T in ProjectEventType]?: (fact: ProjectEventOf<T>) => Fault } = {
  LeadRegistered: ({ data }) => firstOf(blank(data.title, 'title'), notPositive(data.intendedAmount, 'intendedAmount')),
  ProjectRecorded: ({ data }) =>
    firstOf(blank(data.title, 'title'), notPositive(data.intendedAmount, 'intendedAmount')),
  ProjectRenamed: ({ data }) => blank(data.to, 'to'),
  ContractSigned: ({ data: { contracted, fixedAssets, fundingSchedule = [] } }) =>
    firstOf(
      notPositive(contracted, 'contracted'),
      notPositive(fixedAssets, 'fixedAssets'),
      fixedAssets !== undefined && fixedAssets.currency !== contracted.currency && ['currency-differs', 'fixedAssets'],
      fundingSchedule.some(({ amount }) => !isPositive(amount)) && ['amount-not-positive', 'fundingSchedule'],
    ),
  ContractAmended: ({ data }) => notPositive(data.contractedTo, 'contractedTo'),
  ArrivalReported: ({ data: { amount, foreign } }) =>
    firstOf(
      notPositive(amount, 'amount'),
      notPositive(foreign?.amount, 'foreign'),
      foreign !== undefined && !(Number(foreign.rate) > 0) && ['amount-not-positive', 'foreign'],
    ),
  ProjectSuspended: ({ data: { expectedEnd }, occurredOn }) =>
    expectedEnd !== undefined && expectedEnd < occurredOn && ['date-not-later', 'expectedEnd'],
  ExcuseAccepted: ({ data: { until }, occurredOn }) => until < occurredOn && ['excuse-ended', 'until'],
  ProjectSplit: ({ data: { children, rest } }) =>
    firstOf(
      children.length === 0 && ['nothing-changes', 'children'],
      children.some(({ contracted }) => !isPositive(contracted)) && ['amount-not-positive', 'children'],
      rest.amount.startsWith('-') && ['amount-not-positive', 'rest'],
      children.some(({ contracted }) => contracted.currency !== rest.currency) && ['currency-differs', 'children'],
      (twice(children.map(({ id }) => id)) || twice(children.map(({ code }) => code))) && ['child-twice', 'children'],
      children.some(({ title }) => !isSaid(title)) && ['title-blank', 'children'],
    ),
  ProjectsMerged: ({ data }) => notPositive(data.contracted, 'contracted'),
  CreditSet: ({ data: { shares } }) =>
    firstOf(
      (sumPercents(shares.map(({ percent }) => percent)) !== '100' ||
        shares.some(({ percent }) => percent.startsWith('-'))) && ['credit-not-100', 'shares'],
      twice(shares.map(({ unit }) => unit)) && ['credit-unit-twice', 'shares'],
    ),
};

/** Refuses a fact that cannot be, by itself. `field`: the field to name instead of the fact's own. */
export const holds = (fact: ProjectEvent, field?: string): void => {
  const fault = (WITHIN[fact.type] as ((one: ProjectEvent) => Fault) | undefined)?.(fact) ?? false;
  if (fault !== false) reject(fault[0], field ?? fault[1]);
};

const MOST = money(String(LARGEST_AMOUNT));
const isTooLarge = (sum: Money): boolean => compareMoney(sum, { ...MOST, currency: sum.currency }) > 0;

/** Refuses what its facts make of a project where no figure of it could be kept: amounts that are each possible may together be none. */
export const bears = (project: KnownProject, field: string): void => {
  const contracted = project.contract === null ? [] : [project.contract.contracted];
  if ([...contracted, ...arrivedOf(project)].some(isTooLarge)) reject('amount-too-large', field);
};

/** The sum of a split: its children and what the parent keeps. */
export const splitTotal = ({ children, rest }: ProjectEventOf<'ProjectSplit'>['data']): Money =>
  children.reduce((sum, { contracted }) => addMoney(sum, contracted), rest);
