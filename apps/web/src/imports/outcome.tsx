import { Alert, Table } from 'antd';
import { useWords } from '../words/words.ts';
import { KINDS } from './import-words.ts';
import type { Report } from './send-import.ts';

const COUNTED = ['read', 'passedOver', 'accepted', 'warned', 'held', 'rejected', 'unchanged'] as const;
type Counted = (typeof COUNTED)[number];

const sum = ({ sheets }: Report, of: readonly Counted[]): number =>
  sheets.reduce((all, { rows }) => all + of.reduce((some, one) => some + rows[one], 0), 0);

/** What happened, or would happen, in one sentence; and sheet by sheet in figures. */
export const Outcome = ({ report }: { report: Report }) => {
  const { t, say } = useWords();
  const sheets = report.sheets.filter(({ kind, rows }) => kind !== 'notes' || rows.read > 0);
  const [written, waiting, doubtful] = [
    sum(report, ['accepted', 'warned']),
    sum(report, ['held', 'rejected']),
    sum(report, ['warned']),
  ];
  const title = report.repeatOf !== null ? t('repeat') : report.dryRun ? t('dryRunDone') : t('imported2');
  const figures = `${t('willWrite')} ${written} ${t('rowsOf')}（${t('warned')} ${doubtful}）；${t('willWait')} ${waiting} ${t('rowsOf')}（${t('held')} ${sum(report, ['held'])}，${t('rejected')} ${sum(report, ['rejected'])}）；${t('unchanged')} ${sum(report, ['unchanged'])}`;
  return (
    <>
      <Alert
        data-testid="outcome"
        showIcon
        className="space-below"
        type={report.repeatOf !== null ? 'info' : report.dryRun ? 'warning' : 'success'}
        title={title}
        description={report.repeatOf === null && figures}
      />
      <Table
        size="small"
        pagination={false}
        rowKey={({ sheet, headerRow }) => `${sheet}${headerRow}`}
        scroll={{ x: 720 }}
        className="space-below"
        dataSource={sheets}
        locale={{ emptyText: t('noColumns') }}
        columns={[
          { title: t('sheet'), dataIndex: 'sheet' },
          { title: t('kind'), render: (_, row) => say(KINDS[row.kind], row.kind) },
          ...COUNTED.map((key) => ({
            title: t(key),
            align: 'right' as const,
            render: (_: unknown, { rows }: Report['sheets'][number]) => rows[key],
          })),
        ]}
      />
      {report.unknownUnits.length > 0 && (
        <p className="small">
          {t('unknownUnits')}：{report.unknownUnits.join('、')}
        </p>
      )}
    </>
  );
};
