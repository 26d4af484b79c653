import fc from 'fast-check';
import { given, TODAY } from '../../../../test/support/specify-project.ts';
import { addDays, type IsoDate } from '../dates.ts';
import { readCommand } from '../fields/read-command.ts';
import { money, type Money } from '../money.ts';
import { Rejected } from '../rejected.ts';
import { PROJECT_COMMANDS, type ProjectCommand, type ProjectCommandType } from './commands.ts';
import type { Placed } from './corrections.ts';
import { decide } from './decide.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';
import { NEXT, PHASES, WHEN, type Phase } from './phases.ts';
import { placed } from './project.ts';
import type { RejectionCode } from './rejections.ts';

const day = (text: string): IsoDate => text as IsoDate;
const yuan = (amount: string, currency = 'CNY'): Money => money(amount, currency);
const c = (type: ProjectCommandType, fields: object = {}): ProjectCommand =>
  Object.assign(new PROJECT_COMMANDS[type](), fields);
const e = (type: ProjectEvent['type'], on: string, data: object = {}): ProjectEvent =>
  ({ type, occurredOn: day(on), data }) as ProjectEvent;

const lead = e('LeadRegistered', '2025-01-06', { code: 'A1', title: 'Bearings' });
const recorded = e('ProjectRecorded', '2025-01-06', { code: 'A1', title: 'Bearings' });
const opened = e('NegotiationOpened', '2025-02-03', { class: 'standard' });
const signed = e('ContractSigned', '2025-04-01', {
  number: 'C-1',
  contracted: yuan('100000000.00'),
  agreedStart: '2025-09-01',
});
const started = e('StartCertified', '2025-08-20');
const arrival = e('ArrivalReported', '2025-09-10', { arrival: 'V1', amount: yuan('5000000.00'), kind: 'building' });
const certified = e('ArrivalCertified', '2025-09-10', { arrival: 'V1' });
const sign = (fields: object = {}): ProjectCommand =>
  c('SignContract', { occurredOn: day('2025-04-01'), number: 'C-1', contracted: yuan('100000000.00'), ...fields });

describe('the lifecycle', () => {
  it('signs once; a ceremony and a framework add no signing', () => {
    given([lead, opened])
      .when(sign())
      .then([e('ContractSigned', '2025-04-01', { number: 'C-1', contracted: yuan('100000000.00') })]);
    const project = fold(
      [
        recorded,
        opened,
        e('FrameworkAgreed', '2025-03-01', { kind: 'framework', amount: yuan('9.00') }),
        e('CeremonyRecorded', '2025-03-02'),
      ].map((event, index): Placed => ({ ...event, version: index + 1 })),
    );
    expect([project.phase, project.phase !== 'none' && project.contract]).toEqual(['negotiation', null]);
  });
  it('counts money that arrives before the start without moving the phase, and enters funding with the first after it', () => {
    const phaseAfter = (...events: ProjectEvent[]) =>
      fold(events.map((event, index): Placed => ({ ...event, version: index + 1 }))).phase;
    const early = e('ArrivalReported', '2025-05-01', { arrival: 'V0', amount: yuan('1.00'), kind: 'deposit' });
    const earlyCertified = e('ArrivalCertified', '2025-05-02', { arrival: 'V0' });
    expect(phaseAfter(recorded, signed, early, earlyCertified)).toBe('signing');
    expect(phaseAfter(recorded, signed, early, earlyCertified, started)).toBe('start');
    expect(phaseAfter(recorded, signed, started, arrival, certified)).toBe('funding');
    expect(
      phaseAfter(
        recorded,
        signed,
        started,
        arrival,
        certified,
        e('ArrivalReversed', '2025-10-01', { arrival: 'V1', reason: 'refunded' }),
      ),
    ).toBe('start');
  });
  it('keeps both amounts of an amendment; an increase adds only the difference', () =>
    given([recorded, signed])
      .when(c('AmendContract', { occurredOn: day('2025-06-01'), kind: 'increase', contractedTo: yuan('130000000.00') }))
      .then([
        e('ContractAmended', '2025-06-01', {
          kind: 'increase',
          contractedFrom: yuan('100000000.00'),
          contractedTo: yuan('130000000.00'),
        }),
      ]));
  it('takes a start before the contract only with the paper that allows it', () =>
    given([recorded, signed])
      .when(c('CertifyStart', { occurredOn: day('2025-03-20'), exception: '〔2025〕7号' }))
      .then([e('StartCertified', '2025-03-20', { exception: '〔2025〕7号' })]));
  it('a correction changes what the fact means on every day; the original stays', () => {
    const corrected = fold(
      [
        recorded,
        signed,
        e('FactCorrected', '2026-01-02', {
          target: 2,
          field: 'contracted',
          from: yuan('100000000.00'),
          to: yuan('10000000.00'),
          reason: 'typed wrong',
        }),
      ].map((event, index): Placed => ({ ...event, version: index + 1 })),
    );
    expect(corrected.phase !== 'none' && corrected.contract?.contracted).toEqual(yuan('10000000.00'));
  });
  it('a void takes a fact away, and a void of the void brings it back', () => {
    const events = [recorded, signed, e('FactVoided', '2026-01-02', { target: 2, reason: 'other project' })].map(
      (event, index): Placed => ({ ...event, version: index + 1 }),
    );
    expect(fold(events).phase).toBe('negotiation');
    expect(
      fold([...events, { ...e('FactVoided', '2026-01-03', { target: 3, reason: 'was right' }), version: 4 }]).phase,
    ).toBe('signing');
  });
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
  'period-closed': () =>
    given([lead], { closedThrough: day('2025-12-31') })
      .when(c('ReportProgress', { text: 'x', occurredOn: day('2025-12-31') }))
      .rejected('period-closed'),
  'approver-required': () =>
    given([lead, opened])
      .when(c('ExtendNegotiation', { until: day('2026-06-01'), reason: 'x' }))
      .rejected('approver-required'),
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
    given([recorded])
      .when(c('VoidFact', { target: 1, reason: 'x' }))
      .rejected('fact-creates-project'),
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

describe('the phase table', () => {
  it('reaches every phase', () => {
    const reached = new Set<Phase>(['lead']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const phase of [...reached]) for (const next of NEXT[phase]) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...PHASES].sort());
  });
  it('says of every command when it may be given', () => {
    for (const type of Object.keys(PROJECT_COMMANDS))
      expect(WHEN[type as ProjectCommandType].length).toBeGreaterThan(0);
  });
});

