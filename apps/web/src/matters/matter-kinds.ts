import type { Schemas } from '../ask/api.ts';
import type { Begun } from '../parts/form/begun.ts';
import { MARKS } from '../words/marks.ts';
import { LEVELS, MEETING_KINDS, OUTREACH_KINDS, RUNGS } from '../words/supervision-words.ts';
import type { Language, Sentence, Word } from '../words/words.ts';

export type MatterRow = Schemas['Matters']['rows'][number];
type MatterKind = Schemas['MatterCatalogue']['matters'][number];
export type MatterCommand = MatterKind['commands'][number];

export interface KindWords {
  readonly title: Word;
  readonly empty: Word;
  readonly levels: Record<string, Sentence>;
  readonly level: Word | null;
  readonly number: boolean;
  readonly due: Word | null; // what the day is called by which something must happen; null where nothing must
  readonly over?: true; // each is over once it is recorded: none is open
}

/** An order has only the rungs that open one. */
const ORDER_RUNGS = Object.fromEntries(
  ['supervision', 'interview', 'accountability'].map((rung) => [rung, RUNGS[rung]!]),
);

const WORDS = {
  orders: { title: 'orderDesk', empty: 'noOrders', levels: ORDER_RUNGS, level: 'rungWord', number: true, due: 'due' },
  issues: { title: 'issueLedger', empty: 'noIssues', levels: LEVELS, level: 'level', number: false, due: 'due' },
  meetings: {
    title: 'meetings',
    empty: 'noMeetings',
    levels: MEETING_KINDS,
    level: 'rungWord',
    number: false,
    due: 'meetingDue',
  },
  'scheduling-lists': {
    title: 'schedulingLists',
    empty: 'noSchedulingLists',
    levels: {},
    level: null,
    number: true,
    due: null,
  },
  approvals: { title: 'approvals', empty: 'noApprovals', levels: {}, level: null, number: false, due: null },
  'outreach-records': {
    title: 'outreachLedger',
    empty: 'noOutreach',
    levels: OUTREACH_KINDS,
    level: 'rungWord',
    number: false,
    due: null,
    over: true,
  },
} as const satisfies Record<string, KindWords>;

/** The path of a kind of matter, in the page’s addresses and in the API’s. */
export const isMatterPath = (path: string): path is keyof typeof WORDS => path in WORDS;

/** What the pages say of each kind of matter beside what the catalogue tells. Keyed by the path. */
export const KIND_WORDS: Readonly<Record<string, KindWords>> = WORDS;

/** States off the usual course: no step of it. */
export const ASIDE: readonly string[] = ['withdrawn', 'called-off', 'refused', 'lapsed', 'voided'];

const FEW = 4;

/** Some names, and how many more there are: a list of the whole bureau names everybody. */
export const fewOf = (names: readonly string[], language: Language): string => {
  const first = names.slice(0, FEW).join(MARKS[language].list);
  return names.length <= FEW
    ? first
    : language === 'zh'
      ? `${first} 等 ${names.length} 人`
      : `${first} and ${names.length - FEW} more`;
};

/** Commands that belong to a row of the matter: the field that names the row, which the page fills in. */
export const OF_A_ROW: Readonly<Record<string, string>> = {
  CompleteTask: 'task',
  ConfirmTask: 'task',
  ReturnTask: 'task',
  CancelTask: 'task',
  CloseOffItem: 'project',
  NoteItem: 'project',
  ReportItem: 'key',
  VerifyItem: 'key',
  RemoveItem: 'key',
};

/** Per command: what the server fills in, and what is always asked for. */
export const PREPARED: Readonly<Record<string, Pick<Begun, 'hidden' | 'needed'>>> = {
  IssueOrder: { hidden: ['projectName', 'number'] },
  RaiseIssue: { hidden: ['projectName'] },
  SetAgenda: { hidden: ['items', 'asOf', 'logPosition'] },
  IssueSchedulingList: { hidden: ['asOf', 'position', 'items', 'number'] },
  AssignTask: { hidden: ['task'] },
  CloseOffItem: { needed: ['basis'] },
  AddItem: { hidden: ['projectName', 'project'] },
  ReportItem: { needed: ['evidence'] },
};

/** The command that moves a matter on from its state: the first button. */
const NEXT: Readonly<Record<string, string>> = {
  'order issued': 'AcknowledgeOrder',
  'order received': 'ReplyToOrder',
  'order replied': 'ReviewReply',
  'order reviewed': 'CloseOrder',
  'issue raised': 'AssignIssue',
  'issue assigned': 'ResolveIssue',
  'issue resolved': 'RecordReturnVisit',
  'issue visited': 'CloseIssue',
  'meeting convened': 'HoldMeeting',
  'meeting held': 'AssignTask',
  'approval asked': 'ApproveProposal',
};
export const nextStep = (matter: MatterRow): string | null =>
  matter.kind === 'meeting' && matter.state === 'convened' && matter.known.agenda === null && matter.known.list !== null
    ? 'SetAgenda'
    : (NEXT[`${matter.kind} ${matter.state}`] ?? null);

/** Whether a button for the command makes sense on the page of the matter. An agenda is made from the meeting's list: without one there is nothing to make it from. */
export const hasButton = ({ type }: MatterCommand, matter: MatterRow): boolean => {
  if (type in OF_A_ROW) return false;
  if (type === 'SetAgenda') return matter.kind === 'meeting' && matter.known.list !== null;
  return true;
};
