import { given } from '../../../../test/support/specify-project.ts';
import {
  arrival,
  c,
  certified,
  day,
  e,
  lead,
  opened,
  recorded,
  sign,
  signed,
  started,
  yuan,
} from '../../../../test/support/project-facts.ts';
import { DEFAULT_SECOND_PERSON } from '../policy/second-person.ts';
import type { Others } from './decisions/decision.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';
import type { RejectionCode } from './rejections.ts';
import type { Project } from './state.ts';

const child = (id: string, code: string, amount = '50000000.00') => ({
  id,
  code,
  title: 'Rings',
  contracted: yuan(amount),
});

const placedAt = (event: ProjectEvent, version: number) => ({ ...event, version });
const others = (known: Readonly<Record<string, Project>>): Others => ({
  own: 'own',
  project: (id) => known[id] ?? { phase: 'none' },
  hasCode: () => false,
});

// Every rule has its line here: a new code in REJECTIONS does not compile without one.
const refusals: Record<RejectionCode, () => void> = {
  'project-unknown': () => given([]).when(sign()).rejected('project-unknown'),
  'project-exists': () =>
    given([lead])
      .when(c('RegisterLead', { code: 'A1', title: 'Bearings' }))
      .rejected('project-exists'),
  'wrong-phase': () =>
    given([lead])
      .when(c('TerminateProject', { kind: 'by-investor', reason: 'x' }))
      .rejected('wrong-phase'),
  'occurred-in-future': () =>
    given([lead])
      .when(c('ReportProgress', { text: 'x', occurredOn: day('2026-01-06') }))
      .rejected('occurred-in-future'),
  'period-closed': () => {
    const closed = { closedMonths: new Set(['2025-04']) };
    given([lead], closed)
      .when(c('ReportProgress', { text: 'x', occurredOn: day('2025-04-30') }))
      .rejected('period-closed');
    given([recorded, signed], closed)
      .when(c('VoidFact', { target: 2, reason: 'x' }))
      .rejected('period-closed');
  },
  'approver-required': () =>
    given([lead, opened])
      .when(c('ExtendNegotiation', { until: day('2026-06-01'), reason: 'x' }))
      .rejected('approver-required'),
  'correction-beyond-unit': () =>
    given([lead, opened], { hands: { unit: '01', correctsAll: false, limits: DEFAULT_SECOND_PERSON } })
      .when(c('VoidFact', { target: 2, reason: 'x' }))
      .rejected('correction-beyond-unit'),
  'correction-over-limit': () =>
    given([lead, opened], { hands: { unit: '01', correctsAll: true, limits: DEFAULT_SECOND_PERSON } })
      .when(c('VoidFact', { target: 2, reason: 'x' }))
      .rejected('correction-over-limit'),
  'amendment-over-limit': () =>
    given([recorded, signed], { hands: { unit: '01', correctsAll: true, limits: DEFAULT_SECOND_PERSON } })
      .when(c('AmendContract', { kind: 'increase', contractedTo: yuan('9000000000.00') }))
      .rejected('amendment-over-limit'),
  'approver-is-giver': () =>
    given([lead, opened], { giver: 'li' })
      .when(c('ExtendNegotiation', { until: day('2026-06-01'), reason: 'x', approver: 'li' }))
      .rejected('approver-is-giver'),
  'approver-unknown': () =>
    given([lead, opened], { giver: 'li' })
      .when(c('ExtendNegotiation', { until: day('2026-06-01'), reason: 'x', approver: '局长' }))
      .rejected('approver-unknown'),
  'certified-by-reporter': () => {
    const reported = { ...e('StartReported', '2025-08-20'), by: 'li' };
    given([recorded, signed, reported], { giver: 'li' }).when(c('CertifyStart')).rejected('certified-by-reporter');
    given([recorded, signed, { ...arrival, by: 'li' }], { giver: 'li' })
      .when(c('CertifyArrival', { arrival: 'V1' }))
      .rejected('certified-by-reporter');
  },
  'title-blank': () =>
    given([lead])
      .when(c('RenameProject', { to: '  ' }))
      .rejected('title-blank'),
  'not-a-lead': () => given([recorded]).when(c('FeedBackLead')).rejected('not-a-lead'),
  'lead-acknowledged': () =>
    given([lead, e('LeadAcknowledged', '2025-01-07')])
      .when(c('AcknowledgeLead'))
      .rejected('lead-acknowledged'),
  'no-claim': () =>
    given([lead])
      .when(c('DecideClaim', { granted: true }))
      .rejected('no-claim'),
  'duplicate-unknown': () =>
    given([lead])
      .when(c('ResolveDuplicate', { other: 'B', same: false, reason: 'x' }))
      .rejected('duplicate-unknown'),
  'date-not-later': () =>
    given([lead, opened])
      .when(c('ExtendNegotiation', { until: day('2025-04-01'), reason: 'x', approver: 'head' }))
      .rejected('date-not-later'),
  'negotiation-open': () =>
    given([lead, opened])
      .when(c('OpenNegotiation', { class: 'large' }))
      .rejected('negotiation-open'),
  'pre-review-required': () =>
    given([lead, opened], { gates: { preReview: true, jointReview: false } })
      .when(sign())
      .rejected('pre-review-required'),
  'joint-review-required': () =>
    given([lead, opened], { gates: { preReview: false, jointReview: true } })
      .when(sign())
      .rejected('joint-review-required'),
  'contract-signed': () =>
    given([recorded, signed])
      .when(sign({ number: 'C-2' }))
      .rejected('contract-signed'),
  'no-contract': () =>
    given([recorded, started])
      .when(c('SplitProject', { children: [], rest: yuan('1.00') }))
      .rejected('wrong-phase'),
  'amount-not-positive': () =>
    given([lead])
      .when(sign({ contracted: yuan('0.00') }))
      .rejected('amount-not-positive'),
  'amount-too-large': () =>
    given([
      recorded,
      signed,
      e('ArrivalReported', '2025-09-10', { arrival: 'V1', amount: yuan('1000000000000000.00'), kind: 'other' }),
      certified,
      e('ArrivalReported', '2025-09-11', { arrival: 'V2', amount: yuan('0.01'), kind: 'other' }),
    ])
      .when(c('CertifyArrival', { arrival: 'V2' }))
      .rejected('amount-too-large'),
  'child-twice': () =>
    given([recorded, signed])
      .when(c('SplitProject', { children: [child('x', 'A2'), child('x', 'A3')], rest: yuan('0.00') }))
      .rejected('child-twice'),
  'credit-unit-twice': () =>
    given([recorded])
      .when(
        c('SetCredit', {
          shares: [
            { unit: 'A', percent: '60' },
            { unit: 'A', percent: '40' },
          ],
        }),
      )
      .rejected('credit-unit-twice'),
  'currency-differs': () =>
    given([lead])
      .when(sign({ fixedAssets: yuan('1.00', 'USD') }))
      .rejected('currency-differs'),
  'nothing-changes': () =>
    given([recorded, signed])
      .when(c('AmendContract', { kind: 'scope' }))
      .rejected('nothing-changes'),
  'start-before-contract': () =>
    given([recorded, signed])
      .when(c('CertifyStart', { occurredOn: day('2025-03-20') }))
      .rejected('start-before-contract'),
  'start-certified': () => given([recorded, signed, started]).when(c('CertifyStart')).rejected('start-certified'),
  'start-not-reported': () =>
    given([recorded, signed])
      .when(c('RejectStart', { reason: 'x' }))
      .rejected('start-not-reported'),
  'statistics-entered': () =>
    given([recorded, signed, started, e('StatisticsEntered', '2025-09-01')])
      .when(c('EnterStatistics'))
      .rejected('statistics-entered'),
  'arrival-exists': () =>
    given([recorded, signed, arrival])
      .when(c('ReportArrival', { arrival: 'V1', amount: yuan('7.00'), kind: 'other' }))
      .rejected('arrival-exists'),
  'arrival-unknown': () =>
    given([recorded, signed])
      .when(c('CertifyArrival', { arrival: 'V9' }))
      .rejected('arrival-unknown'),
  'arrival-certified': () =>
    given([recorded, signed, arrival, certified])
      .when(c('CertifyArrival', { arrival: 'V1' }))
      .rejected('arrival-certified'),
  'arrival-reversed': () =>
    given([recorded, signed, arrival, e('ArrivalReversed', '2025-10-01', { arrival: 'V1', reason: 'x' })])
      .when(c('CertifyArrival', { arrival: 'V1' }))
      .rejected('arrival-reversed'),
  'arrival-before-project': () =>
    given([recorded, signed, e('ArrivalReported', '2024-12-01', { arrival: 'V1', amount: yuan('5.00'), kind: 'land' })])
      .when(c('CertifyArrival', { arrival: 'V1' }))
      .rejected('arrival-before-project'),
  'before-arrival': () =>
    given([recorded, signed, arrival])
      .when(c('CertifyArrival', { arrival: 'V1', occurredOn: day('2025-09-09') }))
      .rejected('before-arrival'),
  'already-on-hold': () =>
    given([recorded, signed, e('ProjectSuspended', '2025-05-01', { reason: 'shares' })])
      .when(c('SuspendProject', { reason: 'other' }))
      .rejected('already-on-hold'),
  'not-on-hold': () => given([recorded, signed]).when(c('ResumeProject')).rejected('not-on-hold'),
  'excuse-ended': () =>
    given([recorded, signed])
      .when(c('AcceptExcuse', { until: day('2026-01-04'), reason: 'flood' }))
      .rejected('excuse-ended'),
  'split-does-not-add-up': () =>
    given([recorded, signed])
      .when(
        c('SplitProject', {
          children: [{ id: 'x', code: 'A2', title: 'Rings', contracted: yuan('40000000.00') }],
          rest: yuan('50000000.00'),
        }),
      )
      .rejected('split-does-not-add-up'),
  'person-unknown': () =>
    given([recorded])
      .when(c('AssignOwner', { steward: '@nobody' }))
      .rejected('person-unknown'),
  'child-exists': () => {
    const split = c('SplitProject', { children: [child('x', 'A2')], rest: yuan('50000000.00') });
    given([recorded, signed], { others: others({ x: fold([placedAt(recorded, 1)]) }) })
      .when(split)
      .rejected('child-exists');
    given([recorded, signed], { others: { ...others({}), hasCode: (code) => code === 'A2' } })
      .when(split)
      .rejected('child-exists');
  },
  'child-invalid': () =>
    given([{ ...recorded, data: { ...recorded.data, industry: '业'.repeat(300) } } as typeof recorded, signed])
      .when(c('SplitProject', { children: [child('x', 'A2')], rest: yuan('50000000.00') }))
      .rejected('child-invalid'),
  'absorbed-unknown': () =>
    given([recorded, signed], { others: others({}) })
      .when(c('MergeProjects', { absorbed: 'x' }))
      .rejected('absorbed-unknown'),
  'absorbed-itself': () =>
    given([recorded, signed], { others: others({}) })
      .when(c('MergeProjects', { absorbed: 'own' }))
      .rejected('absorbed-itself'),
  'absorbed-ended': () =>
    given([recorded, signed], {
      others: others({
        x: fold([placedAt(recorded, 1), placedAt(e('LeadDropped', '2025-02-01', { reason: 'x' }), 2)]),
      }),
    })
      .when(c('MergeProjects', { absorbed: 'x' }))
      .rejected('absorbed-ended'),
  'absorbed-signed': () =>
    given([recorded], { others: others({ x: fold([placedAt(recorded, 1), placedAt(signed, 2)]) }) })
      .when(c('MergeProjects', { absorbed: 'x' }))
      .rejected('absorbed-signed'),
  'absorbed-amount': () => {
    const signedAs = { others: others({ x: fold([placedAt(recorded, 1), placedAt(signed, 2)]) }) };
    given([recorded, signed], signedAs)
      .when(c('MergeProjects', { absorbed: 'x', contracted: yuan('100000000.01') }))
      .rejected('absorbed-amount');
    given([recorded, signed], signedAs)
      .when(c('MergeProjects', { absorbed: 'x', contracted: yuan('100000000.00', 'USD') }))
      .rejected('currency-differs');
    given([recorded, signed], { others: others({ x: fold([placedAt(recorded, 1)]) }) })
      .when(c('MergeProjects', { absorbed: 'x', contracted: yuan('1.00') }))
      .rejected('absorbed-amount');
  },
  'transfer-not-asked': () => given([recorded]).when(c('AcceptTransfer')).rejected('transfer-not-asked'),
  'credit-not-100': () =>
    given([recorded])
      .when(
        c('SetCredit', {
          shares: [
            { unit: 'A', percent: '60' },
            { unit: 'B', percent: '39.99' },
          ],
        }),
      )
      .rejected('credit-not-100'),
  'fact-unknown': () =>
    given([recorded])
      .when(c('VoidFact', { target: 7, reason: 'x' }))
      .rejected('fact-unknown'),
  'fact-creates-project': () =>
    given([recorded, opened])
      .when(c('VoidFact', { target: 1, reason: 'x' }))
      .rejected('fact-creates-project'),
  'fact-ties-projects': () => {
    const merged = e('ProjectsMerged', '2025-06-01', { absorbed: 'x', contracted: yuan('1.00') });
    const split = e('ProjectSplit', '2025-06-01', { children: [], rest: yuan('1.00') });
    const absorbed = e('ProjectAbsorbed', '2025-06-01', { survivor: 'y' });
    for (const tied of [merged, split, absorbed])
      given([recorded, signed, tied])
        .when(c('VoidFact', { target: 3, reason: 'x' }))
        .rejected('fact-ties-projects');
  },
  'fact-voided': () =>
    given([recorded, opened, e('FactVoided', '2025-03-01', { target: 2, reason: 'x' })])
      .when(c('VoidFact', { target: 2, reason: 'x' }))
      .rejected('fact-voided'),
  'field-unknown': () =>
    given([recorded, signed])
      .when(c('CorrectFact', { target: 2, field: 'colour', from: null, to: 'red', reason: 'x', approver: 'head' }))
      .rejected('field-unknown'),
  'field-differs': () =>
    given([recorded, signed])
      .when(c('CorrectFact', { target: 2, field: 'number', from: 'C-9', to: 'C-2', reason: 'x', approver: 'head' }))
      .rejected('field-differs'),
  'correction-invalid': () =>
    given([recorded, signed])
      .when(
        c('CorrectFact', {
          target: 2,
          field: 'contracted',
          from: yuan('100000000.00'),
          to: 5,
          reason: 'x',
          approver: 'head',
        }),
      )
      .rejected('correction-invalid'),
};
it.each(Object.entries(refusals))('refuses: %s', (_code, scenario) => scenario());
