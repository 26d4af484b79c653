import { Card, Input, Segmented } from 'antd';
import { StackingTable } from '../parts/stacking-table.tsx';
import { useMemo, useState } from 'react';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { VERDICTS } from './import-words.ts';
import type { Row } from './decisions.ts';
import { VerdictTag } from './verdict-tag.tsx';

const ALL = 'all';

const holds = ({ sheet, row, project, findings }: Row, text: string): boolean =>
  [sheet, String(row), project?.code, project?.name, ...findings.flatMap(({ cell, read }) => [cell, read])].some(
    (one) => one?.includes(text) ?? false,
  );

/** Every row with a finding, by verdict and by word, each finding with its cell. */
export const ReportedRows = ({ rows }: { rows: readonly Row[] }) => {
  const { t, say } = useWords();
  const [verdict, setVerdict] = useState(ALL);
  const [text, setText] = useState('');
  const shown = useMemo(
    () => rows.filter((row) => (verdict === ALL || row.verdict === verdict) && (text === '' || holds(row, text))),
    [rows, verdict, text],
  );
  const count = (wanted: string): number => rows.filter((row) => row.verdict === wanted).length;
  if (rows.length === 0) return <Card size="small">{t('allAccepted')}</Card>;
  return (
    <Card size="small" data-testid="reported-rows">
      <div className="filters">
        <Segmented
          value={verdict}
          onChange={setVerdict}
          options={[
            { value: ALL, label: `${t('allRows')} ${rows.length}` },
            ...Object.entries(VERDICTS).map(([value, name]) => ({ value, label: `${say(name)} ${count(value)}` })),
          ]}
        />
        <Input.Search
          allowClear
          placeholder={t('findInRows')}
          aria-label={t('findInRows')}
          onSearch={(wanted) => {
            setText(wanted.trim());
          }}
          className="search-entry"
        />
      </div>
      <StackingTable<Row>
        size="small"
        rowKey={({ sheet, row }) => `${sheet}${row}`}
        dataSource={shown}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        about={t('found')}
        width={720}
        locale={{ emptyText: t('nothingInRows') }}
        columns={[
          { title: t('sheet'), dataIndex: 'sheet', width: 130 },
          { title: t('row'), dataIndex: 'row', width: 60 },
          { title: t('verdict'), width: 100, render: (_, row) => <VerdictTag verdict={row.verdict} /> },
          {
            title: t('name'),
            width: 240,
            render: (_, { project }) => {
              const name = `${project?.code ?? ''} ${project?.name ?? ''}`.trim();
              return project?.id == null ? name : <Link to={`/projects/${project.id}`}>{name}</Link>;
            },
          },
          {
            title: t('found'),
            render: (_, row) =>
              row.findings.map(({ cell, read, message }, index) => (
                <div key={index}>
                  {cell !== null && <code>{cell}</code>} {read !== null && `“${read}”`} {say(message)}
                </div>
              )),
          },
        ]}
      />
    </Card>
  );
};
