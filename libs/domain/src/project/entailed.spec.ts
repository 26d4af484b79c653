import { e, recorded, yuan } from '../../../../test/support/project-facts.ts';
import { readCommand } from '../fields/read-command.ts';
import type { Issue } from '../issue/issue.ts';
import { PROJECT_COMMANDS } from './commands.ts';
import type { ProjectEvent, ProjectEventOf } from './events.ts';
import {
  approvalEntails,
  cityTagEntails,
  excuseEntails,
  mergeEntails,
  splitEntails,
  type Entailed,
} from './entailed.ts';
import { fold } from './fold.ts';
import type { KnownProject } from './state.ts';

const ON = '2026-01-05';
const known = (...events: readonly ProjectEvent[]) =>
  fold(events.map((event, index) => ({ ...event, version: index + 1 }))) as KnownProject;
/** What follows, each read as the command that it is. */
const read = (entailed: readonly Entailed[]) =>
  entailed.map(({ type, project, body }) => [type, project, { ...readCommand<object>(PROJECT_COMMANDS[type], body) }]);

describe('a split', () => {
  const children = [
    { id: 'x', code: 'A2', title: '一期', contracted: yuan('40.00') },
    { id: 'y', code: 'A3', title: '二期', contracted: yuan('50.00') },
  ];
  const split = e('ProjectSplit', ON, { children, rest: yuan('10.00') }) as ProjectEventOf<'ProjectSplit'>;
  const identity = {
    code: 'A1',
    title: '轴承',
    investor: '甲公司',
    industry: 'C34',
    hostRegion: '510100',
    unit: '一科',
  };
  const first = e('ProjectRecorded', '2025-01-06', identity);
  const purchase = e('ContractSigned', '2025-04-01', {
    contracted: yuan('100.00'),
    landMode: 'purchase',
    agreedStart: '2025-09-01',
  });

  it('begins each child with its share of the contract and what it takes over of its parent', () => {
    const { code: _code, title: _title, ...inherited } = identity;
    const taken = {
      occurredOn: ON,
      parent: 'p',
      signedOn: '2025-04-01',
      agreedStart: '2025-09-01',
      landMode: 'purchase',
    };
    expect(read(splitEntails('p', known(first, purchase), split))).toMatchObject(
      children.map(({ id, code, title, contracted }) => [
        'RecordSplitOff',
        id,
        { ...taken, contracted, project: { code, title, ...inherited } },
      ]),
    );
  });
  it('of a contract without an agreed start begins children without one', () => {
    const bare = e('ContractSigned', '2025-04-01', { contracted: yuan('100.00') });
    const [child] = splitEntails('p', known(first, bare), split);
    expect(child!.body).toMatchObject({ agreedStart: undefined, signedOn: '2025-04-01' });
  });
  it('of a project whose contract was voided begins nothing', () =>
    expect(splitEntails('p', known(recorded), split)).toEqual([]));
});

it('a merger ends the project that it absorbs', () => {
  const merged = e('ProjectsMerged', ON, { absorbed: 'x' }) as ProjectEventOf<'ProjectsMerged'>;
  expect(mergeEntails('own', merged)).toEqual([
    { type: 'RecordAbsorption', project: 'x', body: { occurredOn: ON, survivor: 'own' } },
  ]);
});

describe('an excuse that is accepted for an order', () => {
  type Issued = Parameters<typeof excuseEntails>[0];
  type Accepted = Parameters<typeof excuseEntails>[1];
  const issued = (number: string) =>
    ({ type: 'OrderIssued', occurredOn: ON, data: { project: 'x', number } }) as Issued;
  const accepted = (clock?: string) =>
    ({ type: 'OrderExcuseAccepted', occurredOn: ON, data: { until: '2026-02-01', reason: '汛期', clock } }) as Accepted;

  it('pauses the clock of the project, with the order as its paper where it has a number', () => {
    const body = { occurredOn: ON, until: '2026-02-01', reason: '汛期', clock: 'agreed-start' };
    expect(excuseEntails(issued('督办〔2026〕3号'), accepted('agreed-start'))).toEqual([
      { type: 'AcceptExcuse', project: 'x', body: { ...body, basis: '督办〔2026〕3号' } },
    ]);
    expect(excuseEntails(issued(''), accepted('agreed-start'))).toEqual([
      { type: 'AcceptExcuse', project: 'x', body: { ...body, basis: undefined } },
    ]);
  });
  it('pauses nothing of the project where the clock is that of an order or an issue', () => {
    for (const clock of ['order-reply', 'issue']) expect(excuseEntails(issued('1'), accepted(clock))).toEqual([]);
  });
});

it('a project carries the tag of the city while any issue of the city’s level stands open on it', () => {
  const issue = (level: string, state: string) => ({ level, state }) as Issue;
  const tag = (...issues: readonly Issue[]) => cityTagEntails('x', issues);
  const [add, remove] = ['add', 'remove'].map((change) => [
    { type: 'TagProject', project: 'x', body: { [change]: ['市级协调'] } },
  ]);
  expect(tag()).toEqual(remove);
  expect(tag(issue('city', 'closed'), issue('district', 'raised'))).toEqual(remove);
  expect(tag(issue('city', 'closed'), issue('city', 'resolved'))).toEqual(add);
  expect(tag(issue('district', 'raised'), issue('city', 'raised'))).toEqual(add);
});

it('what was approved is recorded as who asked gave it, with who approved it', () => {
  const asker = { user: 'li', unit: '一科' };
  const data = {
    project: 'x',
    command: 'ExtendNegotiation',
    body: { until: '2026-06-01', reason: '用地' },
    by: 'li',
    asked: '周局',
  };
  const asked = { type: 'ApprovalAsked', occurredOn: ON, data } as Parameters<typeof approvalEntails>[0];
  expect(approvalEntails(asked, asker as never, '@zhou')).toEqual([
    { type: 'ExtendNegotiation', project: 'x', body: { ...data.body, approver: '@zhou' }, actor: asker },
  ]);
});
