import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useSession } from '../app/known-to-all.ts';
import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';

/** The reports that there are, and the one that the address names; the first where it names none. */
export const useReports = () => {
  const { chosen } = useChosen();
  const names = useQuery({
    queryKey: ['catalogue', 'reports'],
    queryFn: () => answered(api.GET('/api/reports')),
    staleTime: Infinity,
  });
  const reports = names.data?.reports ?? [];
  const report = (reports.find(({ name }) => name === chosen.get('report')) ?? reports[0])?.name;
  return { names, reports, report };
};

export const ReportPicker = () => {
  const { t, say } = useWords();
  const { set } = useChosen();
  const { reports, report } = useReports();
  return (
    <Select<string>
      aria-label={t('whichReport')}
      value={report ?? null}
      onChange={(name) => {
        set('report', name);
      }}
      className="filter"
      options={reports.map(({ name, title }) => ({ value: name, label: say(title) }))}
    />
  );
};

/** Whether the person may change what reports say: now, not while the past is looked at. */
const useMayWrite = (): boolean => {
  const { isPast } = useTime();
  const may = useSession().data?.permissions.includes('keep-policy') ?? false;
  return may && !isPast;
};

/** Whether the template of a report is written instead of the report shown; it stands in the address. */
export const useWriting = (): boolean => {
  const may = useMayWrite();
  return useChosen().chosen.get('template') === 'edit' && may;
};

/** The way between a report and its template, for those who may change it. */
export const TemplateButton = () => {
  const { t } = useWords();
  const { set } = useChosen();
  const may = useMayWrite();
  const writing = useWriting();
  return (
    may && (
      <Button
        onClick={() => {
          set('template', writing ? null : 'edit');
        }}
      >
        {t(writing ? 'backToReport' : 'editTemplate')}
      </Button>
    )
  );
};