describe('for any sequence of commands', () => {
  const past = fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days));
  const text = fc.string({ minLength: 1, maxLength: 8 });
  const amount = fc.integer({ min: 1, max: 9_999 }).map((n) => yuan(`${n}0000.00`));
  const any = (type: ProjectCommandType, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
    fc.record({ occurredOn: past, ...fields }).map((values) => c(type, values));
  const command = fc.oneof(
    any('RegisterLead', { code: fc.constant('A1'), title: fc.constant('Bearings') }),
    any('AcknowledgeLead'),
    any('ScreenLead', { valuable: fc.boolean() }),
    any('OpenNegotiation', { class: fc.constantFrom('standard', 'large') }),
    any('ReportProgress', { text }),
    any('SignContract', { contracted: amount, agreedStart: past }),
    any('AmendContract', { kind: fc.constant('increase'), contractedTo: amount }),
    any('ReportStart'),
    any('CertifyStart'),
    any('EnterStatistics'),
    any('ReportArrival', { arrival: fc.constantFrom('a', 'b', 'c'), amount, kind: fc.constant('other') }),
    any('CertifyArrival', { arrival: fc.constantFrom('a', 'b', 'c') }),
    any('ReverseArrival', { arrival: fc.constantFrom('a', 'b'), reason: text }),
    any('SuspendProject', { reason: text }),
    any('ResumeProject'),
    any('TerminateProject', { kind: fc.constant('revoked'), reason: text }),
    any('DropLead', { reason: text }),
    any('VoidFact', { target: fc.integer({ min: 1, max: 12 }), reason: text }),
  );

  it('the model holds: one signing, certified money is reported money, the phase follows the table, and a command given twice adds nothing', () =>
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const history: Placed[] = [];
        const circumstances = { today: TODAY, closedThrough: null, gates: { preReview: false, jointReview: false } };
        const accepted = (one: ProjectCommand): readonly Placed[] | null => {
          try {
            return placed(decide(one, fold(history), circumstances, history), history);
          } catch (error) {
            if (error instanceof Rejected) return null;
            throw error;
          }
        };
        for (const one of commands) {
          const news = accepted(one);
          if (news === null) continue;
          history.push(...news);
          const project = fold(history);
          if (project.phase === 'none') continue;
          const standing = history.filter(
            ({ version }) => !history.some((event) => event.type === 'FactVoided' && event.data.target === version),
          );
          const signings = standing.filter(({ type }) => type === 'ContractSigned').length;
          if (!history.some(({ type }) => type === 'FactVoided')) expect(signings).toBeLessThanOrEqual(1);
          for (const one of project.arrivals)
            if (one.reversed !== null)
              expect(standing.some((event) => event.type === 'ArrivalReversed' && event.data.arrival === one.id)).toBe(
                true,
              );
          expect(PHASES).toContain(project.phase);
          expect(fold([...history].reverse().sort((a, b) => a.version - b.version))).toEqual(project);
          if (one.type !== 'VoidFact' && news.length > 0) expect([[], null]).toContainEqual(accepted(one));
        }
      }),
      { numRuns: 300 },
    ));
});

describe('a command as it comes in', () => {
  it('refuses unknown fields, floats for money, days that do not exist, and says all at once', () => {
    const wrong = () =>
      readCommand(PROJECT_COMMANDS.SignContract, { contracted: 1.5, agreedStart: '2022-06-31', colour: 'red' });
    expect(wrong).toThrow(
      expect.objectContaining({
        errors: expect.arrayContaining([
          expect.objectContaining({ field: 'contracted' }),
          expect.objectContaining({ field: 'agreedStart' }),
          expect.objectContaining({ field: 'colour', code: 'unknown-field' }),
        ]),
      }),
    );
  });
});
