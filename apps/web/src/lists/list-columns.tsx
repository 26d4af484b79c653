import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { ColourWord } from '../parts/colour-word.tsx';
import { exactly, forReading, shareOf, type Money } from '../parts/money.ts';
import { distanceInWords } from '../projects/why-sentence.ts';
import { CLOCKS, PHASES, useWords, type Word } from '../words/words.ts';
import type { ListRow } from './list-queries.ts';

export type ColumnName =
  | 'colour'
  | 'project'
  | 'stuck'
  | 'next'
  | 'unit'
  | 'region'
  | 'phase'
  | 'investor'
  | 'registeredOn'
  | 'openedOn'
  | 'signedOn'
  | 'months'
  | 'agreedStart'
  | 'startedOn'
  | 'enteredOn'
  | 'endedOn'
  | 'contracted'
  | 'arrived'
  | 'rate'
  | 'leader'
  | 'progressOn'
  | 'warnings';

const BEFORE_SIGNING: readonly ColumnName[] = ['openedOn', 'progressOn', 'investor', 'leader', 'unit', 'region'];
const AFTER_START: readonly ColumnName[] = [
  'startedOn',
  'contracted',
  'arrived',
  'rate',
  'enteredOn',
  'unit',
  'leader',
  'region',
];

/** What each list shows behind its four deciding columns (where it is stuck, and what comes next, stand first in all). */
const OWN: Readonly<Record<string, readonly ColumnName[]>> = {
  leads: ['registeredOn', 'investor', 'unit', 'region'],
  negotiation: BEFORE_SIGNING,
  'library-negotiation': BEFORE_SIGNING,
  'signing-next-month': BEFORE_SIGNING,
  'signed-not-started': ['signedOn', 'months', 'agreedStart', 'contracted', 'leader', 'unit', 'region'],
  'library-signed': ['signedOn', 'months', 'agreedStart', 'contracted', 'leader', 'unit', 'region'],
  signed: ['signedOn', 'phase', 'contracted', 'arrived', 'leader', 'unit', 'region'],
  started: AFTER_START,
  'library-building': AFTER_START,
  'started-not-entered': ['startedOn', 'months', 'contracted', 'unit', 'leader', 'region'],
  'entered-without-funds': ['enteredOn', 'months', 'contracted', 'unit', 'leader', 'region'],
  terminated: ['endedOn', 'signedOn', 'contracted', 'arrived', 'unit', 'region'],
  'imported-with-warnings': ['warnings', 'phase', 'signedOn', 'contracted', 'unit'],
};
const ANY: readonly ColumnName[] = ['phase', 'signedOn', 'contracted', 'leader', 'unit', 'region'];

export const columnsOf = (list: string): readonly ColumnName[] => [
  'colour',
  'project',
  'stuck',
  'next',
  ...(OWN[list] ?? ANY),
];

const Amount = ({ of }: { of: Money | null | undefined }) =>
  of ? (
    <span className="amount" title={exactly(of)}>
      {forReading(of)}
    </span>
  ) : null;

/** Where a row is stuck: its clock, and how late. */
export const Stuck = ({ row }: { row: ListRow }) => {
  const { say, language } = useWords();
  if (!row.clock) return null;
  return (
    <>
      {say(CLOCKS[row.clock], row.clock)}
      <div className="small">{distanceInWords(row.daysLate ?? null, language)}</div>
    </>
  );
};

export const Next = ({ row }: { row: ListRow }) => (
  <>
    <span className="two-lines">{row.nextStep ?? row.reason ?? ''}</span>
    <div className="small">{[row.steward ?? row.responsible, row.nextDate].filter(Boolean).join(' · ')}</div>
  </>
);

export const ProjectLink = ({ row, asOf }: { row: ListRow; asOf: string | null }) => (
  <>
    {row.id ? <Link to={`/projects/${row.id}${asOf === null ? '' : `?asOf=${asOf}`}`}>{row.name}</Link> : row.name}
    <div className="small">{row.code}</div>
  </>
);

type Shown = Omit<TableColumnType<ListRow>, 'title'> & { readonly word: Word };

/** Every column that a list can have, once. */
const COLUMNS = (asOf: string | null): Record<ColumnName, Shown> => ({
  colour: { word: 'colour', width: 64, fixed: 'left', render: (_, row) => <ColourWord colour={row.colour} /> },
  project: {
    word: 'projectAndCode',
    width: 260,
    fixed: 'left',
    render: (_, row) => <ProjectLink row={row} asOf={asOf} />,
  },
  stuck: { word: 'stuckAt', width: 140, render: (_, row) => <Stuck row={row} /> },
  next: { word: 'nextAndWho', width: 200, render: (_, row) => <Next row={row} /> },
  unit: { word: 'unit', width: 140, render: (_, row) => row.unit?.name ?? '' },
  region: { word: 'region', width: 110, dataIndex: 'region' },
  phase: { word: 'phase', width: 80, render: (_, { phase }) => <PhaseWord phase={phase} /> },
  investor: { word: 'investor', width: 180, dataIndex: 'investor', ellipsis: true },
  registeredOn: { word: 'registeredOn', width: 104, dataIndex: 'registeredOn' },
  openedOn: { word: 'openedOn2', width: 104, dataIndex: 'openedOn' },
  signedOn: { word: 'signedOn', width: 104, dataIndex: 'signedOn' },
  months: { word: 'monthsHere', width: 84, align: 'right', dataIndex: 'ageMonths' },
  agreedStart: { word: 'agreedStart', width: 104, dataIndex: 'agreedStart' },
  startedOn: { word: 'started2', width: 104, dataIndex: 'startedOn' },
  enteredOn: { word: 'enteredOn', width: 104, dataIndex: 'enteredOn' },
  endedOn: { word: 'endedOn', width: 104, dataIndex: 'endedOn' },
  contracted: {
    word: 'contractedMoney',
    width: 116,
    align: 'right',
    render: (_, row) => <Amount of={row.contracted} />,
  },
  arrived: { word: 'arrivedMoney', width: 116, align: 'right', render: (_, row) => <Amount of={row.arrived} /> },
  rate: { word: 'rate', width: 84, align: 'right', render: (_, row) => shareOf(row.arrived, row.contracted) },
  leader: { word: 'leader', width: 92, dataIndex: 'responsible' },
  progressOn: { word: 'progressOn2', width: 104, dataIndex: 'progressOn' },
  warnings: { word: 'warnings', width: 200, render: (_, row) => (row.warnings ?? []).join('、') },
});

const PhaseWord = ({ phase }: { phase: ListRow['phase'] }) => {
  const { say } = useWords();
  return <>{say(PHASES[phase ?? ''])}</>;
};

/** The columns of a list, as the table wants them, and how wide they are together. */
export const useColumns = (list: string, asOf: string | null) => {
  const { t } = useWords();
  const all = COLUMNS(asOf);
  const columns = columnsOf(list).map((name): TableColumnType<ListRow> => {
    const { word, ...shown } = all[name];
    return {
      ...shown,
      key: name,
      title: name === 'months' && list !== 'started-not-entered' ? t('signedMonths') : t(word),
    };
  });
  return { columns, width: columns.reduce((sum, { width = 0 }) => sum + Number(width), 0) };
};
