import {
  PROJECT_COMMANDS,
  type ArrivalKind,
  type IsoDate,
  type Origin,
  type ProjectCommand,
  type ProjectCommandType,
  type TerminationKind,
} from '#domain';
import { clean, readFlag } from '../cells/text.ts';
import {
  certifiedOf,
  frameworkOf,
  landModeOf,
  reviewOf,
  screeningOf,
  type Day,
  type LedgerRow,
} from '../rows/ledger-row.ts';

/** A fact of a ledger as a command: what, when, and whether the row stands or falls with it. */
export interface Planned {
  readonly command: ProjectCommand;
  readonly on: IsoDate;
  readonly month: boolean;
  readonly source: LedgerRow;
  readonly essential: boolean;
  readonly field: string;
}

/** Facts of one day in the order in which they can have happened. */
const ORDER: readonly ProjectCommandType[] = [
  'RegisterLead',
  'RecordProject',
  'AssignOwner',
  'TagProject',
  'AcknowledgeLead',
  'ScreenLead',
  'FeedBackLead',
  'OpenNegotiation',
  'DecidePreReview',
  'ExtendNegotiation',
  'AgreeFramework',
  'PlanSigning',
  'SignContract',
  'FileContract',
  'AmendContract',
  'PlanStart',
  'ReportStart',
  'CertifyStart',
  'EnterStatistics',
  'ReportArrival',
  'CertifyArrival',
  'ReportProgress',
  'AcceptExcuse',
  'SuspendProject',
  'ResumeProject',
  'StartProduction',
  'CompleteProject',
  'TerminateProject',
  'DropLead',
];
const RANK = new Map(ORDER.map((type, index) => [type, index]));
export const inOrder = (planned: readonly Planned[]): readonly Planned[] =>
  [...planned].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : RANK.get(a.command.type)! - RANK.get(b.command.type)!,
  );

/** A command with these fields; fields nobody filled in stay away. */
const command = <T extends ProjectCommandType>(type: T, occurredOn: IsoDate, fields: object): ProjectCommand =>
  Object.assign(
    new PROJECT_COMMANDS[type](),
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)),
    { occurredOn },
  );

const terminationOf = (reason: string): TerminationKind =>
  /撤销|吊销|取消资格|注销/.test(reason)
    ? 'revoked'
    : /清退|我方|政府|招商局|管委会|主动终止|收回/.test(reason)
      ? 'by-bureau'
      : 'by-investor';

const tagsOf = ({ text }: LedgerRow): string[] => [
  ...(readFlag(text.leading ?? null)
    ? ['主导产业']
    : text.leading !== undefined && readFlag(text.leading) === null
      ? [text.leading]
      : []),
  ...(readFlag(text.emerging ?? null)
    ? ['战略性新兴产业']
    : text.emerging !== undefined && readFlag(text.emerging) === null
      ? [text.emerging]
      : []),
  ...(text.investorKind === undefined
    ? []
    : text.investorKind
        .split(/[、,，;；/]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '')),
];

