import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Progress, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { followed, IN_LINES } from '../ask/in-lines.ts';
import { minute } from '../parts/day.ts';
import { Refusal } from '../parts/refusal.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { useSession } from '../app/known-to-all.ts';
import { Scrolling } from '../parts/scrolling.tsx';

type Verified = Schemas['Verification'];
type Seals = Schemas['Seals'];

/** The log against its chain and its seals, with progress; what came of it in words; and how much is sealed. */
export const Verifying = () => {
  const { t } = useWords();
  const client = useQueryClient();
  const all = useSession().data?.scope.kind === 'all';
  const [far, setFar] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const run = useMutation({
    mutationFn: () =>
      followed<Verified>(api.POST('/api/audit/verify', { body: {}, ...IN_LINES }), (done, of) => {
        setFar({ done, of });
      }),
    onSettled: async () => {
      setFar(null);
      await client.invalidateQueries({ queryKey: ['audit', 'seals'] });
    },
  });
  return (
    <>
      <Card size="small" className="space-below">
        <p>{t('verifyMeans')}</p>
        <Button
          type="primary"
          loading={run.isPending}
          disabled={!all}
          onClick={() => {
            run.mutate();
          }}
        >
          {t('verifyNow')}
        </Button>
        {!all && <p className="small">{t('auditOnlyAll')}</p>}
        {run.isPending && (
          <Progress
            percent={far === null || far.of === 0 ? 0 : Math.floor((100 * far.done) / far.of)}
            status="active"
            aria-label={t('verifying')}
          />
        )}
        {run.isError && <Refusal error={run.error} />}
        {run.data && <Result verified={run.data} />}
      </Card>
      <SealsCard />
    </>
  );
};

/** What a verification found, in words. */
const Result = ({ verified }: { verified: Verified }) => {
  const { t, say, marks } = useWords();
  const { ok, events, streams, seconds, firstBad, words } = verified;
  return (
    <Alert
      className="space-above"
      data-testid="verified"
      showIcon
      type={ok ? 'success' : 'error'}
      role={ok ? 'status' : 'alert'}
      title={ok ? t('verifiedOk') : t('verifiedBad')}
      description={
        <>
          {firstBad !== null && (
            <p>
              {t('firstBad')}
              {marks.colon}
              {say(words ?? undefined, firstBad.what)} {t('atPosition')} {firstBad.position}
              {firstBad.stream !== null && ` · ${t('inStream')} ${firstBad.stream}`}
              {firstBad.version !== null && ` · ${t('recordNo')} ${firstBad.version}`}
            </p>
          )}
          <p>
            {t('verifiedRecords')} {events} · {t('verifiedStreams')} {streams} · {t('seconds2')} {seconds.toFixed(1)}
          </p>
        </>
      }
    />
  );
};

const SealsCard = () => {
  const { t } = useWords();
  const seals = useQuery({ queryKey: ['audit', 'seals'], queryFn: () => answered(api.GET('/api/audit/seals')) });
  if (seals.isError) return <Refused error={seals.error} again={seals.refetch} />;
  if (!seals.data) return <Skeleton active />;
  const { seals: count, lastSealedAt, unsealed, latest } = seals.data;
  return (
    <Card size="small" title={t('sealsTitle')} data-testid="seals">
      <Descriptions
        size="small"
        column={{ xs: 1, md: 3 }}
        items={[
          { key: 'count', label: t('sealsSoFar'), children: count },
          { key: 'last', label: t('lastSealed'), children: minute(lastSealedAt) },
          { key: 'open', label: t('notSealed'), children: unsealed.events },
        ]}
      />
      <p className="small">{t('sealsHint')}</p>
      <Scrolling about={t('sealsTitle')}>
        <Table<Seals['latest'][number]>
          size="small"
          rowKey="number"
          dataSource={latest}
          pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
          style={{ minWidth: 760 }}
          columns={[
            { title: t('sealNumber'), dataIndex: 'number', width: 70, align: 'right' },
            { title: t('lastSealed'), width: 150, render: (_, { sealedAt }) => minute(sealedAt) },
            { title: t('sealPosition'), dataIndex: 'position', width: 100, align: 'right' },
            { title: t('sealEvents'), dataIndex: 'events', width: 90, align: 'right' },
            { title: t('sealHash'), render: (_, { hash }) => <code className="small">{hash}</code> },
          ]}
        />
      </Scrolling>
    </Card>
  );
};
