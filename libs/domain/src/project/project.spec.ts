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
import { PROJECT_COMMANDS, type ProjectCommandType } from './commands.ts';
import type { Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';
import { NEXT, PHASES, WHEN, type Phase } from './phases.ts';

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
