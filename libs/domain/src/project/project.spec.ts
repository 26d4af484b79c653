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
import { aboutCommand, PROJECT_COMMAND_TYPES } from './commands.ts';
import type { Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';
import { NEXT, PHASES, type Phase } from './phases.ts';

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
  it('an accepted transfer ends the old unit’s leader, steward and liaisons with it', () => {
    const owner = { unit: '一科', leader: '周局', steward: '张甲', liaisons: ['李乙'] };
    const project = fold(
      [
        recorded,
        e('OwnerAssigned', '2025-02-01', owner),
        e('TransferRequested', '2025-03-01', { toUnit: '二科', reason: '分工' }),
        e('TransferAccepted', '2025-03-02', { fromUnit: '一科', toUnit: '二科' }),
      ].map((event, index): Placed => ({ ...event, version: index + 1 })),
    );
    expect(project.phase !== 'none' && project.owner).toEqual({
      unit: '二科',
      leader: null,
      steward: null,
      liaisons: [],
    });
  });
  it('an owner is assigned anew where any one of unit, leader, steward or liaisons differs, and only then', () => {
    const owner = { unit: '一科', leader: '周局', steward: '张甲', liaisons: ['李乙', '王丙'] };
    const past = [recorded, e('OwnerAssigned', '2025-02-01', owner)];
    given(past).when(c('AssignOwner', owner)).then([]);
    for (const change of [{ unit: '二科' }, { leader: '吴局' }, { steward: '钱丁' }, { liaisons: ['李乙'] }])
      given(past)
        .when(c('AssignOwner', { ...owner, ...change, occurredOn: '2025-03-01' }))
        .then([e('OwnerAssigned', '2025-03-01', change)]);
  });
  it('the claim that is decided is the last one that was made', () => {
    const claimed = (unit: string, on: string) => e('FirstContactClaimed', on, { unit });
    const decided = e('ClaimDecided', '2025-01-08', { granted: false });
    const past = [lead, claimed('一科', '2025-01-07'), decided, claimed('二科', '2025-01-09')];
    given(past)
      .when(c('DecideClaim', { granted: true, until: '2025-06-30', occurredOn: '2025-01-10' }))
      .then([e('ClaimDecided', '2025-01-10', { granted: true, until: '2025-06-30' })]);
    const project = fold(past.map((event, index): Placed => ({ ...event, version: index + 1 })));
    expect(project.phase !== 'none' && project.claim).toEqual({
      on: '2025-01-09',
      version: 4,
      unit: '二科',
      decided: null,
    });
    given(past.slice(0, 3))
      .when(c('DecideClaim', { granted: true }))
      .rejected('no-claim');
    given(past)
      .when(c('ClaimFirstContact', { unit: '二科', occurredOn: '2025-01-11' }))
      .then([]);
  });
  it('a merge adds what comes with it in the contract’s own currency, and nothing of another', () => {
    const contracted = (amount: object) => {
      const merged = e('ProjectsMerged', '2025-05-01', { absorbed: 'x', contracted: amount });
      const project = fold(
        [recorded, signed, merged].map((event, index): Placed => ({ ...event, version: index + 1 })),
      );
      return project.phase !== 'none' && project.contract?.contracted;
    };
    expect(contracted(yuan('0.50'))).toEqual(yuan('100000000.50'));
    expect(contracted(yuan('0.50', 'USD'))).toEqual(yuan('100000000.00'));
  });
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
  it('is one in which every command can be given at some time', () => {
    for (const type of PROJECT_COMMAND_TYPES) expect([type, aboutCommand(type).when.length]).not.toEqual([type, 0]);
  });
});
