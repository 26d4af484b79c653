import { Alert, Button, Card, Descriptions, Skeleton, Tag } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useActorName, useSession } from '../app/known-to-all.ts';
import { minute } from '../parts/day.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import type { Marks } from '../words/marks.ts';
import { useWords } from '../words/words.ts';
import { KINDS } from './import-words.ts';
import { usePastImport } from './import-queries.ts';
import { SecondPerson } from './second-person.tsx';
import { PastState } from './past-imports-page.tsx';
import { TakeBack } from './take-back.tsx';

type Project = Schemas['ImportedProject'];
type Row = Schemas['PastImport']['held'][number];
const ROWS_TOLD = 6;

/** One import: by whom and when, what it wrote of which project from which row, what still waits; and the way to take it back. */
export const PastImportPage = () => {
  const { id = '' } = useParams();
  const { t, marks } = useWords();
  const past = usePastImport(id);
  const [taking, take] = useState(false);
  const mayImport = useSession().data?.permissions.includes('import') === true;
  if (past.isError) return <Refused error={past.error} again={past.refetch} level={1} />;
  if (!past.data) return <Skeleton active />;
  const { import: one, projects } = past.data;
  return (
    <>
      <Link to="/import/past">← {t('pastImports')}</Link>
      <PageTitle
        extra={
          mayImport &&
          one.state !== 'reverted' && (
            <Button
              danger
              onClick={() => {
                take(true);
              }}
            >
              {t('takeBack')}
            </Button>
          )
        }
      >
        {one.file}
      </PageTitle>
      {one.state === 'reverted' && (
        <Alert type="info" showIcon className="space-below" title={t('takenBack')} description={one.reason} />
      )}
      {one.state === 'begun' && <Alert type="info" showIcon className="space-below" title={t('begunHint')} />}
      <SecondPerson one={one} />
      <About one={one} />
      <Returned
        rows={one.held}
        count={one.held.length}
        title={t('stillWaiting')}
        hint={t('stillWaitingHint')}
        id="still-waiting"
      />
      <Returned
        rows={one.rejected}
        count={one.sheets.reduce((sum, { rows }) => sum + (rows['rejected'] ?? 0), 0)}
        title={t('rowsReturned')}
        hint={t('rowsReturnedHint')}
        id="came-back"
      />
      <Card size="small" title={t('importedProjects') + marks.aside(projects.length)} data-testid="imported-projects">
        <WideTable<Project>
          size="small"
          rowKey="id"
          dataSource={projects}
          pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
          about={t('importedProjects')}
          width={640}
          columns={[
            { title: t('code'), dataIndex: 'code', width: 110 },
            { title: t('name'), render: (_, { id: project, name }) => <Link to={`/projects/${project}`}>{name}</Link> },
            {
              title: t('state'),
              width: 90,
              render: (_, { created }) => <Tag>{t(created ? 'createdByImport' : 'addedByImport')}</Tag>,
            },
            { title: t('factsWritten'), dataIndex: 'events', width: 90, align: 'right' },
            {
              title: t('fromRows'),
              width: 240,
              render: (_, { rows }) => <span className="small">{placesOf(rows, marks)}</span>,
            },
          ]}
        />
      </Card>
      {taking && (
        <TakeBack
          id={one.id}
          projects={projects.length}
          onClose={() => {
            take(false);
          }}
        />
      )}
    </>
  );
};

/** The rows of a project, sheet by sheet: "签约项目 12、13". */
const placesOf = (rows: Project['rows'], marks: Marks): string => {
  const sheets = new Map<string, number[]>();
  for (const { sheet, row } of rows.slice(0, ROWS_TOLD)) sheets.set(sheet, [...(sheets.get(sheet) ?? []), row]);
  const told = [...sheets].map(([sheet, own]) => `${sheet} ${own.join(marks.list)}`).join(marks.semicolon);
  return rows.length > ROWS_TOLD ? `${told} …` : told;
};

/** One below the other, each as wide as the card: the card lays its own children side by side. */
const Lines = ({ of }: { of: readonly string[] }) => (
  <div data-testid="sheets">
    {of.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </div>
);

const About = ({ one }: { one: Schemas['PastImport'] }) => {
  const { t, say, marks } = useWords();
  const actorName = useActorName();
  const sheets = one.sheets
    .filter(({ kind }) => kind !== 'notes')
    .map(({ sheet, kind, rows }) => {
      const stored = (rows['accepted'] ?? 0) + (rows['warned'] ?? 0);
      const told = [
        `${t('read')} ${rows['read'] ?? 0}`,
        `${t('accepted')} ${stored}`,
        `${t('rejected')} ${rows['rejected'] ?? 0}`,
      ];
      return sheet + marks.aside(say(KINDS[kind], kind)) + marks.gap + told.join(marks.comma);
    });
  return (
    <Card size="small" className="space-below">
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'state', label: t('importState'), children: <PastState state={one.state} /> },
          { key: 'by', label: t('importedBy'), children: actorName(one.by.name) },
          { key: 'at', label: t('importedAt'), children: minute(one.at) },
          { key: 'runs', label: t('runs'), children: one.runs },
          { key: 'sheets', label: t('sheet'), children: <Lines of={sheets} /> },
          { key: 'sha256', label: t('fileHash'), children: <code className="small">{one.sha256}</code> },
        ]}
      />
    </Card>
  );
};

/** Rows of which nothing was stored, each with its reasons. */
const Returned = ({
  rows,
  count,
  title,
  hint,
  id,
}: {
  rows: Row[];
  count: number;
  title: string;
  hint: string;
  id: string;
}) => {
  const { t, say, marks } = useWords();
  if (rows.length === 0) return null;
  return (
    <Card size="small" className="space-below" title={title + marks.aside(count)} data-testid={id}>
      <p className="small">{hint}</p>
      <ul className="plain long">
        {rows.map(({ sheet, row, code, name, reasons, closed = [] }) => (
          <li key={`${sheet}${row}`}>
            {sheet} · {t('row')} {row} · {code} {name} {closed.map(({ read }) => read ?? '').join(marks.list)}{' '}
            {reasons.map((reason) => say(reason)).join(' ')}
          </li>
        ))}
      </ul>
    </Card>
  );
};
