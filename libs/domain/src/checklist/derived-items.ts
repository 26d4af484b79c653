import type { Clock, ClockName } from '../clocks/index.ts';
import type { Policy } from '../policy/policy.ts';
import { inBusinessOrder, type Placed } from '../project/corrections.ts';
import type { ProjectEventType } from '../project/events.ts';
import { counted, type Dated, type KnownProject } from '../project/state.ts';
import type { Sentence } from '../rejected.ts';
import { PROJECT_MILESTONES, completed, milestoneOf, type ProjectMilestone } from './milestones.ts';

/** The event that did an item: of the project, or of its checklist where people added the item. */
export interface DoneBy extends Dated {
  readonly event: ProjectEventType | 'ChecklistItemVerified';
}

/** What an item may look at. `history` may be empty: then an item whose event the project does not remember is done without naming it. */
export interface ItemFacts {
  readonly project: KnownProject;
  readonly clocks: readonly Clock[];
  readonly history: readonly Placed[];
}

export interface DerivedItem {
  readonly key: string;
  readonly text: (policy: Policy) => Sentence;
  readonly done: (facts: ItemFacts) => DoneBy | 'unplaced' | null;
  readonly turn: (project: KnownProject) => boolean; // whether it can be done by now; before, it is not due
  readonly past: (project: KnownProject) => boolean; // whether the lifecycle has gone by: nobody can do it any more, so it is listed only where it was done
  readonly clocks: readonly ClockName[]; // whose due day it has, the earliest
}

const by = (event: ProjectEventType, fact: Dated | null): DoneBy | null =>
  fact === null ? null : { event, version: fact.version, on: fact.on };

const lastOf = (event: ProjectEventType, history: readonly Placed[]): DoneBy | 'unplaced' => {
  const fact = inBusinessOrder(history).findLast(({ type }) => type === event);
  return fact === undefined ? 'unplaced' : { event, version: fact.version, on: fact.occurredOn };
};

const leadPast = ({ isLead, negotiation, contract, framework }: KnownProject): boolean =>
  !isLead || (negotiation ?? contract ?? framework) !== null;
const signed = ({ contract }: KnownProject): boolean => contract !== null;
const begun = ({ startCertified }: KnownProject): boolean => startCertified !== null;
const never = (): boolean => false;

type Row = Omit<DerivedItem, 'text' | 'clocks'> & {
  readonly zh: string;
  readonly en: string;
  readonly clocks?: readonly ClockName[];
};
const row = ({ zh, en, clocks = [], ...item }: Row): DerivedItem => ({ ...item, text: () => ({ zh, en }), clocks });

// A later step of a lead that is done says that the earlier ones were: its clock reads it the same way.
const acknowledged = ({ project }: ItemFacts): DoneBy | null =>
  by('LeadAcknowledged', project.acknowledged) ?? screened({ project });
const screened = ({ project }: Pick<ItemFacts, 'project'>): DoneBy | null =>
  by('LeadScreened', project.screened) ?? by('LeadFedBack', project.fedBack);

const firstFunds = ({ project }: ItemFacts): DoneBy | null =>
  by(
    'ArrivalCertified',
    project.arrivals
      .filter(counted)
      .reduce<Dated | null>(
        (first, { certified }) =>
          certified !== null && (first === null || certified.on < first.on) ? certified : first,
        null,
      ),
  );

/** Its clock alone says when enough had arrived; a clock that the end of the project stopped says nothing. */
const enoughFunds = ({ project, clocks }: ItemFacts): DoneBy | null => {
  const stopped = clocks.find(({ clock }) => clock === 'funds-15-percent')?.stopped ?? null;
  if (stopped === null || stopped.version === project.end?.version) return null;
  return by(
    project.arrivals.some(({ certified }) => certified?.version === stopped.version)
      ? 'ArrivalCertified'
      : 'ArrivalReported',
    stopped,
  );
};

const milestone = (one: ProjectMilestone): DerivedItem => ({
  key: `milestone-${one.key}`,
  text: () => one.text,
  done: ({ project }) => by('MilestoneCompleted', completed(project, one)),
  turn: signed,
  past: never,
  clocks: [],
});

