import {
  InvalidCommand,
  PROJECT_COMMANDS,
  readCommand,
  type IsoDate,
  type ProjectCommand,
  type ProjectCommandType,
  type Sentence,
} from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { finding, FINDINGS, type Finding } from '../judge/findings.ts';
import type { Day, LedgerRow } from '../rows/ledger-row.ts';

/** A fact of a ledger as a command: what, when, and whether the row stands or falls with it. */
export interface Planned {
  readonly command: ProjectCommand;
  readonly on: IsoDate;
  readonly month: boolean;
  readonly source: LedgerRow;
  readonly essential: boolean;
  readonly field: FieldName;
  readonly carries: readonly FieldName[]; // the columns whose values it keeps
  readonly byImport: boolean; // nobody told its day: it is dated the day of the import, and says so
  readonly nth: number; // of equal arrivals of one project, from 1
}

/** What a fact is made of: its command's fields, and the columns that they come from. */
export interface Told {
  readonly type: ProjectCommandType;
  readonly day: Day | undefined;
  readonly fields: object;
  readonly field: FieldName; // where a refusal is shown
  readonly carries?: readonly FieldName[];
  readonly essential?: boolean;
  readonly byImport?: boolean;
}

export type Facts = readonly Told[];

/** Facts of one day in the order in which they can have happened. */
const ORDER: readonly ProjectCommandType[] = [
  'RegisterLead',
  'RecordProject',
  'RenameProject',
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
  'CompleteMilestone',
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

/** Where a command calls a field by another name than its column. */
const COLUMN_OF: Readonly<Record<string, FieldName>> = {
  title: 'name',
  number: 'contractNo',
  originRegion: 'origin',
  hostRegion: 'region',
  liaisons: 'liaison',
  text: 'progress',
  filingNumber: 'filingNumber',
  plannedOn: 'plannedStart',
  agreedStartTo: 'changedStart',
  until: 'excuseUntil',
  expectedEnd: 'holdUntil',
  meeting: 'reviewMeeting',
  exception: 'startException',
};

const read = ({ shown }: LedgerRow, column: FieldName): string | null => shown[column]?.slice(0, 200) ?? null;
/** The same, of a value that its row stands on. */
const refused = (said: Finding): Finding => {
  const [, leftOut, leftOutInEnglish] = FINDINGS['value-left-out'];
  const [, zh, en] = FINDINGS['value-refused'];
  return {
    ...said,
    code: 'value-refused',
    message: { zh: said.message.zh.replace(leftOut, zh), en: said.message.en.replace(leftOutInEnglish, en) },
  };
};

/** Why a command was refused: a value in it, the column that it came from, and why. */
interface Fault {
  readonly value: string;
  readonly column: FieldName;
  readonly why: Sentence;
  readonly canGo: boolean; // the value was given, so that the command can be tried without it
}

/** The first fault that can be mended by leaving a value out, else the first of all. */
const faultIn = ({ errors }: InvalidCommand, given: object, { field, carries = [field] }: Told): Fault => {
  const valueOf = (name: string): string => name.split(/[.[]/)[0]!;
  const removable = errors.find((one) => valueOf(one.field) in given);
  const { field: name, zh, en } = removable ?? errors[0]!;
  const value = valueOf(name);
  const column = COLUMN_OF[value] ?? carries.find((one) => one === value) ?? field;
  return { value, column, why: { zh, en: `${en}.` }, canGo: removable !== undefined };
};

/** Says once of a column that its value is left out; where the row stands on it, that it is refused. */
const sayLost = (row: LedgerRow, { column, why }: Fault, vital: boolean, earlier: Finding | undefined): Finding => {
  if (earlier === undefined) {
    const code = vital ? 'value-refused' : 'value-left-out';
    const said = finding(code, column, row.cellOf(column), read(row, column), why);
    row.findings.push(said);
    return said;
  }
  // Without the value that was left out there is no such fact: a contract of an amount that no money can be.
  if (vital) row.findings[row.findings.indexOf(earlier)] = refused(earlier);
  return earlier;
};

/**
 * The fact as a command that has passed the rules of its own fields, the same door through which a person's commands come (libs/domain/README.md, "One door for values").
 * What cannot be recorded is left out and said; where the command cannot do without it there is none, and an essential one refuses its row.
 */
export const plan = (row: LedgerRow, told: Told): readonly Planned[] => {
  const { type, day, field, carries = [field], essential = false, byImport = false } = told;
  if (day === undefined) return [];
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(told.fields).filter(([, value]) => value !== undefined && value !== null),
  );
  const lost = new Map<FieldName, Finding>();
  for (let attempt = 0; attempt < 20; attempt += 1)
    try {
      const command = readCommand(PROJECT_COMMANDS[type] as new () => ProjectCommand, {
        ...fields,
        occurredOn: day.date,
      });
      const kept = carries.filter((one) => !lost.has(one));
      return [
        { command, on: day.date, month: day.month, source: row, essential, field, carries: kept, byImport, nth: 1 },
      ];
    } catch (error) {
      if (!(error instanceof InvalidCommand)) throw error;
      const fault = faultIn(error, fields, told);
      const { column, value, canGo } = fault;
      const vital = essential && (!canGo || column === field);
      lost.set(column, sayLost(row, fault, vital, lost.get(column)));
      if (vital || !canGo) return [];
      delete fields[value];
    }
  return [];
};
