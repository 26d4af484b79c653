import { c, e, lead, opened, recorded, sign, signed, yuan } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';
import type { ProjectEvent } from '../events.ts';

const ON = '2025-09-20';
const isSigned = [expect.objectContaining({ type: 'ContractSigned' }) as never];
const live = [lead, opened];

describe('a gate that the bureau has set', () => {
  it('is passed by a pre-review that passed, and by no other', () => {
    const gates = { preReview: true, jointReview: false };
    const reviewed = (result: string) => [...live, e('PreReviewDecided', '2025-03-01', { result })];
    given(reviewed('passed'), { gates }).when(sign()).then(isSigned);
    given(reviewed('returned'), { gates }).when(sign()).rejected('pre-review-required');
  });
  it('is passed by a joint review', () => {
    const gates = { preReview: false, jointReview: true };
    given([...live, e('JointReviewHeld', '2025-03-01', { meeting: '3' })], { gates })
      .when(sign())
      .then(isSigned);
  });
});

it('a contract is signed after a certified start only where a paper allows that start', () => {
  const begun = (on: string, data: object = {}): readonly ProjectEvent[] => [recorded, e('StartCertified', on, data)];
  given(begun('2025-03-31')).when(sign()).rejected('start-before-contract');
  given(begun('2025-03-31', { exception: '〔2025〕7号' }))
    .when(sign())
    .then(isSigned);
  for (const on of ['2025-04-01', '2025-04-02']) given(begun(on)).when(sign()).then(isSigned);
});

describe('an amendment', () => {
  const amend = (fields: object) => c('AmendContract', { kind: 'schedule', occurredOn: ON, ...fields });
  const amended = (data: object) => [e('ContractAmended', ON, { kind: 'schedule', ...data })];
  const past = [recorded, signed];

  it('keeps the agreed start before and after, also where none was agreed before', () => {
    given(past)
      .when(amend({ agreedStartTo: '2025-12-01' }))
      .then(amended({ agreedStartFrom: '2025-09-01', agreedStartTo: '2025-12-01' }));
    given([recorded, e('ContractSigned', '2025-04-01', { contracted: yuan('1.00') })])
      .when(amend({ agreedStartTo: '2025-12-01' }))
      .then(amended({ agreedStartFrom: null, agreedStartTo: '2025-12-01' }));
  });
  it('says only what moves', () => {
    given(past)
      .when(amend({ contractedTo: yuan('100000000.00'), agreedStartTo: '2025-12-01' }))
      .then(amended({ agreedStartFrom: '2025-09-01', agreedStartTo: '2025-12-01' }));
    given(past)
      .when(amend({ contractedTo: yuan('100000000.00'), text: '补充条款' }))
      .then(amended({ text: '补充条款' }));
  });
  it('that moves nothing and says nothing is none', () => {
    given(past)
      .when(amend({ contractedTo: yuan('100000000.00') }))
      .then([]);
    given(past)
      .when(amend({ agreedStartTo: '2025-09-01' }))
      .then([]);
  });
  it('is in the currency of the contract', () =>
    given(past)
      .when(amend({ contractedTo: yuan('1.00', 'USD') }))
      .rejected('currency-differs'));
});
