import { Card, Radio } from 'antd';
import { ShowMore } from '../parts/more-button.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { useState } from 'react';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import {
  decidingRow,
  keyOfRow,
  resembledBy,
  type DecisionKind,
  type Decisions,
  type Finding,
  type Row,
} from './decisions.ts';
import { useImportFields } from './import-queries.ts';
import { DECISION_OF, DECISION_WORDS } from './import-words.ts';

const AT_ONCE = 20;
const CHOICES = ['same', 'new', 'later', 'reject'] as const;
/** What falls into a closed month is for a second person: who imports cannot let it in. */
const FOR_SECOND = ['later', 'reject'] as const;
/** A row that nothing resembles can be no other project: it is recorded as it stands, later, or never. */
const WITHOUT_OTHER = ['new', 'later', 'reject'] as const;

interface Deciding {
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** The rows that wait, each beside what it may be the same as. */
export const HeldRows = ({ rows, ...deciding }: { rows: readonly Row[] } & Deciding) => {
  const { t, marks } = useWords();
  const [shown, show] = useState(AT_ONCE);
  if (rows.length === 0) return null;
  return (
    <Card
      size="small"
      title={t('heldTitle') + marks.aside(rows.length)}
      className="space-below"
      data-testid="held-rows"
    >
      <p className="small">{t('heldHint')}</p>
      <ul className="cards">
        {rows.slice(0, shown).map((row) => (
          <HeldRow key={keyOfRow(row)} row={row} {...deciding} />
        ))}
      </ul>
      <ShowMore
        left={rows.length - shown}
        onMore={() => {
          show(shown + AT_ONCE);
        }}
      />
    </Card>
  );
};

/** What can be decided about a row that waits. */
const choicesFor = (code: string, found: Finding | undefined): readonly DecisionKind[] => {
  if (code === 'period-closed') return FOR_SECOND;
  return found === undefined && code !== 'differs-from-recorded' ? WITHOUT_OTHER : CHOICES;
};

const HeldRow = ({ row, decisions, onDecide }: { row: Row } & Deciding) => {
  const { t, say } = useWords();
  const decided = decisions[keyOfRow(row)]?.decision ?? null;
  const found = resembledBy(row);
  const code = row.findings[0]?.code ?? '';
  return (
    <li data-testid="held-row">
      <div className="heading">
        <strong>
          {row.sheet} · {t('row')} {row.row} · {row.project?.name ?? row.shows['name'] ?? ''}
        </strong>
        <Radio.Group
          size="small"
          optionType="button"
          value={decided}
          aria-label={`${t('heldTitle')} ${row.row}`}
          onChange={({ target }) => {
            onDecide(decidingRow(decisions, row, target.value as DecisionKind));
          }}
          options={choicesFor(code, found).map((kind) => ({
            value: kind,
            label: say(DECISION_OF[code]?.[kind] ?? DECISION_WORDS[kind]),
          }))}
        />
      </div>
      {row.findings.map(({ cell, message }, index) => (
        <p key={index} className="small">
          {cell !== null && <code>{cell}</code>} {say(message)}
        </p>
      ))}
      {found?.resembles !== undefined && <Beside row={row} other={found.resembles} />}
    </li>
  );
};

type Other = NonNullable<Row['findings'][number]['resembles']>;
interface Line {
  readonly field: string;
  readonly own: string;
  readonly others: string;
}

/** Two sets of facts line by line; what differs stands out. */
const Beside = ({ row, other }: { row: Row; other: Other }) => {
  const { t, marks } = useWords();
  const { nameOf } = useImportFields();
  const fields = [...new Set([...Object.keys(other.shows), ...Object.keys(row.shows)])];
  const lines = fields.map((field): Line => ({ field, own: row.shows[field] ?? '', others: other.shows[field] ?? '' }));
  return (
    <WideTable<Line>
      size="small"
      rowKey="field"
      pagination={false}
      about={t('heldTitle')}
      width={280}
      dataSource={lines}
      rowClassName={({ own, others }) => (own !== '' && others !== '' && own !== others ? 'differs' : '')}
      columns={[
        { title: '', width: '30%', render: (_, { field }) => nameOf(field) },
        { title: t('thisRow') + marks.aside(row.row), dataIndex: 'own' },
        {
          title:
            other.project === null ? (
              `${t('mayBe')}${marks.colon}${other.sheet ?? ''} ${t('row')} ${other.row ?? ''}`
            ) : (
              <Link to={`/projects/${other.project}`} target="_blank">
                {t('mayBe')}
                {marks.colon}
                {other.shows['name']}
              </Link>
            ),
          dataIndex: 'others',
        },
      ]}
    />
  );
};
