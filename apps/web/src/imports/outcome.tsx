import { Alert } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import { counted } from '../words/counted.ts';
import { useWords, WORDS, type Language } from '../words/words.ts';
import { KINDS } from './import-words.ts';
import type { Report } from './send-import.ts';

const COUNTED = ['read', 'passedOver', 'accepted', 'warned', 'held', 'rejected', 'unchanged'] as const;
type Counted = (typeof COUNTED)[number];

const sum = ({ sheets }: Report, of: readonly Counted[]): number =>
  sheets.reduce((all, { rows }) => all + of.reduce((some, one) => some + rows[one], 0), 0);

/** How many rows a report would store, or has stored. */
export const writtenBy = (report: Report): number => sum(report, ['accepted', 'warned']);

/** The figures of a report as one sentence. */
const figuresIn = (report: Report, language: Language): string => {
  const [written, warned, held, rejected, unchanged] = [
    writtenBy(report),
    ...(['warned', 'held', 'rejected', 'unchanged'] as const).map((one) => sum(report, [one])),
  ];
  return language === 'zh'
    ? `写入 ${written} 行（其中有疑点 ${warned} 行）；不写入：待决定 ${held} 行，拒绝 ${rejected} 行；未变 ${unchanged} 行。`
    : `Written: ${counted(written, WORDS.rowsOf).en} (${warned} with a doubt). Not written: ${held} held, ${rejected} rejected. Unchanged: ${unchanged}.`;
};

/** What happened, or would happen, in one sentence; and sheet by sheet in figures. */
export const Outcome = ({ report }: { report: Report }) => {
  const { t, say, language, marks } = useWords();
  const sheets = report.sheets.filter(({ kind, rows }) => kind !== 'notes' || rows.read > 0);
  const title = report.repeatOf !== null ? t('repeat') : report.dryRun ? t('dryRunDone') : t('imported2');
  return (
    <>
      <Alert
        data-testid="outcome"
        showIcon
        className="space-below"
        type={report.repeatOf !== null ? 'info' : report.dryRun ? 'warning' : 'success'}
        title={title}
        description={report.repeatOf === null && figuresIn(report, language)}
      />
      <WideTable
        size="small"
        pagination={false}
        rowKey={({ sheet, headerRow }) => `${sheet}${headerRow}`}
        about={title}
        width={720}
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
      {report.notes.map(({ sheets: where, message }) => (
        <p key={message.en + where.join()} className="small">
          {where.length > 0 && `${where.join(marks.list)}${marks.colon}`}
          {say(message)}
        </p>
      ))}
      {report.unknownUnits.length > 0 && (
        <p className="small">
          {t('unknownUnits')}
          {marks.colon}
          {report.unknownUnits.join(marks.list)}
        </p>
      )}
    </>
  );
};
