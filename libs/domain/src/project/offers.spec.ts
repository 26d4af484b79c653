import {
  arrival,
  certified,
  e,
  lead,
  opened,
  recorded,
  signed,
  started,
} from '../../../../test/support/project-facts.ts';
import { aboutCommand, PROJECT_COMMAND_TYPES, type ProjectCommandType } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';
import { offered } from './offers.ts';
import type { KnownProject } from './state.ts';

const ON = '2025-09-20';
const known = (events: readonly ProjectEvent[]) =>
  fold(events.map((event, index) => ({ ...event, version: index + 1 }))) as KnownProject;
const claimed = e('FirstContactClaimed', ON, { unit: '一科' });
const decided = e('ClaimDecided', ON, { granted: true });
const flagged = e('DuplicateFlagged', ON, { other: 'b' });
const reported = e('StartReported', ON);
const reversed = e('ArrivalReversed', ON, { arrival: 'V1', reason: '退款' });
const second = e('ArrivalReported', ON, { arrival: 'V2', amount: { amount: '1.00', currency: 'CNY' }, kind: 'land' });
const paused = e('ProjectSuspended', ON, { reason: '股权' });
const resumed = e('ProjectResumed', ON);
const asked = e('TransferRequested', ON, { toUnit: '二科', reason: '分工' });
const accepted = e('TransferAccepted', ON, { fromUnit: null, toUnit: '二科' });
const entered = e('StatisticsEntered', ON);
const framework = e('FrameworkAgreed', ON, { kind: 'framework' });
const live = [recorded, signed];
const built = [recorded, signed, started];

// Where it is of use, and where the facts already say what it would say.
const USE: readonly (readonly [
  ProjectCommandType,
  readonly (readonly ProjectEvent[])[],
  readonly (readonly ProjectEvent[])[],
])[] = [
  ['AcknowledgeLead', [[lead]], [[lead, e('LeadAcknowledged', ON)]]],
  ['FeedBackLead', [[lead], [lead, opened]], [[recorded], [lead, e('LeadFedBack', ON)]]],
  ['DecideClaim', [[lead, claimed]], [[lead], [lead, claimed, decided]]],
  ['ResolveDuplicate', [[lead, flagged]], [[lead]]],
  ['OpenNegotiation', [[lead], [lead, framework]], [[lead, opened]]],
  ['SignContract', [[lead, opened]], [live, built]],
  ['CompleteMilestone', [[lead, opened], live], [[lead]]],
  ['ReportArrival', [[lead, opened], live], [[lead]]],
  ['CertifyStart', [live, [...live, reported]], [[recorded, started]]],
  ['RejectStart', [[...live, reported]], [live, [...live, reported, e('StartRejected', ON, { reason: 'x' })]]],
  ['EnterStatistics', [live, built], [[...built, entered]]],
  [
    'CertifyArrival',
    [
      [...built, arrival],
      [...built, arrival, certified, second],
    ],
    [built, [...built, arrival, certified], [...built, arrival, reversed]],
  ],
  [
    'ReverseArrival',
    [
      [...built, arrival],
      [...built, arrival, reversed, second],
    ],
    [built, [...built, arrival, reversed]],
  ],
  ['SuspendProject', [live, [...live, paused, resumed]], [[...live, paused]]],
  ['ResumeProject', [[...live, paused]], [live, [...live, paused, resumed]]],
  ['AcceptTransfer', [[...live, asked]], [live, [...live, asked, accepted]]],
];
it.each(USE)('%s is offered where it says something, and only there', (type, useful, pointless) => {
  for (const events of useful) expect(offered(known(events))).toContain(type);
  for (const events of pointless) {
    const project = known(events);
    expect(aboutCommand(type).when).toContain(project.phase);
    expect(offered(project)).not.toContain(type);
  }
});

it('nothing is offered that the phase does not allow, and what no fact makes pointless is offered wherever it is allowed', () => {
  const facts = new Set(USE.map(([type]) => type));
  for (const events of [
    [lead],
    [lead, opened],
    live,
    built,
    [...live, e('ProjectTerminated', ON, { kind: 'revoked', reason: 'x' })],
  ]) {
    const project = known(events);
    const allowed = PROJECT_COMMAND_TYPES.filter((type) => aboutCommand(type).when.includes(project.phase));
    const offers = offered(project);
    expect(allowed).toEqual(expect.arrayContaining([...offers]));
    expect(offers).toEqual(expect.arrayContaining(allowed.filter((type) => !facts.has(type))));
  }
});