/** Every item that the project's own events tell, in the order of the lifecycle. */
export const DERIVED_ITEMS: readonly DerivedItem[] = [
  row({
    key: 'lead-acknowledged',
    zh: '线索签收',
    en: 'Lead acknowledged',
    done: acknowledged,
    turn: () => true,
    past: leadPast,
    clocks: ['lead-response'],
  }),
  row({
    key: 'lead-screened',
    zh: '线索研判',
    en: 'Lead screened',
    done: screened,
    turn: (project) => project.acknowledged !== null,
    past: leadPast,
    clocks: ['lead-response'],
  }),
  row({
    key: 'lead-fed-back',
    zh: '线索反馈',
    en: 'Lead fed back',
    done: ({ project }) => by('LeadFedBack', project.fedBack),
    turn: (project) => project.screened !== null,
    past: leadPast,
    clocks: ['lead-response'],
  }),
  row({
    key: 'negotiation-opened',
    zh: '启动洽谈',
    en: 'Negotiation opened',
    done: ({ project }) => by('NegotiationOpened', project.negotiation),
    turn: ({ isLead, screened: outcome, framework }) => !isLead || outcome?.valuable === true || framework !== null,
    past: signed,
  }),
  row({
    key: 'pre-review-passed',
    zh: '通过预审',
    en: 'Pre-review passed',
    done: ({ project: { preReview } }) => (preReview?.result === 'passed' ? by('PreReviewDecided', preReview) : null),
    turn: ({ negotiation }) => negotiation !== null,
    past: signed,
  }),
  row({
    key: 'joint-review-held',
    zh: '召开联审会',
    en: 'Joint review held',
    done: ({ project }) => by('JointReviewHeld', project.jointReview),
    turn: ({ negotiation }) => negotiation !== null,
    past: signed,
  }),
  row({
    key: 'contract-signed',
    zh: '签订正式合同',
    en: 'Contract signed',
    done: ({ project: { contract } }) =>
      by(contract?.counts === false ? 'ProjectSplitOff' : 'ContractSigned', contract),
    turn: ({ phase }) => phase !== 'lead',
    past: never,
    clocks: ['negotiation-standard', 'negotiation-large'],
  }),
  row({
    key: 'contract-filed',
    zh: '合同备案',
    en: 'Contract filed',
    done: ({ project, history }) => (project.contract?.filingNumber == null ? null : lastOf('ContractFiled', history)),
    turn: signed,
    past: never,
  }),
  ...PROJECT_MILESTONES.map(milestone),
  row({
    key: 'start-planned',
    zh: '确定计划开工日期',
    en: 'Start planned',
    done: ({ project, history }) => (project.plannedStart === null ? null : lastOf('StartPlanned', history)),
    turn: signed,
    past: ({ startReported, startCertified }) => (startReported ?? startCertified) !== null,
  }),
  row({
    key: 'start-reported',
    zh: '报告开工',
    en: 'Start reported',
    done: ({ project }) => by('StartReported', project.startReported),
    turn: signed,
    past: begun,
  }),
  row({
    key: 'start-certified',
    zh: '开工认定',
    en: 'Start certified',
    done: ({ project }) => by('StartCertified', project.startCertified),
    turn: ({ contract, startReported }) => (contract ?? startReported) !== null,
    past: never,
    clocks: ['agreed-start', 'start-floor', 'signed-one-year'],
  }),
  row({
    key: 'statistics-entered',
    zh: '入库纳统',
    en: 'Statistics entered',
    done: ({ project }) => by('StatisticsEntered', project.statisticsEntered),
    turn: begun,
    past: never,
    clocks: ['statistical-entry'],
  }),
  row({
    key: 'first-funds',
    zh: '首笔资金到位',
    en: 'First funds arrived',
    done: firstFunds,
    turn: begun,
    past: never,
    clocks: ['first-funds'],
  }),
  {
    key: 'funds-15-percent',
    text: ({ fundsPercent }) => ({
      zh: `到位资金达到合同额的 ${fundsPercent}%`,
      en: `${fundsPercent} % of the contracted investment arrived`,
    }),
    done: enoughFunds,
    turn: begun,
    past: never,
    clocks: ['funds-15-percent'],
  },
];

const KEYS: ReadonlySet<string> = new Set(DERIVED_ITEMS.map(({ key }) => key));

/** Whether an event tells the item of that key, so that nobody may tick it by hand. A milestone is meant by any of its names. */
export const toldByEvents = (key: string): boolean =>
  KEYS.has(key) || key.startsWith('milestone-') || milestoneOf(key) !== null;
