import { COLOURS, CLOCK_NAMES, DOUBTS } from '#domain';
import { colour, projectName, factData } from './answer-parts.ts';
import { LIST_COLUMNS, LIST_ROW } from './list-row.ts';
import { PROJECT_STATE } from './project-state.ts';
import {
  actor,
  count,
  flag,
  mapOf,
  day,
  instant,
  listOf,
  object,
  oneOf,
  orNull,
  ref,
  text,
  type Schema,
} from './schema.ts';

const TOTALS: Readonly<Record<string, Schema>> = {
  total: count,
  sums: object({ contracted: listOf(ref('Money')) }),
  colours: object(Object.fromEntries(COLOURS.map((one) => [one, count]))),
};

const PAPER = object({
  sha256: text,
  name: text,
  bytes: count,
  kind: orNull(text),
  attachedOn: day,
  recordedAt: instant,
  by: actor,
});

/** Where an imported fact was read. */
const IMPORTED = object({
  importId: text,
  sheet: text,
  row: count,
  'warnings?': listOf(text),
  'kept?': mapOf(text),
  'datedByImport?': flag,
});

/** Projects, their history and explanation, and the lists. */
export const PROJECT_ANSWERS: Readonly<Record<string, Schema>> = {
  Project: object({
    id: text,
    version: count,
    position: count,
    asOf: day,
    state: ref('ProjectState'),
    arrived: listOf(ref('Money')),
    doubts: listOf(ref('Doubt')),
    allowed: listOf(object({ type: text, path: text })),
  }),
  Doubt: object({ code: oneOf(...(Object.keys(DOUBTS) as (keyof typeof DOUBTS)[])), message: ref('Sentence') }),
  ProjectState: PROJECT_STATE,
  History: object({
    project: projectName,
    events: listOf(
      object({
        version: count,
        position: count,
        type: text,
        schemaVersion: count,
        occurredOn: day,
        recordedAt: instant,
        actor,
        data: factData,
        basis: orNull(text),
        note: orNull(text),
        approver: orNull(text),
        evidence: listOf(object({ kind: text, 'number?': text, 'sha256?': text })),
        imported: orNull(IMPORTED),
        datePrecision: oneOf('day', 'month'),
        hash: text,
        changing: orNull(oneOf('alone', 'with-another')),
        voidable: flag,
      }),
    ),
  }),
  Paper: PAPER,
  Papers: object({ papers: listOf(ref('Paper')) }),
  Explanation: object({
    project: projectName,
    asOf: day,
    phase: text,
    colour: orNull(colour),
    clock: orNull(text),
    'alsoAtWorst?': listOf(text),
    steps: listOf(text),
    clocks: listOf(
      object({
        clock: oneOf(...CLOCK_NAMES),
        policyVersion: count,
        startedBy: object({ event: text, version: count, on: day }),
        due: orNull(day),
        daysLate: orNull({ type: 'integer' }),
        colour,
        pauses: listOf(object({ from: day, to: orNull(day), reason: text })),
        counted: object({
          unit: oneOf('days', 'working-days'),
          length: orNull({ type: 'integer' }),
          holidays: listOf(text),
          unpublishedYears: listOf(count),
        }),
        crossings: listOf(object({ colour, on: day })),
        warnings: listOf(object({ what: text, on: day })),
      }),
    ),
  }),
  ListNames: object({
    lists: listOf(object({ name: text, title: ref('Sentence'), columns: listOf(text) })),
    columns: LIST_COLUMNS,
  }),
  ListCounts: object({
    asOf: day,
    asKnown: instant,
    position: count,
    lists: listOf(object({ name: text, total: count, contracted: listOf(ref('Money')) })),
  }),
  ListRow: LIST_ROW,
  List: object({
    list: text,
    asOf: day,
    asKnown: instant,
    position: count,
    ...TOTALS,
    rows: listOf(ref('ListRow')),
    groups: listOf(object({ key: orNull(text), ...TOTALS })),
    next: orNull(text),
  }),
  SearchAnswer: object({ rows: listOf(ref('ListRow')) }),
  AlikeProjects: object({
    rows: listOf(
      object({
        id: text,
        code: orNull(text),
        name: text,
        investor: orNull(text),
        unit: orNull(object({ code: orNull(text), name: text })),
        level: { ...count, minimum: 1, maximum: 4, description: '1 the surest (libs/domain/README.md, "Duplicates")' },
        similarity: { type: 'number', minimum: 0, maximum: 1 },
        reasons: listOf(oneOf('same-national-code', 'same-name', 'same-investor', 'name-alike')),
      }),
    ),
    doubts: listOf(ref('Doubt')),
  }),
};
