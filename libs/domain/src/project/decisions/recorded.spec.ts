import { given } from '../../../../../test/support/specify-project.ts';
import {
  arrival,
  c,
  certified,
  e,
  lead,
  opened,
  recorded,
  sign,
  signed,
  started,
  yuan,
} from '../../../../../test/support/project-facts.ts';
import type { ProjectCommandType } from '../commands.ts';
import type { ProjectEvent } from '../events.ts';

interface Row {
  readonly past: readonly ProjectEvent[];
  readonly type: ProjectCommandType;
  readonly fields?: object;
  readonly fact: ProjectEvent['type'];
  readonly data?: object; // where it is not the fields
  readonly again?: string; // how it is refused when it is said again on the same day; else it says nothing new
  readonly later?: string; // the same for another day; '': it says nothing new then either; absent: it is recorded
  readonly other?: object; // said otherwise on the same day it is new
}
const ON = '2025-09-20';
const LATER = '2025-09-25';
const live = [recorded, opened];
const built = [recorded, signed, started];
const split = { other: 'B2', level: 'L2', score: 0.9, reasons: ['名称相近'], ruleVersion: '1' };

// prettier-ignore
const ROWS: readonly Row[] = [
  { past: [lead], type: 'AcknowledgeLead', fields: { by: '张甲' }, fact: 'LeadAcknowledged', later: 'lead-acknowledged' },
  { past: [lead], type: 'ScreenLead', fields: { valuable: true, reasons: ['产业相符'] }, fact: 'LeadScreened', other: { valuable: false } },
  { past: [lead], type: 'FeedBackLead', fields: { text: '已约谈' }, fact: 'LeadFedBack' },
  { past: [lead], type: 'ClaimFirstContact', fields: { unit: '一科', text: '首报' }, fact: 'FirstContactClaimed', later: '', other: { unit: '二科' } },
  { past: [lead, e('FirstContactClaimed', '2025-02-01', { unit: '一科' })], type: 'DecideClaim', fields: { granted: true, until: '2026-01-01', reason: '属实' }, fact: 'ClaimDecided', again: 'no-claim', later: 'no-claim' },
  { past: [lead], type: 'FlagDuplicate', fields: split, fact: 'DuplicateFlagged', later: '', other: { other: 'C3' } },
  { past: [lead, e('DuplicateFlagged', '2025-02-01', split)], type: 'ResolveDuplicate', fields: { other: 'B2', same: false, reason: '两家企业' }, fact: 'DuplicateResolved', later: '', other: { same: true } },
  { past: [recorded], type: 'OpenNegotiation', fields: { class: 'large', owner: '一科' }, fact: 'NegotiationOpened', later: 'negotiation-open' },
  { past: live, type: 'ReportProgress', fields: { text: '拿地', nextStep: '设计', nextDate: '2025-12-01' }, fact: 'ProgressReported', other: { text: '打桩' } },
  { past: live, type: 'SubmitPreReview', fields: { departments: ['发改'] }, fact: 'PreReviewSubmitted' },
  { past: live, type: 'GiveOpinion', fields: { department: '发改', opinion: 'agree', text: '同意' }, fact: 'OpinionGiven', other: { opinion: 'disagree' } },
  { past: live, type: 'DecidePreReview', fields: { result: 'passed', meeting: '3', text: '通过' }, fact: 'PreReviewDecided', other: { result: 'returned' } },
  { past: live, type: 'HoldJointReview', fields: { meeting: '5', investment: yuan('1.00'), landMu: '30', outputPerMu: yuan('2.00') }, fact: 'JointReviewHeld', later: '', other: { meeting: '6' } },
  { past: live, type: 'ExtendNegotiation', fields: { until: '2025-12-01', reason: '用地', approver: '王局' }, data: { until: '2025-12-01', reason: '用地' }, fact: 'NegotiationExtended', later: '', other: { until: '2025-12-02' } },
  { past: live, type: 'PlanSigning', fields: { month: '2025-10' }, fact: 'SigningPlanned', later: '', other: { month: '2025-11' } },
  { past: live, type: 'AgreeFramework', fields: { kind: 'framework', amount: yuan('9.00'), number: 'F-1' }, fact: 'FrameworkAgreed', other: { kind: 'intent' } },
  { past: [recorded, signed], type: 'FileContract', fields: { filingNumber: 'B-1' }, fact: 'ContractFiled', later: '', other: { filingNumber: 'B-2' } },
  { past: [recorded, signed], type: 'RecordCeremony', fields: { text: '集中签约' }, fact: 'CeremonyRecorded' },
  { past: [recorded, signed], type: 'CompleteMilestone', fields: { milestone: 'land' }, fact: 'MilestoneCompleted', later: '', other: { milestone: 'planning' } },
  { past: [recorded, signed], type: 'PlanStart', fields: { plannedOn: '2025-12-01' }, fact: 'StartPlanned', later: '', other: { plannedOn: '2025-12-02' } },
  { past: [recorded, signed], type: 'ReportStart', fact: 'StartReported' },
  { past: [recorded, signed], type: 'CertifyStart', fields: { verifier: '李乙' }, fact: 'StartCertified', later: 'start-certified' },
  { past: built, type: 'EnterStatistics', fields: { form: '206', threshold: '500万元' }, fact: 'StatisticsEntered', later: 'statistics-entered' },
  { past: built, type: 'ReportArrival', fields: { arrival: 'V9', amount: yuan('7.00'), kind: 'land', origin: 'overseas', voucher: 'P-9' }, fact: 'ArrivalReported', later: 'arrival-exists' },
  { past: [...built, arrival], type: 'CertifyArrival', fields: { arrival: 'V1' }, fact: 'ArrivalCertified', later: 'arrival-certified' },
  { past: [...built, arrival, certified], type: 'ReverseArrival', fields: { arrival: 'V1', reason: '退款' }, fact: 'ArrivalReversed', again: 'arrival-reversed', later: 'arrival-reversed' },
  { past: [recorded], type: 'RenameProject', fields: { to: '轴承二期' }, data: { from: 'Bearings', to: '轴承二期' }, fact: 'ProjectRenamed', later: '' },
  { past: [recorded], type: 'TagProject', fields: { add: ['链主'] }, data: { add: ['链主'], remove: [] }, fact: 'ProjectTagged', later: '', other: { add: ['链主', '省重点'] } },
  { past: [recorded, e('OwnerAssigned', '2025-02-01', { unit: '一科' })], type: 'RequestTransfer', fields: { toUnit: '二科', reason: '分工' }, fact: 'TransferRequested', later: '', other: { toUnit: '三科' } },
  { past: [recorded, e('OwnerAssigned', '2025-02-01', { unit: '一科' }), e('TransferRequested', '2025-03-01', { toUnit: '二科', reason: '分工' })], type: 'AcceptTransfer', data: { fromUnit: '一科', toUnit: '二科' }, fact: 'TransferAccepted', again: 'transfer-not-asked', later: 'transfer-not-asked' },
  { past: live, type: 'SuspendProject', fields: { reason: '用地', expectedEnd: '2025-12-01' }, fact: 'ProjectSuspended', later: 'already-on-hold' },
  { past: [...live, e('ProjectSuspended', '2025-09-20', { reason: '用地' })], type: 'ResumeProject', fact: 'ProjectResumed', again: 'not-on-hold', later: 'not-on-hold' },
  { past: [recorded, signed], type: 'AcceptExcuse', fields: { clock: 'agreed-start', until: '2025-12-01', reason: '用地' }, fact: 'ExcuseAccepted', other: { until: '2025-12-02' } },
  { past: [lead], type: 'DropLead', fields: { reason: '投资方改投外地' }, fact: 'LeadDropped', again: 'wrong-phase', later: 'wrong-phase' },
  { past: [recorded, signed, e('StartReported', '2025-09-01')], type: 'RejectStart', fields: { reason: '未动土' }, fact: 'StartRejected', again: 'start-not-reported', later: 'start-not-reported' },
  { past: built, type: 'StartProduction', fact: 'ProductionStarted', again: 'wrong-phase', later: 'wrong-phase' },
  { past: built, type: 'CompleteProject', fields: { text: '竣工验收' }, fact: 'ProjectCompleted', again: 'wrong-phase', later: 'wrong-phase' },
  { past: [recorded, signed], type: 'TerminateProject', fields: { kind: 'by-investor', reason: '撤资', recoveries: yuan('3.00') }, fact: 'ProjectTerminated', again: 'wrong-phase', later: 'wrong-phase' },
  { past: [recorded], type: 'MergeProjects', fields: { absorbed: 'B2', contracted: yuan('5.00') }, fact: 'ProjectsMerged', later: '', other: { absorbed: 'C3' } },
  { past: [recorded], type: 'RecordAbsorption', fields: { survivor: 'A0' }, fact: 'ProjectAbsorbed', again: 'wrong-phase', later: 'wrong-phase' },
  { past: [recorded], type: 'RecordColumns', fields: { extra: { 备注: '新' }, before: { 备注: '旧' } }, fact: 'ColumnsChanged' },
  { past: [recorded], type: 'SetCredit', fields: { shares: [{ unit: '一科', percent: '60' }, { unit: '二科', percent: '40' }] }, fact: 'CreditSet', later: '', other: { shares: [{ unit: '一科', percent: '100' }] } },
  { past: [...built, arrival], type: 'ReportArrival', fields: { arrival: 'V9', amount: yuan('7.00'), foreign: { amount: yuan('1.00', 'USD'), rate: '7.00', rateOn: '2025-09-19' }, kind: 'land' }, fact: 'ArrivalReported', later: 'arrival-exists' },
  { past: [recorded, signed], type: 'AmendContract', fields: { kind: 'scope', text: '增加厂房' }, fact: 'ContractAmended' },
];

