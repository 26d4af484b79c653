import { arrival, c, day, e, recorded, signed, yuan } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';

const by = <Fact extends object>(fact: Fact, person: string) => ({ ...fact, by: person });
const corrected = (target: number, field: string, from: unknown, to: unknown) =>
  e('FactCorrected', '2025-09-02', { target, field, from, to, reason: '笔误' });
const happens = (type: string) => [expect.objectContaining({ type }) as never];

it('who corrected a reported arrival does not certify it; a third person does', () => {
  const tenfold = corrected(3, 'amount', yuan('1.00'), yuan('10.00'));
  const past = [recorded, signed, by(arrival, 'li'), by(tenfold, 'zhao')];
  const certify = c('CertifyArrival', { arrival: 'V1' });
  for (const giver of ['li', 'zhao']) given(past, { giver }).when(certify).rejected('certified-by-reporter');
  given(past, { giver: 'wang' }).when(certify).then(happens('ArrivalCertified'));
});

it('who moved the day of a reported start does not certify it; a correction of something else bars nobody', () => {
  const start = by(e('StartReported', '2025-08-20'), 'li');
  const moved = by(corrected(3, 'occurredOn', day('2025-08-20'), day('2025-08-10')), 'zhao');
  const elsewhere = by(corrected(2, 'number', null, 'HT-2'), 'zhao');
  given([recorded, signed, start, moved], { giver: 'zhao' }).when(c('CertifyStart')).rejected('certified-by-reporter');
  given([recorded, signed, start, elsewhere], { giver: 'zhao' })
    .when(c('CertifyStart'))
    .then(happens('StartCertified'));
});

it('a start that nobody reported is certified by anybody, on the day of the contract at the earliest', () => {
  given([recorded, signed], { giver: 'li' })
    .when(c('CertifyStart', { occurredOn: '2025-04-01' }))
    .then(happens('StartCertified'));
  given([recorded], { giver: 'li' }).when(c('CertifyStart')).rejected('start-before-contract');
});

it('money that arrives on the day of the project’s first record is certified that very day', () => {
  const first = e('ArrivalReported', '2025-01-06', { arrival: 'V1', amount: yuan('5.00'), kind: 'land' });
  given([recorded, first])
    .when(c('CertifyArrival', { arrival: 'V1', occurredOn: '2025-01-06' }))
    .then([e('ArrivalCertified', '2025-01-06', { arrival: 'V1' })]);
});
