import { c, e, lead, recorded, yuan } from '../../../../../test/support/project-facts.ts';
import { given } from '../../../../../test/support/specify-project.ts';

const ON = '2025-09-20';
const known = {
  code: 'A1',
  title: '轴承',
  investor: '甲公司',
  intendedAmount: yuan('9.00'),
  unit: '一科',
  tags: ['链主'],
  progressKnownFrom: '2025-09-01',
};

it('a project begins with all that its first record says of it, as a lead or as one that already lives', () => {
  given([])
    .when(c('RegisterLead', { ...known, occurredOn: ON }))
    .then([e('LeadRegistered', ON, known)]);
  given([])
    .when(c('RecordProject', { ...known, occurredOn: ON }))
    .then([e('ProjectRecorded', ON, known)]);
});

it('the child of a split begins with its share of the contract and what it takes over', () => {
  const share = { parent: 'A0', contracted: yuan('5.00'), signedOn: '2025-04-01', agreedStart: '2025-12-01' };
  const split = c('RecordSplitOff', { ...share, landMode: 'lease', project: known, occurredOn: ON });
  given([])
    .when(split)
    .then([e('ProjectSplitOff', ON, { ...known, ...share, landMode: 'lease' })]);
});

it('a project begins once, in whichever way', () => {
  for (const type of ['RegisterLead', 'RecordProject'] as const)
    for (const first of [lead, recorded]) given([first]).when(c(type, known)).rejected('project-exists');
  given([recorded])
    .when(c('RecordSplitOff', { parent: 'A0', contracted: yuan('5.00'), signedOn: ON, project: known }))
    .rejected('project-exists');
});
