import fc from 'fast-check';
import {
  arrival,
  certified,
  day,
  e,
  lead,
  opened,
  recorded,
  signed,
  started,
  yuan,
} from '../../../../test/support/project-facts.ts';
import { inNewerShape, NewerFact } from '../newer.ts';
import type { Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';
import { apply, fold } from './fold.ts';
import { NO_PROJECT } from './state.ts';

const numbered = (events: readonly ProjectEvent[]): Placed[] =>
  events.map((event, index) => ({ ...event, version: index + 1 }));
const known = (...events: readonly ProjectEvent[]) => fold(numbered(events));

const ON = '2025-09-20';
const at = (version: number, on = ON) => ({ on, version });
const split = { children: [{ id: 'x', code: 'A2', title: 'Rings', contracted: yuan('40.00') }], rest: yuan('60.00') };
const splitOff = { code: 'A2', title: 'Rings', parent: 'p', contracted: yuan('40.00'), signedOn: '2025-04-01' };
const paused = e('ProjectSuspended', '2025-05-01', { reason: '股权' });
const resumed = e('ProjectResumed', '2025-06-01');
const claimed = e('FirstContactClaimed', '2025-01-07', { unit: '一科' });

// prettier-ignore
const SAYS: readonly (readonly [what: string, events: readonly ProjectEvent[], known: object])[] = [
  ['a first record without a unit, tags or columns of the ledger', [recorded], { owner: { unit: null, leader: null, steward: null, liaisons: [] }, tags: [], extra: {} }],
  ['a first record with them', [e('ProjectRecorded', ON, { code: 'A1', title: 'x', unit: '一科', tags: ['链主'], extra: { 备注: '好' } })], { owner: { unit: '一科' }, tags: ['链主'], extra: { 备注: '好' } }],
  ['a lead acknowledged twice', [lead, e('LeadAcknowledged', '2025-01-07'), e('LeadAcknowledged', '2025-01-08')], { acknowledged: at(2, '2025-01-07') }],
  ['a lead screened twice', [lead, e('LeadScreened', '2025-01-07', { valuable: true }), e('LeadScreened', '2025-01-08', { valuable: false })], { screened: { ...at(3, '2025-01-08'), valuable: false } }],
  ['a lead fed back twice', [lead, e('LeadFedBack', '2025-01-07'), e('LeadFedBack', '2025-01-08')], { fedBack: at(2, '2025-01-07') }],
  ['a claim that is granted', [lead, claimed, e('ClaimDecided', ON, { granted: true, until: '2026-01-01' })], { claim: { ...at(2, '2025-01-07'), unit: '一科', decided: { ...at(3), granted: true, until: '2026-01-01' } } }],
  ['a claim that is rejected', [lead, claimed, e('ClaimDecided', ON, { granted: false })], { claim: { decided: { ...at(3), granted: false, until: null } } }],
  ['a decision on a claim that nobody made', [lead, e('ClaimDecided', ON, { granted: true })], { claim: null }],
  ['two duplicates flagged, one resolved', [lead, e('DuplicateFlagged', ON, { other: 'b' }), e('DuplicateFlagged', ON, { other: 'c' }), e('DuplicateResolved', ON, { other: 'b', same: true })], { duplicates: { b: 'same', c: 'open' } }],
  ['a duplicate that is another project', [lead, e('DuplicateFlagged', ON, { other: 'b' }), e('DuplicateResolved', ON, { other: 'b', same: false })], { duplicates: { b: 'different' } }],
  ['a negotiation with its unit', [lead, e('NegotiationOpened', ON, { class: 'large', owner: '二科' })], { phase: 'negotiation', negotiation: { ...at(2), class: 'large' }, owner: { unit: '二科' } }],
  ['a negotiation that names no unit', [e('LeadRegistered', '2025-01-06', { code: 'A1', title: 'x', unit: '一科' }), opened], { owner: { unit: '一科' } }],
  ['a progress line', [lead, opened, e('ProgressReported', ON, { text: '选址', nextStep: '设计', nextDate: '2025-12-01' })], { progress: { ...at(3), text: '选址', nextStep: '设计', nextDate: '2025-12-01' } }],
  ['two progress lines of one day: the one recorded last', [lead, opened, e('ProgressReported', ON, { text: '选址' }), e('ProgressReported', ON, { text: '设计' })], { progress: { ...at(4), text: '设计', nextStep: null, nextDate: null } }],
  ['a pre-review', [lead, opened, e('PreReviewSubmitted', ON)], { preReviewSubmitted: at(3), preReview: null }],
  ['opinions on it, one a department', [lead, opened, e('OpinionGiven', ON, { department: '发改', opinion: 'agree' }), e('OpinionGiven', ON, { department: '环保', opinion: 'disagree' })], { opinions: { 发改: 'agree', 环保: 'disagree' }, preReview: null }],
  ['a decision on it', [lead, opened, e('PreReviewDecided', ON, { result: 'passed', meeting: '3' })], { preReview: { ...at(3), result: 'passed', meeting: '3' } }],
  ['a decision without a meeting', [lead, opened, e('PreReviewDecided', ON, { result: 'failed' })], { preReview: { result: 'failed', meeting: null } }],
  ['a framework agreement', [lead, opened, e('FrameworkAgreed', ON, { kind: 'intent', amount: yuan('9.00') })], { phase: 'negotiation', contract: null, framework: { ...at(3), kind: 'intent', amount: yuan('9.00') } }],
  ['a framework agreement without an amount', [lead, opened, e('FrameworkAgreed', ON, { kind: 'framework' })], { framework: { kind: 'framework', amount: null } }],
  ['a lead with a framework agreement is negotiated', [lead, e('FrameworkAgreed', ON, { kind: 'framework' })], { phase: 'negotiation' }],
  ['a contract that says little', [recorded, e('ContractSigned', ON, { contracted: yuan('9.00') })], { phase: 'signing', contract: { ...at(2), number: null, original: yuan('9.00'), contracted: yuan('9.00'), fixedAssets: null, agreedStart: null, landMode: null, fundingSchedule: [], filingNumber: null, counts: true }, tags: [] }],
  ['a contract that says much', [recorded, e('ProjectTagged', ON, { add: ['链主'], remove: [] }), e('ContractSigned', ON, { number: 'C-9', contracted: yuan('9.00'), fixedAssets: yuan('5.00'), agreedStart: '2026-01-01', landMode: 'lease', fundingSchedule: [{ due: '2026-01-01', amount: yuan('1.00') }], tags: ['链主', '重点'] })], { contract: { number: 'C-9', fixedAssets: yuan('5.00'), agreedStart: { ...at(3), date: '2026-01-01' }, landMode: 'lease', fundingSchedule: [{ due: '2026-01-01', amount: yuan('1.00') }] }, tags: ['链主', '重点'] }],
  ['an increase', [recorded, signed, e('ContractAmended', ON, { kind: 'increase', contractedTo: yuan('130000000.00') })], { contract: { original: yuan('100000000.00'), contracted: yuan('130000000.00'), agreedStart: { ...at(2, '2025-04-01'), date: '2025-09-01' } } }],
  ['a change of schedule', [recorded, signed, e('ContractAmended', ON, { kind: 'schedule', agreedStartTo: '2025-12-01' })], { contract: { contracted: yuan('100000000.00'), agreedStart: { ...at(3), date: '2025-12-01' } } }],
  ['an amendment of a contract that was voided', [recorded, signed, e('ContractAmended', ON, { kind: 'increase', contractedTo: yuan('9.00') }), e('FactVoided', ON, { target: 2 })], { phase: 'negotiation', contract: null }],
  ['a ceremony', [recorded, e('CeremonyRecorded', ON)], { phase: 'negotiation', ceremony: at(2), milestones: {} }],
  ['a start that was rejected', [recorded, signed, e('StartReported', '2025-08-01'), e('StartRejected', ON)], { startReported: null, startRejected: at(4), startCertified: null }],
  ['a start with the paper that allows it', [recorded, e('StartCertified', '2025-03-01', { exception: '〔2025〕7号' }), signed], { phase: 'start', startException: '〔2025〕7号' }],
  ['an arrival that says little', [recorded, signed, started, arrival], { phase: 'start', arrivals: [{ ...at(4, '2025-09-10'), id: 'V1', amount: yuan('5000000.00'), kind: 'building', origin: null, voucher: null, certified: null, reversed: null }] }],
  ['an arrival with its origin and voucher, certified beside another', [recorded, signed, started, e('ArrivalReported', '2025-09-10', { arrival: 'V2', amount: yuan('1.00'), kind: 'land', origin: 'overseas', voucher: 'P-9' }), arrival, e('ArrivalCertified', ON, { arrival: 'V2' })], { phase: 'funding', arrivals: [{ id: 'V2', origin: 'overseas', voucher: 'P-9', certified: at(6) }, { id: 'V1', certified: null }] }],
  ['money that arrives on the day of the start', [recorded, signed, e('StartCertified', '2025-09-10'), arrival, certified], { phase: 'funding' }],
  ['a production', [recorded, signed, started, e('ProductionStarted', ON)], { phase: 'production', production: at(4) }],
  ['a completion', [recorded, signed, started, e('ProjectCompleted', ON, { text: '投产达效' })], { phase: 'completed', end: { ...at(4), phase: 'completed', reason: '投产达效', kind: null } }],
  ['a completion without a word', [recorded, signed, started, e('ProjectCompleted', ON)], { end: { phase: 'completed', reason: null, kind: null } }],
  ['a termination', [recorded, signed, e('ProjectTerminated', ON, { kind: 'revoked', reason: '违约' })], { phase: 'terminated', end: { ...at(3), phase: 'terminated', reason: '违约', kind: 'revoked' } }],
  ['holds one after the other', [recorded, signed, paused, resumed, e('ProjectSuspended', '2025-07-01', { reason: '用地', expectedEnd: '2025-08-01' }), e('ProjectResumed', '2025-07-20')], { holds: [{ ...at(3, '2025-05-01'), reason: '股权', expectedEnd: null, resumed: at(4, '2025-06-01') }, { ...at(5, '2025-07-01'), reason: '用地', expectedEnd: '2025-08-01', resumed: at(6, '2025-07-20') }] }],
  ['a reactivation, and the clocks that start anew', [recorded, signed, e('ProjectTerminated', '2025-05-01', { kind: 'revoked', reason: 'x' }), e('ProjectReactivated', '2025-06-01', { from: 'terminated', restart: ['no-progress'] }), e('ProjectTerminated', '2025-07-01', { kind: 'revoked', reason: 'x' }), e('ProjectReactivated', ON, { from: 'terminated', restart: ['signed-one-year'] })], { phase: 'signing', end: null, reactivated: at(6), restarts: { 'no-progress': at(4, '2025-06-01'), 'signed-one-year': at(6) } }],
  ['two splits', [recorded, signed, e('ProjectSplit', ON, split), e('ProjectSplit', ON, { children: [{ ...split.children[0], id: 'y' }], rest: yuan('20.00') })], { contract: { original: yuan('100000000.00'), contracted: yuan('20.00') }, splitInto: ['x', 'y'] }],
  ['the child of a split', [e('ProjectSplitOff', ON, splitOff)], { phase: 'signing', isLead: false, parent: 'p', registered: at(1), contract: { ...at(1, '2025-04-01'), number: null, original: yuan('40.00'), contracted: yuan('40.00'), fixedAssets: null, agreedStart: null, landMode: null, fundingSchedule: [], filingNumber: null, counts: false } }],
  ['the child of a split with what was agreed', [e('ProjectSplitOff', ON, { ...splitOff, agreedStart: '2025-12-01', landMode: 'purchase' })], { contract: { agreedStart: { ...at(1, '2025-04-01'), date: '2025-12-01' }, landMode: 'purchase' } }],
  ['an absorption', [recorded, e('ProjectAbsorbed', ON, { survivor: 's' })], { phase: 'merged', end: { ...at(2), phase: 'merged', reason: null, kind: null } }],
  ['two mergers', [recorded, e('ProjectsMerged', ON, { absorbed: 'x' }), e('ProjectsMerged', ON, { absorbed: 'y' })], { contract: null, absorbed: ['x', 'y'] }],
  ['columns of a ledger that change', [e('ProjectRecorded', '2025-01-06', { code: 'A1', title: 'x', extra: { 备注: '好', 进度: '一' } }), e('ColumnsChanged', ON, { extra: { 进度: '二' }, before: {} })], { extra: { 备注: '好', 进度: '二' } }],
  ['tags that come and go', [recorded, e('ProjectTagged', ON, { add: ['链主', '重点'], remove: [] }), e('ProjectTagged', ON, { add: ['重点', '市级'], remove: ['链主'] })], { tags: ['重点', '市级'] }],
  ['an owner who is named anew in part', [recorded, e('OwnerAssigned', ON, { unit: '一科', leader: '周局', steward: '张甲', liaisons: ['李乙'] }), e('OwnerAssigned', ON, { steward: '钱丁' })], { owner: { unit: '一科', leader: { name: '周局' }, steward: { name: '钱丁' }, liaisons: [{ name: '李乙' }] } }],
  ['a second first record', [recorded, e('ProjectRecorded', ON, { code: 'B2', title: 'Gears' })], { code: 'A1', title: 'Bearings', acknowledged: null }],
];
it.each(SAYS)('what facts say of a project: %s', (_what, events, says) => expect(known(...events)).toMatchObject(says));

it('nothing is known of a project before its first record, and its first record comes first on whatever day', () => {
  expect(known(opened)).toBe(NO_PROJECT);
  expect(known(e('ProgressReported', '2024-12-01', { text: '来访' }), recorded)).toMatchObject({
    registered: { on: '2025-01-06', version: 2 },
    progress: { on: '2024-12-01', version: 1 },
  });
});

it('the latest progress line is that of the latest day, whenever it was recorded', () => {
  const line = (on: string, text: string) => e('ProgressReported', on, { text });
  const [first, second] = [line('2024-11-01', '来访'), line('2024-12-01', '回访')];
  expect(known(recorded, first, second)).toMatchObject({ progress: { text: '回访' } });
  expect(known(recorded, second, first)).toMatchObject({ progress: { text: '回访' } });
});

it('a fact of a newer release is not taken for one that is known, nor for the first record', () => {
  const newer = e(inNewerShape('LeadRegistered', 9) as ProjectEvent['type'], ON);
  expect(() => known(newer)).toThrow(NewerFact);
  expect(() => known(recorded, newer)).toThrow(NewerFact);
  expect(() => known(recorded, e('ProjectSold' as ProjectEvent['type'], ON))).toThrow(/^ProjectSold/);
});

describe('one fact more', () => {
  const facts = [opened, signed, started, arrival, certified, paused, resumed, lead] as const;
  it('gives the project that the whole history gives, or has it folded again', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: 1 }), (events) => {
        const history = numbered([recorded, ...events]);
        const [before, last] = [history.slice(0, -1), history.at(-1)!];
        const latest = before.map(({ occurredOn }) => occurredOn).reduce((a, b) => (a > b ? a : b));
        const project = apply(fold(before), last, latest);
        expect(project).toEqual(last.occurredOn < latest ? 'refold' : fold(history));
      }),
    ));
  it('is folded again where it changes what earlier ones mean', () => {
    const before = fold(numbered([recorded, signed]));
    for (const type of ['FactCorrected', 'FactVoided'] as const)
      expect(apply(before, { ...e(type, ON, { target: 2 }), version: 3 }, day('2025-04-01'))).toBe('refold');
  });
});