const said = ({ type, fields = {} }: Row, on: string, other: object = {}) =>
  c(type, { ...fields, ...other, occurredOn: on });
const factOf = ({ fact, fields, data = fields ?? {} }: Row) => e(fact, ON, data);

it.each(ROWS.map((row) => [row.type, row] as const))('%s records what it says', (_type, row) => {
  given(row.past)
    .when(said(row, ON))
    .then([factOf(row)]);
});

it.each(ROWS.map((row) => [row.type, row] as const))('%s said again tells nothing new', (_type, row) => {
  const past = [...row.past, factOf(row)];
  const outcome = (on: string, refused: string | undefined) => {
    const told = given(past).when(said(row, on));
    if (refused === undefined) told.then([]);
    else told.rejected(refused);
  };
  outcome(ON, row.again);
  if (row.later !== undefined) outcome(LATER, row.later === '' ? undefined : row.later);
  else
    given(past)
      .when(said(row, LATER))
      .then([{ ...factOf(row), occurredOn: LATER } as ProjectEvent]);
});

it.each(ROWS.filter(({ other }) => other !== undefined).map((row) => [row.type, row] as const))(
  '%s said otherwise on the same day is recorded',
  (_type, row) => {
    const data = { ...(row.data ?? row.fields), ...row.other };
    const expected = row.type === 'TagProject' ? { add: ['省重点'], remove: [] } : data;
    given([...row.past, factOf(row)])
      .when(said(row, ON, row.other))
      .then([e(row.fact, ON, expected)]);
  },
);

