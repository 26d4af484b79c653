import type { IsoDate } from '../dates.ts';
import type { IssueFactor, IssueLevel } from '../issue/events.ts';
import type { MeetingKind } from '../meeting/events.ts';
import type { UnitRole } from '../organisation/events.ts';
import type { OutreachKind } from '../outreach/outreach.ts';
import type {
  AmendmentKind,
  ArrivalKind,
  LandMode,
  NegotiationClass,
  Origin,
  ProjectEvent,
  TerminationKind,
} from '../project/events.ts';
import type { Phase } from '../project/phases.ts';
import { w, type Words } from './sentence.ts';
import { CLOCK_WORDS } from './time.ts';

export const PHASE_WORDS: Words<Phase> = {
  lead: w('线索', 'Lead'),
  negotiation: w('在谈', 'Negotiation'),
  signing: w('签约', 'Signing'),
  start: w('开工', 'Start'),
  funding: w('到位资金', 'Funding'),
  production: w('投产', 'Production'),
  dropped: w('放弃', 'Dropped'),
  terminated: w('终止投资', 'Terminated'),
  completed: w('完成', 'Completed'),
  merged: w('已并入', 'Merged'),
};
export const NEGOTIATION_CLASS_WORDS: Words<NegotiationClass> = {
  standard: w('一般', 'Standard'),
  large: w('重大', 'Large'),
};
export const LAND_MODE_WORDS: Words<LandMode> = { purchase: w('征地', 'Purchase'), lease: w('租赁', 'Lease') };
export const OPINION_WORDS: Words<'agree' | 'conditional' | 'disagree'> = {
  agree: w('同意', 'Agree'),
  conditional: w('附条件同意', 'Agree on conditions'),
  disagree: w('不同意', 'Disagree'),
};
export const PRE_REVIEW_WORDS: Words<'passed' | 'returned' | 'failed'> = {
  passed: w('通过', 'Passed'),
  returned: w('退回', 'Returned'),
  failed: w('不通过', 'Failed'),
};
export const FRAMEWORK_WORDS: Words<'framework' | 'intent'> = {
  framework: w('框架协议', 'Framework agreement'),
  intent: w('意向协议', 'Letter of intent'),
};
export const AMENDMENT_WORDS: Words<AmendmentKind> = {
  increase: w('增资', 'Capital increase'),
  upgrade: w('升格', 'Upgrade'),
  scope: w('建设内容变更', 'Change of scope'),
  party: w('签约主体变更', 'Change of party'),
  schedule: w('进度变更', 'Change of schedule'),
};
export const ARRIVAL_KIND_WORDS: Words<ArrivalKind> = {
  'registered-capital': w('注册资本', 'Registered capital'),
  land: w('土地款', 'Land'),
  building: w('厂房', 'Building'),
  equipment: w('设备', 'Equipment'),
  'working-capital': w('流动资金', 'Working capital'),
  loan: w('借款', 'Loan'),
  deposit: w('保证金', 'Deposit'),
  other: w('其他', 'Other'),
};
export const ORIGIN_WORDS: Words<Origin> = {
  overseas: w('境外', 'Overseas'),
  'out-of-province': w('省外', 'Out of province'),
  'out-of-city': w('市外', 'Out of city'),
  'out-of-district': w('区外', 'Out of district'),
  local: w('区内', 'Local'),
};
export const TERMINATION_WORDS: Words<TerminationKind> = {
  'by-investor': w('投资方原因', 'By the investor'),
  'by-bureau': w('招商方原因', 'By the bureau'),
  revoked: w('撤销', 'Revoked'),
};
export const FACTOR_WORDS: Words<IssueFactor> = {
  land: w('用地', 'Land'),
  energy: w('用能', 'Energy'),
  finance: w('资金', 'Finance'),
  approval: w('审批', 'Approvals'),
  labour: w('用工', 'Labour'),
  forest: w('林地', 'Forest land'),
  capacity: w('产能', 'Capacity'),
  market: w('市场', 'Market'),
  planning: w('规划', 'Planning'),
  other: w('其他', 'Other'),
};
export const LEVEL_WORDS: Words<IssueLevel> = {
  unit: w('单位', 'Unit'),
  district: w('县区', 'District'),
  city: w('市级', 'City'),
};
export const MEETING_KIND_WORDS: Words<MeetingKind> = {
  scheduling: w('调度会', 'Scheduling'),
  'escalated-scheduling': w('提级调度会', 'Escalated scheduling'),
  review: w('复盘会', 'Review'),
};
export const OUTREACH_KIND_WORDS: Words<OutreachKind> = {
  trip: w('外出招商', 'Trip'),
  visit: w('走访企业', 'Visit'),
  reception: w('接待客商', 'Reception'),
  promotion: w('推介活动', 'Promotion'),
};
export const UNIT_ROLE_WORDS: Words<UnitRole> = {
  head: w('负责人', 'Head'),
  deputy: w('副职', 'Deputy'),
  leader: w('包保领导', 'Responsible leader'),
  steward: w('项目管家', 'Project steward'),
  liaison: w('联络员', 'Liaison'),
  supervision: w('督查人员', 'Supervision officer'),
};

// The fields of a fact that hold one of a few values, read off the facts themselves: a value without a word does not compile.
type One<Value> = NonNullable<Value> extends readonly (infer Item)[] ? Item : NonNullable<Value>;
type IsChoice<Value> = [Value] extends [string] ? (string extends Value ? false : IsDay<Value>) : false;
type IsDay<Value> = Value extends IsoDate ? false : true;
type ChoicesIn<Data> = {
  readonly [Field in keyof Data as IsChoice<One<Data[Field]>> extends true ? Field : never]-?: Words<
    One<Data[Field]> & string
  >;
};
type Data<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { readonly type: Type }>['data'];
type WithChoices = {
  [Type in ProjectEvent['type']]: keyof ChoicesIn<Data<Type>> extends never ? never : Type;
}[ProjectEvent['type']];

/** The words of the values in facts, by fact and field. */
export const VALUE_WORDS: { readonly [Type in WithChoices]: ChoicesIn<Data<Type>> } = {
  NegotiationOpened: { class: NEGOTIATION_CLASS_WORDS },
  OpinionGiven: { opinion: OPINION_WORDS },
  PreReviewDecided: { result: PRE_REVIEW_WORDS },
  FrameworkAgreed: { kind: FRAMEWORK_WORDS },
  ContractSigned: { landMode: LAND_MODE_WORDS },
  ContractAmended: { kind: AMENDMENT_WORDS },
  ArrivalReported: { kind: ARRIVAL_KIND_WORDS, origin: ORIGIN_WORDS },
  ProjectTerminated: { kind: TERMINATION_WORDS },
  ProjectReactivated: { from: PHASE_WORDS, restart: CLOCK_WORDS },
  ProjectSplitOff: { landMode: LAND_MODE_WORDS },
  ExcuseAccepted: { clock: CLOCK_WORDS },
};
