import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { useSession } from '../app/known-to-all.ts';
import { answered, api } from '../ask/api.ts';
import '../charts/charts.css';
import { useChosen } from '../parts/chosen.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { useFiguresAsked } from '../numbers/figures-asked.ts';
import { FiguresBar } from '../numbers/figures-bar.tsx';
import { FreezeReport } from './freeze-report.tsx';
import { FrozenIssues } from './frozen-issues.tsx';
import '../numbers/numbers.css';
import { PrintedReport } from './printed-report.tsx';

const FILES = ['docx', 'xlsx', 'html', 'pdf'] as const;

/** A report as it would be printed now, with its files; what was issued before stands beneath it as it was. */
export const ReportsPage = () => {
  const { t, say } = useWords();
  const { chosen, set } = useChosen();
  const asked = useFiguresAsked();
  const names = useQuery({
    queryKey: ['catalogue', 'reports'],
    queryFn: () => answered(api.GET('/api/reports')),
    staleTime: Infinity,
  });
  const reports = names.data?.reports ?? [];
  const report = reports.find(({ name }) => name === chosen.get('report'))?.name ?? reports[0]?.name;
  const preview = useQuery({
    queryKey: ['list', 'report', report, asked],
    queryFn: () => answered(api.GET('/api/reports/{name}', { params: { path: { name: report ?? '' }, query: asked } })),
    enabled: report !== undefined,
    placeholderData: keepPreviousData,
  });
  const mayFreeze = useSession().data?.permissions.includes('supervise') ?? false;
  const fileOf = (format: string): string =>
    `/api/reports/${report ?? ''}/file?${new URLSearchParams({ ...asked, format }).toString()}`;
  const failed = names.isError ? names : preview.isError ? preview : null;
  return (
    <>
      <PageTitle>{t('reportsPage')}</PageTitle>
      <FiguresBar>
        <Select<string>
          aria-label={t('whichReport')}
          value={report ?? null}
          onChange={(name) => {
            set('report', name);
          }}
          className="filter"
          options={reports.map(({ name, title }) => ({ value: name, label: say(title) }))}
        />
      </FiguresBar>
      {failed && <Refused error={failed.error} again={failed.refetch} />}
      {!failed && preview.data === undefined && <Skeleton active />}
      <div className="numbers">
        {!failed && preview.data && report !== undefined && (
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
        )}
        <FrozenIssues />
      </div>
    </>
  );
};