const monthOf = (row: LedgerRow): string | null => {
  const text = clean(row.text.plannedSigning ?? '');
  const [, year, month] = /(\d{4})[.\-/年](\d{1,2})/.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month!.padStart(2, '0')}`;
};

/** A day known to the month only, brought before another fact of the same month that must follow it. */
const before = (day: Day, ...followers: readonly (Day | undefined)[]): Day => {
  if (!day.month) return day;
  const next = followers
    .filter((one): one is Day => one !== undefined && !one.month && one.date.slice(0, 7) === day.date.slice(0, 7))
    .map(({ date }) => date)
    .sort()[0];
  return next !== undefined && next < day.date ? { date: next, month: true } : day;
};

/** The facts that a row of a projects or leads sheet states about its project, apart from its registration. */
export const factsOf = (row: LedgerRow): readonly Planned[] => {
  const { text, days, money } = row;
  const facts: Planned[] = [];
  const say = (
    type: ProjectCommandType,
    day: Day | undefined,
    fields: object,
    field: string,
    essential = false,
  ): void => {
    if (day !== undefined)
      facts.push({
        command: command(type, day.date, fields),
        on: day.date,
        month: day.month,
        source: row,
        essential,
        field,
      });
  };
  const framework = frameworkOf(text.agreementKind);
  const signed =
    days.signedOn === undefined
      ? undefined
      : before(days.signedOn, days.startOn, days.endedOn, days.enteredOn, days.startReportedOn, days.changedOn);
  const contract = framework === null && signed !== undefined;

  say('AcknowledgeLead', days.acknowledgedOn, {}, 'acknowledgedOn');
  const valuable = screeningOf(text.screenResult);
  if (valuable !== null || (days.screenedOn !== undefined && text.screenResult === undefined))
    say('ScreenLead', days.screenedOn, { valuable: valuable ?? true, reasons: text.screenResult }, 'screenedOn');
  say('FeedBackLead', days.fedBackOn, {}, 'fedBackOn');
  const large = /重大|大型|大项目|特大|重点|^大/.test(clean(text.negotiationClass ?? ''));
  say('OpenNegotiation', days.openedOn, { class: large ? 'large' : 'standard' }, 'openedOn');
  const result = reviewOf(text.reviewResult);
  if (result !== null) say('DecidePreReview', days.reviewOn, { result, meeting: text.reviewMeeting }, 'reviewOn');
  if (days.extendedUntil !== undefined)
    say(
      'ExtendNegotiation',
      days.extendedOn ?? days.openedOn,
      { until: days.extendedUntil.date, reason: '台账记载的延期', approver: '台账记载' },
      'extendedUntil',
    );
  if (framework !== null)
    say(
      'AgreeFramework',
      signed ?? days.openedOn ?? days.knownOn,
      { kind: framework, amount: money.contracted, number: text.contractNo },
      'agreementKind',
    );
  const planned = monthOf(row);
  if (planned !== null)
    say('PlanSigning', days.openedOn ?? days.knownOn ?? days.receivedOn, { month: planned }, 'plannedSigning');
  if (contract) {
    say(
      'SignContract',
      signed,
      {
        number: text.contractNo,
        contracted: money.contracted,
        fixedAssets: money.fixedAssets,
        agreedStart: days.agreedStart?.date,
        landMode: landModeOf(text.landMode),
      },
      'signedOn',
      true,
    );
    say(
      'FileContract',
      days.filedOn ?? (text.filingNumber === undefined ? undefined : signed),
      text.filingNumber === undefined ? { filingNumber: '已备案' } : { filingNumber: text.filingNumber },
      'filingNumber',
    );
    if (days.changedStart !== undefined)
      say(
        'AmendContract',
        days.changedOn ?? signed,
        { kind: 'schedule', agreedStartTo: days.changedStart.date },
        'changedStart',
      );
  }
  if (days.plannedStart !== undefined)
    say('PlanStart', signed ?? days.openedOn, { plannedOn: days.plannedStart.date }, 'plannedStart');
  say('ReportStart', days.startReportedOn, {}, 'startReportedOn');
  say(
    'CertifyStart',
    days.startOn && before(days.startOn, days.endedOn),
    { exception: text.startException },
    'startOn',
    true,
  );
  say('EnterStatistics', days.enteredOn, {}, 'enteredOn', true);
  if (days.excuseUntil !== undefined)
    say(
      'AcceptExcuse',
      days.excuseOn,
      { clock: 'agreed-start', until: days.excuseUntil.date, reason: text.excuse ?? '台账记载' },
      'excuseOn',
    );
  say(
    'SuspendProject',
    days.holdFrom,
    { reason: text.holdReason ?? '台账记载', expectedEnd: days.holdUntil?.date },
    'holdFrom',
  );
  if (days.holdFrom !== undefined) say('ResumeProject', days.resumedOn, {}, 'resumedOn');
  say('StartProduction', days.productionOn, {}, 'productionOn');
  say('CompleteProject', days.completedOn, {}, 'completedOn');
  if (text.progress !== undefined)
    say('ReportProgress', days.progressOn, { text: text.progress, nextStep: text.nextStep }, 'progress');
  const endReason = text.endReason ?? text.dropReason ?? '台账记载';
  if (contract)
    say('TerminateProject', days.endedOn, { kind: terminationOf(endReason), reason: endReason }, 'endedOn', true);
  say(
    'DropLead',
    days.droppedOn ?? (contract ? undefined : days.endedOn),
    { reason: text.dropReason ?? endReason },
    'droppedOn',
    true,
  );
  return facts;
};

/** The registration of a project and who holds it, dated when it was first known. */
export const registrationOf = (row: LedgerRow, code: string, known: Day): readonly Planned[] => {
  const { text, money } = row;
  const identity = {
    code,
    title: text.name,
    investor: text.investor,
    creditCode: text.creditCode,
    nationalCode: text.nationalCode,
    sourceChannel: text.sourceChannel,
    intendedAmount: money.intendedAmount,
    industry: text.industry,
    chain: text.chain,
    originRegion: text.origin,
    hostRegion: text.region,
    unit: text.unit,
    tags: tagsOf(row),
    note: text.note,
  };
  const plan = (type: ProjectCommandType, fields: object, essential: boolean): Planned => ({
    command: command(type, known.date, fields),
    on: known.date,
    month: known.month,
    source: row,
    essential,
    field: 'name',
  });
  const held = text.leader !== undefined || text.steward !== undefined || text.liaison !== undefined;
  return [
    plan(row.kind === 'leads' ? 'RegisterLead' : 'RecordProject', identity, true),
    ...(held
      ? [
          plan(
            'AssignOwner',
            {
              leader: text.leader,
              steward: text.steward,
              liaisons: text.liaison
                ?.split(/[、,，;；/]/)
                .map((name) => name.trim())
                .filter((name) => name !== ''),
            },
            false,
          ),
        ]
      : []),
  ];
};

const ARRIVAL_KINDS: readonly (readonly [RegExp, ArrivalKind])[] = [
  [/注册|资本金|实缴/, 'registered-capital'],
  [/土地|地价|出让/, 'land'],
  [/保证金|定金|订金/, 'deposit'],
  [/厂房|建设|工程|土建|建安|基建/, 'building'],
  [/设备|装备|机器/, 'equipment'],
  [/流动|运营|经营/, 'working-capital'],
  [/贷|借|融资/, 'loan'],
];
const ORIGINS: readonly (readonly [RegExp, Origin])[] = [
  [/境外|外资|国外|海外|港|澳|台/, 'overseas'],
  [/省外|国内/, 'out-of-province'],
  [/市外|省内/, 'out-of-city'],
  [/区外|县外|市内/, 'out-of-district'],
  [/区内|县内|本地|本区|本县/, 'local'],
];
const pick = <T>(table: readonly (readonly [RegExp, T])[], text: string | undefined): T | undefined =>
  text === undefined ? undefined : table.find(([sign]) => sign.test(text))?.[1];

/** An arrival of a funds sheet: reported, and certified where the sheet says so. `arrival` names it within its project. */
export const arrivalOf = (row: LedgerRow, arrival: string, hasCertified: boolean): readonly Planned[] => {
  const day = row.days.arrivedOn!;
  const plan = (type: ProjectCommandType, on: Day, fields: object): Planned => ({
    command: command(type, on.date, fields),
    on: on.date,
    month: on.month,
    source: row,
    essential: true,
    field: 'arrivedOn',
  });
  const reported = plan('ReportArrival', day, {
    arrival,
    amount: row.money.amount,
    kind: pick(ARRIVAL_KINDS, row.text.arrivalKind) ?? 'other',
    origin: pick(ORIGINS, row.text.fundsOrigin),
    voucher: row.text.voucher,
    basis: row.text.voucher,
    note: row.text.note,
  });
  const certifiedOn =
    row.days.certifiedOn !== undefined && row.days.certifiedOn.date >= day.date ? row.days.certifiedOn : day;
  return certifiedOf(row.text.certified, hasCertified)
    ? [reported, plan('CertifyArrival', certifiedOn, { arrival })]
    : [reported];
};

export const progressOf = (row: LedgerRow): readonly Planned[] => {
  const day = row.days.progressOn!;
  return [
    {
      command: command('ReportProgress', day.date, { text: row.text.progress, nextStep: row.text.nextStep }),
      on: day.date,
      month: day.month,
      source: row,
      essential: true,
      field: 'progress',
    },
  ];
};
