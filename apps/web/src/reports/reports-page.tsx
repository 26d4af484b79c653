import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useSession } from '../app/known-to-all.ts';
import { answered, api } from '../ask/api.ts';
import '../charts/charts.css';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { useFiguresAsked } from '../numbers/figures-asked.ts';
import { FiguresBar } from '../numbers/figures-bar.tsx';
import { FreezeReport } from './freeze-report.tsx';
import { FrozenIssues } from './frozen-issues.tsx';
import '../numbers/numbers.css';
import { PrintedReport } from './printed-report.tsx';
import { ReportPicker, TemplateButton, useReports, useWriting } from './report-picker.tsx';
import { TemplateEditor } from './template-editor.tsx';

const FILES = ['docx', 'xlsx', 'html', 'pdf'] as const;

/** A report as it would be printed now, with its files. */
const Report = ({ report }: { report: string }) => {
  const { t } = useWords();
  const asked = useFiguresAsked();
  const preview = useQuery({
    queryKey: ['list', 'report', report, asked],
    queryFn: () => answered(api.GET('/api/reports/{name}', { params: { path: { name: report }, query: asked } })),
    placeholderData: keepPreviousData,
  });
  const mayFreeze = useSession().data?.permissions.includes('supervise') ?? false;
  const fileOf = (format: string): string =>
    `/api/reports/${report}/file?${new URLSearchParams({ ...asked, format }).toString()}`;
  if (preview.isError) return <Refused error={preview.error} again={preview.refetch} />;
  if (preview.data === undefined) return <Skeleton active />;
  return (
    <>
      <p className="files no-print">
        {FILES.map((format) => (
          <a key={format} href={fileOf(format)} download>
            {t('downloadAs')} {format}
          </a>
        ))}
        {mayFreeze && asked.asOf === undefined && <FreezeReport report={report} asked={asked} />}
      </p>
      <PrintedReport report={preview.data} />
    </>
  );
};

/** A report, or the template that it follows; what was issued before stands beneath it as it was. */
export const ReportsPage = () => {
  const { t } = useWords();
  const asked = useFiguresAsked();
  const { names, report } = useReports();
  const writing = useWriting();
  const seesAll = useSession().data?.scope.kind === 'all'; // issues are the bureau's
  return (
    <>
      <PageTitle extra={<TemplateButton />}>{t('reportsPage')}</PageTitle>
      <FiguresBar>
        <ReportPicker />
      </FiguresBar>
      {names.isError && <Refused error={names.error} again={names.refetch} />}
      {names.isPending && <Skeleton active />}
      <div className="numbers">
        {report !== undefined &&
          (writing ? <TemplateEditor report={report} asked={asked} /> : <Report report={report} />)}
        {seesAll && <FrozenIssues />}
      </div>
    </>
  );
};
