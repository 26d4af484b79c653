import { c, day, e, lead, recorded } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';

const opened = (size: string) => e('NegotiationOpened', '2025-02-03', { class: size });
const extend = (until: string) =>
  c('ExtendNegotiation', { until: day(until), reason: '用地', approver: 'head', occurredOn: '2025-03-01' });

it.each([
  ['standard', '2025-05-03', '2025-05-04'],
  ['large', '2025-08-03', '2025-08-04'],
])('a %s negotiation, due on %s, is extended beyond that day', (size, due, beyond) => {
  given([lead, opened(size)])
    .when(extend(due))
    .rejected('date-not-later');
  given([lead, opened(size)])
    .when(extend(beyond))
    .then([e('NegotiationExtended', '2025-03-01', { until: beyond, reason: '用地' })]);
});

it('a negotiation is not opened on the same day as one of another size', () =>
  given([recorded, opened('standard')])
    .when(c('OpenNegotiation', { class: 'large', occurredOn: '2025-02-03' }))
    .rejected('negotiation-open'));

it('a unit whose claim was decided can claim the first contact anew', () => {
  const decided = [
    lead,
    e('FirstContactClaimed', '2025-02-01', { unit: '一科' }),
    e('ClaimDecided', '2025-02-02', { granted: false }),
  ];
  given(decided)
    .when(c('ClaimFirstContact', { unit: '一科', occurredOn: '2025-02-03' }))
    .then([e('FirstContactClaimed', '2025-02-03', { unit: '一科' })]);
});

it('a pause of one clock does not pause another until the same day', () => {
  const paused = e('ExcuseAccepted', '2025-02-04', { clock: 'agreed-start', until: '2025-06-01', reason: '征地' });
  const other = { clock: 'negotiation', until: day('2025-06-01'), reason: '征地' };
  given([lead, opened('standard'), paused])
    .when(c('AcceptExcuse', { ...other, occurredOn: '2025-02-04' }))
    .then([e('ExcuseAccepted', '2025-02-04', other)]);
});
