import {
  InvalidCommand,
  PROJECT_COMMANDS,
  readCommand,
  type IsoDate,
  type ProjectCommand,
  type ProjectCommandType,
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
      const removable = error.errors.filter(({ field: name }) => name.split(/[.[]/)[0]! in fields);
      const { field: name, zh, en } = removable[0] ?? error.errors[0]!;
      const top = name.split(/[.[]/)[0]!;
      const column =
        COLUMN_OF[top] ?? (carries as readonly string[]).find((one): one is FieldName => one === top) ?? field;
      const vital = essential && (removable.length === 0 || !(top in fields) || column === field);
      const earlier = lost.get(column);
      const said =
        earlier ??
        finding(vital ? 'value-refused' : 'value-left-out', column, row.cellOf(column), read(row, column), {
          zh,
          en: `${en}.`,
        });
      if (earlier === undefined) row.findings.push(said);
      // Without the value that was left out there is no such fact: a contract of an amount that no money can be.
      else if (vital) row.findings[row.findings.indexOf(earlier)] = refused(earlier);
      if (vital || removable.length === 0) return [];
      lost.set(column, said);
      delete fields[top];
    }
  return [];
};