it('what is dated before the fact that it follows is refused', () => {
  const held = [...live, e('ProjectSuspended', ON, { reason: '用地' })];
  given(held)
    .when(c('ResumeProject', { occurredOn: '2025-09-19' }))
    .rejected('date-not-later');
  given([...built, arrival])
    .when(c('ReverseArrival', { arrival: 'V1', reason: '退款', occurredOn: '2025-09-09' }))
    .rejected('before-arrival');
  given([...built, arrival])
    .when(c('ReverseArrival', { arrival: 'V1', reason: '退款', occurredOn: '2025-09-10' }))
    .then([e('ArrivalReversed', '2025-09-10', { arrival: 'V1', reason: '退款' })]);
});

it('a contract says all that was signed, and an ended project begins again as it is told', () => {
  const more = {
    fixedAssets: yuan('60000000.00'),
    parties: ['甲公司'],
    agreedStart: '2025-12-01',
    fundingSchedule: [{ due: '2026-06-30', amount: yuan('1.00') }],
    landMode: 'purchase',
    tags: ['链主'],
  };
  const signedWith = { number: 'C-1', contracted: yuan('100000000.00'), ...more };
  given([lead, opened])
    .when(sign(more))
    .then([e('ContractSigned', '2025-04-01', signedWith)]);
  const ended = [recorded, signed, e('ProjectTerminated', '2025-06-01', { kind: 'revoked', reason: '撤资' })];
  const again = { reason: '复工', occurredOn: ON };
  given(ended).when(c('ReactivateProject', again)).rejected('approver-required');
  given(ended)
    .when(c('ReactivateProject', { ...again, approver: '王局' }))
    .then([e('ProjectReactivated', ON, { from: 'terminated', reason: '复工', restart: [] })]);
});
