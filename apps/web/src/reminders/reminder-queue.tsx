import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Empty, Skeleton } from 'antd';
import { answered, api, type Schemas } from '../ask/api.ts';
import { minute } from '../parts/day.ts';
import { Refused } from '../parts/refused.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { useWords, type Word } from '../words/words.ts';

type Queue = Schemas['ReminderQueue'];

const KEY = ['reminders', 'queue'];
const JOBS: Readonly<Record<Queue['standing'][number]['job'], Word>> = {
  reconcile: 'reconcileJob',
  canary: 'canaryJob',
  audit: 'auditJob',
};
const jobWord = (name: string): Word => ({ ...JOBS, wake: 'wakeJob' as const })[name] ?? 'wakeJob';

/** The alarm clock behind the reminders, for administrators: what is set, what failed, and one button that puts it right. */
export const ReminderQueue = () => {
  const { t } = useWords();
  const client = useQueryClient();
  const queue = useQuery({
    queryKey: KEY,
    queryFn: () => answered(api.GET('/api/reminders/queue')),
    refetchInterval: 30_000,
  });
  const putRight = useMutation({
    mutationFn: () => answered(api.POST('/api/reminders/queue')),
    onSuccess: (looked) => {
      client.setQueryData(KEY, looked);
    },
  });
  const error = putRight.error ?? queue.error;
  if (error) return <Refused error={error} again={queue.refetch} />;
  if (!queue.data) return <Skeleton active />;
  const { backend, jobs, standing, alarms, failures } = queue.data;
  const whole = standing.every(({ next }) => next !== null);
  return (
    <>
      <Alert
        data-testid="queue"
        type={whole ? 'success' : 'warning'}
        showIcon
        style={{ marginBottom: 12 }}
        title={`${t(backend === 'redis' ? 'queueOnRedis' : 'queueOnPostgres')}${whole ? '' : ` · ${t('queueIncomplete')}`}`}
        description={`${t('jobsSet')} ${jobs.delayed} · ${t('jobsWaiting')} ${jobs.waiting} · ${t('jobsActive')} ${jobs.active} · ${t('jobsFailed')} ${jobs.failed}`}
        action={
          <Button
            loading={putRight.isPending}
            onClick={() => {
              putRight.mutate();
            }}
          >
            {t('putQueueRight')}
          </Button>
        }
      />
      <p className="small">{t('queueAbout')}</p>
      <WideTable<Queue['standing'][number]>
        rowKey="job"
        about={t('standingJob')}
        width={340}
        size="small"
        pagination={false}
        dataSource={standing}
        columns={[
          { title: t('standingJob'), render: (_, { job }) => t(JOBS[job]) },
          { title: t('nextRun'), width: 150, render: (_, { next }) => (next === null ? t('jobNotSet') : minute(next)) },
        ]}
      />
      <h2>{t('nextAlarms')}</h2>
      {alarms.length === 0 ? <Empty description={t('noAlarms')} /> : <p>{alarms.map(minute).join(' · ')}</p>}
      <h2>{t('failedJobs')}</h2>
      {failures.length === 0 ? (
        <Empty description={t('noFailedJobs')} />
      ) : (
        <WideTable<Queue['failures'][number]>
          rowKey={({ at, job }) => `${job} ${at}`}
          about={t('failedJobs')}
          width={720}
          size="small"
          pagination={false}
          dataSource={failures}
          columns={[
            { title: t('at'), width: 180, render: (_, { at }) => minute(at) },
            { title: t('standingJob'), width: 240, render: (_, { job }) => t(jobWord(job)) },
            { title: t('attempts'), width: 80, dataIndex: 'attempts' },
            { title: t('failedReason'), dataIndex: 'reason' },
          ]}
        />
      )}
    </>
  );
};
