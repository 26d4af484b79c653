import { c, e, lead, opened, recorded } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';

const ON = '2025-09-20';
const LATER = '2025-09-25';

it('an opinion said again is nothing new, though the department has thought otherwise since', () => {
  const agreed = e('OpinionGiven', ON, { department: '发改', opinion: 'agree' });
  const past = [lead, opened, agreed, e('OpinionGiven', LATER, { department: '发改', opinion: 'disagree' })];
  given(past)
    .when(c('GiveOpinion', { department: '发改', opinion: 'agree', occurredOn: ON }))
    .then([]);
  given(past)
    .when(c('GiveOpinion', { department: '发改', opinion: 'agree', occurredOn: '2025-09-26' }))
    .then([e('OpinionGiven', '2025-09-26', { department: '发改', opinion: 'agree' })]);
});

it('a project that was resumed can be suspended again on the same day for the same reason', () => {
  const suspended = e('ProjectSuspended', ON, { reason: '用地' });
  given([lead, opened, suspended, e('ProjectResumed', ON)])
    .when(c('SuspendProject', { reason: '用地', occurredOn: ON }))
    .then([suspended]);
});

it('a project that is suspended is not suspended on the same day for another reason', () => {
  given([lead, opened, e('ProjectSuspended', ON, { reason: '用地' })])
    .when(c('SuspendProject', { reason: '资金', occurredOn: ON }))
    .rejected('already-on-hold');
});

it('a tag that was told late and is gone by a later day is not added twice for the day it was told', () => {
  const past = [
    recorded,
    e('ProjectTagged', LATER, { add: [], remove: ['链主'] }),
    e('ProjectTagged', ON, { add: ['链主'], remove: [] }),
    e('ProjectSuspended', ON, { reason: '用地' }),
  ];
  given(past)
    .when(c('TagProject', { add: ['链主'], occurredOn: ON }))
    .then([]);
});

it('a fact that was voided can be said again', () => {
  const agreed = e('OpinionGiven', ON, { department: '发改', opinion: 'agree' });
  given([lead, opened, agreed, e('FactVoided', LATER, { target: 3, reason: '误填' })])
    .when(c('GiveOpinion', { department: '发改', opinion: 'agree', occurredOn: ON }))
    .then([agreed]);
});

it('a fact whose void was voided stands, and is not said twice', () => {
  const line = e('ProgressReported', ON, { text: '推进' });
  const voided = (target: number) => e('FactVoided', LATER, { target, reason: '误填' });
  given([lead, opened, line, voided(3), voided(4)])
    .when(c('ReportProgress', { text: '推进', occurredOn: ON }))
    .then([]);
  given([lead, opened, line, voided(3), voided(4), voided(3)])
    .when(c('ReportProgress', { text: '推进', occurredOn: ON }))
    .then([line]);
});

it.each([
  ['ReportProgress', { text: '推进', nextStep: '供地' }, 'ProgressReported', { nextStep: '设计' }],
  ['GiveOpinion', { department: '发改', opinion: 'agree', text: '同意' }, 'OpinionGiven', { text: '补办能评' }],
  ['SubmitPreReview', { departments: ['发改'] }, 'PreReviewSubmitted', { departments: ['发改', '环保'] }],
  ['AgreeFramework', { kind: 'framework', number: 'K-1' }, 'FrameworkAgreed', { number: 'K-2' }],
  ['RecordCeremony', { text: '签约' }, 'CeremonyRecorded', { text: '集中签约' }],
] as const)(
  '%s on the same day with something else beside the same words loses nothing',
  (type, fields, fact, other) => {
    given([lead, opened, e(fact, ON, fields)])
      .when(c(type, { ...fields, ...other, occurredOn: ON }))
      .then([e(fact, ON, { ...fields, ...other })]);
  },
);
