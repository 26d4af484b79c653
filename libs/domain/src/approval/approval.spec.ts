import { DEFAULT_RULES } from '../policy/rules.ts';
import type { IsoDate } from '../dates.ts';
import { readCommand } from '../fields/read-command.ts';
import { decideMatter, foldMatter, type Situation } from '../matter.ts';
import type { PersonId } from '../person.ts';
import type { Rejected } from '../rejected.ts';
import { APPROVAL_COMMANDS, type ApprovalCommand } from './commands.ts';
import { APPROVAL } from './decide.ts';
import type { ApprovalEvent } from './events.ts';
import type { ApprovalRejectionCode } from './rejections.ts';

const today = '2026-03-02' as IsoDate;
const by = (user: string): Situation => ({
  ...DEFAULT_RULES,
  today,
  actor: { user, unit: '01' },
  people: new Map([['head' as PersonId, '王局']]),
  standsFor: () => true,
  standsInFor: () => false,
});
const give = (type: ApprovalCommand['type'], user: string, body: object, past: readonly ApprovalEvent[] = []) =>
  decideMatter(
    APPROVAL,
    readCommand(APPROVAL_COMMANDS[type] as new () => ApprovalCommand, body),
    foldMatter(APPROVAL, past),
    by(user),
  );
const asking = { project: 'p', command: 'ExtendNegotiation', body: { until: '2026-06-01' }, asked: '@head' };
const asked = give('AskApproval', 'li', asking);

it('is put to a person, and given or refused once by somebody else', () => {
  expect(asked[0]!.data).toEqual({ ...asking, by: 'li', asked: { id: 'head', name: '王局' } });
  const approved = [...asked, ...give('ApproveProposal', 'head', {}, asked)];
  expect(foldMatter(APPROVAL, approved)).toMatchObject({ state: 'approved', decided: { on: today, by: 'head' } });
  expect(() => give('RefuseProposal', 'head', { reason: '不妥' }, approved)).toThrow();
  const refused = [...asked, ...give('RefuseProposal', 'head', { reason: '不妥' }, asked)];
  expect(foldMatter(APPROVAL, refused)).toMatchObject({ state: 'refused', reason: '不妥' });
  const withdrawn = [...asked, ...give('WithdrawProposal', 'li', {}, asked)];
  expect(foldMatter(APPROVAL, withdrawn)).toMatchObject({ state: 'withdrawn', people: [{ id: 'head', name: '王局' }] });
});

// Every rule has its line here: a new code does not compile without one.
const refusals: Record<ApprovalRejectionCode, () => unknown> = {
  'approved-by-asker': () => give('ApproveProposal', 'li', {}, asked),
  'withdrawn-by-other': () => give('WithdrawProposal', 'head', {}, asked),
  'approval-body-invalid': () => give('AskApproval', 'li', { ...asking, command: 'constructor' }),
};
it.each(Object.entries(refusals))('refuses: %s', (code, attempt) => {
  let refusedFor = '';
  try {
    attempt();
  } catch (error) {
    refusedFor = (error as Rejected).code;
  }
  expect(refusedFor).toBe(code);
});

it('what was approved and could not be recorded any more has lapsed, and says why', () => {
  const lapsed: ApprovalEvent = { type: 'ApprovalLapsed', occurredOn: today, data: { code: 'wrong-phase' } };
  const approved = [...asked, ...give('ApproveProposal', 'head', {}, asked)];
  expect(foldMatter(APPROVAL, [...approved, lapsed])).toMatchObject({
    state: 'lapsed',
    reason: 'wrong-phase',
    decided: { by: 'head' },
  });
  expect(() => foldMatter(APPROVAL, [lapsed])).toThrow('an approval begins with ApprovalAsked');
});
it('is called by its project, where that has a name', () => {
  const line = (more: object) =>
    APPROVAL.line(foldMatter(APPROVAL, give('AskApproval', 'li', { ...asking, ...more })) as never);
  const { zh } = line({}).title;
  expect(line({ projectName: '大桥' })).toMatchObject({
    title: { zh: `大桥：${zh}` },
    project: 'p',
    open: true,
    people: [{ id: 'head' }],
  });
});
