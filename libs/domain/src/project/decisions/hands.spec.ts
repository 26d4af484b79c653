import { c, day, e, lead, opened, recorded, signed, yuan } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';
import { DEFAULT_SECOND_PERSON as limits } from '../../policy/second-person.ts';
import type { Placed } from '../corrections.ts';
import type { ProjectEvent } from '../events.ts';
import { changingOf } from './hands.ts';

const TODAY = day('2026-01-05'); // of the given circumstances
const clerk = { unit: '01', correctsAll: false, limits };
const office = { unit: '督', correctsAll: true, limits };
const saidBy = (event: ProjectEvent, unit: string | null, recordedOn = TODAY) =>
  ({ ...event, unit, recordedOn }) as ProjectEvent & Partial<Placed>;
const progress = e('ProgressReported', '2025-12-01', { text: '土地平整' });
const FIELDS = { target: 3, field: 'text', from: '土地平整', to: '土地平整完成', reason: '补字' };
const corrected = c('CorrectFact', FIELDS);
const undone = c('VoidFact', { target: 3, reason: '误填' });
const after = (fact: ProjectEvent) => [lead, opened, fact];

it('a clerk corrects and takes back what the own unit has just recorded, alone', () => {
  const past = after(saidBy(progress, '01'));
  given(past, { hands: clerk })
    .when(corrected)
    .then([expect.objectContaining({ type: 'FactCorrected' }) as never]);
  given(past, { hands: clerk })
    .when(undone)
    .then([expect.objectContaining({ type: 'FactVoided' }) as never]);
});

it('another unit’s record is not a clerk’s to correct, nor one of no unit; the supervision office may', () => {
  for (const unit of ['02', null]) {
    const past = after(saidBy(progress, unit));
    given(past, { hands: clerk }).when(undone).rejected('correction-beyond-unit');
    given(past, { hands: office })
      .when(undone)
      .then([expect.anything() as never]);
  }
  given(after(saidBy(progress, null)), { hands: { ...clerk, unit: null } })
    .when(undone)
    .rejected('correction-beyond-unit');
});

it('what was certified in the own unit is not taken back by who only records', () => {
  const certified = saidBy(
    e('ExcuseAccepted', '2025-12-20', { clock: 'agreed-start', until: day('2026-02-01'), reason: '征地' }),
    '01',
  );
  given([recorded, signed, certified], { hands: clerk }).when(undone).rejected('correction-beyond-unit');
});

it('the eighth day after the recording a second person is needed, the seventh not yet', () => {
  const at = (recordedOn: string) => after(saidBy(progress, '01', day(recordedOn)));
  given(at('2025-12-29'), { hands: clerk })
    .when(corrected)
    .then([expect.anything() as never]);
  given(at('2025-12-28'), { hands: clerk }).when(corrected).rejected('correction-over-limit');
  given(at('2025-12-28'), { hands: clerk })
    .when(c('CorrectFact', { ...FIELDS, approver: 'head' }))
    .then([expect.anything() as never]);
});

it('an amount moves by the limit alone and by a 分 more with a second person; a void takes the whole amount', () => {
  const arrived = (amount: string) =>
    saidBy(e('ArrivalReported', '2025-12-20', { arrival: 'A', amount: yuan(amount), kind: 'equipment' }), '01');
  const to = (amount: string) =>
    c('CorrectFact', { target: 3, field: 'amount', from: yuan('20000000.00'), to: yuan(amount), reason: '误填' });
  const past = [recorded, signed, arrived('20000000.00')];
  given(past, { hands: clerk })
    .when(to('30000000.00'))
    .then([expect.anything() as never]);
  given(past, { hands: clerk }).when(to('30000000.01')).rejected('correction-over-limit');
  given(past, { hands: clerk }).when(undone).rejected('correction-over-limit');
  given([recorded, signed, arrived('10000000.00')], { hands: clerk })
    .when(undone)
    .then([expect.anything() as never]);
});

it('a void is measured by the largest amount that the record says, wherever that stands', () => {
  const signedFor = (contracted: string, fixedAssets: string) =>
    saidBy(
      e('ContractSigned', '2025-12-20', { contracted: yuan(contracted), fixedAssets: yuan(fixedAssets), tags: [] }),
      '01',
    );
  for (const [one, other] of [
    ['20000000.00', '5000000.00'],
    ['5000000.00', '20000000.00'],
  ] as const)
    given([recorded, opened, signedFor(one, other)], { hands: clerk })
      .when(undone)
      .rejected('correction-over-limit');
  given([recorded, opened, signedFor('5000000.00', '4000000.00')], { hands: clerk })
    .when(undone)
    .then([expect.anything() as never]);
});

it('an amount that changes its currency needs a second person, however small', () => {
  const arrived = e('ArrivalReported', '2025-12-20', { arrival: 'A', amount: yuan('5.00'), kind: 'equipment' });
  given([recorded, signed, saidBy(arrived, '01')], { hands: clerk })
    .when(c('CorrectFact', { target: 3, field: 'amount', from: yuan('5.00'), to: yuan('5.00', 'USD'), reason: '误填' }))
    .rejected('correction-over-limit');
});

it('an amendment within the limit, of the day alone, or with a second person is a clerk’s', () => {
  const large = e('ContractSigned', '2025-04-01', { contracted: yuan('900000000.00') });
  const amended = [expect.objectContaining({ type: 'ContractAmended' }) as never];
  const amend = (fields: object) =>
    given([recorded, large], { hands: clerk }).when(c('AmendContract', { kind: 'increase', ...fields }));
  amend({ contractedTo: yuan('1400000000.00') }).then(amended);
  amend({ contractedTo: yuan('1400000000.01') }).rejected('amendment-over-limit');
  amend({ contractedTo: yuan('1400000000.01'), approver: 'head' }).then(amended);
  amend({ agreedStartTo: '2026-03-01' }).then(amended);
});

it('the page offers a change alone, with another, or not at all, as the rules take it', () => {
  const at = (fact: ProjectEvent) => ({ ...fact, version: 3 }) as Placed;
  expect(changingOf(at(saidBy(progress, '01')), clerk, TODAY)).toBe('alone');
  expect(changingOf(at(saidBy(progress, '01', day('2025-12-28'))), clerk, TODAY)).toBe('with-another');
  expect(changingOf(at(saidBy(progress, '02')), clerk, TODAY)).toBeNull();
  for (const type of ['FactCorrected', 'FactVoided'] as const)
    expect(changingOf(at(saidBy(e(type, '2025-12-20', { target: 2 }), '01')), office, TODAY)).toBeNull();
});
