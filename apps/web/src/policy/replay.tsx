import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Progress, Segmented, Space } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import { useEffect, useRef, useState } from 'react';
import { Link } from '../parts/way.tsx';
import { problemOf, Refusal, type Schemas } from '../ask/api.ts';
import type { OnProgress } from '../ask/in-lines.ts';
import { useUnitName } from '../app/known-to-all.ts';
import { w } from '../words/sentence.ts';
import { CLOCKS, useWords } from '../words/words.ts';
import { DifferenceSide } from './difference-side.tsx';
import { WHAT_DIFFERS } from './policy-words.ts';

export type Replayed = Schemas['Replay'];
type Difference = Replayed['differences'][number];

interface Far {
  readonly done: number;
  readonly of: number;
}

/** How far it is, and for how long it has been working. */
const Working = ({ far: { done, of }, onStop }: { far: Far; onStop: () => void }) => {
  const { t } = useWords();
  const [seconds, count] = useState(0);
  useEffect(() => {
    const every = setInterval(() => {
      count((now) => now + 1);
    }, 1000);
    return () => {
      clearInterval(every);
    };
  }, []);
  return (
    <Space wrap data-testid="replaying">
      <Progress
        percent={of === 0 ? 0 : Math.floor((100 * done) / of)}
        status="active"
        style={{ width: 240 }}
        aria-label={t('replaying')}
      />
      <span role="status">
        {t('replaying')} {of > 0 && `${done} / ${of} · `}
        {seconds} {t('seconds')}
      </span>
      <Button size="small" onClick={onStop}>
        {t('stop')}
      </Button>
    </Space>
  );
};

const Differences = ({ replayed }: { replayed: Replayed }) => {
  const { many, t, say, marks } = useWords();
  const unitName = useUnitName();
  const [what, choose] = useState('all');
  const { counts, differences } = replayed;
  const kinds = Object.keys(WHAT_DIFFERS).filter((kind) => counts[kind as Difference['what']] > 0);
  const every = kinds.reduce((sum, kind) => sum + counts[kind as Difference['what']], 0);
  if (every === 0) return <Alert type="success" showIcon title={t('noDifference')} />;
  return (
    <>
      <div className="filters">
        <strong data-testid="replay-counts">
          {many(counts.projects, 'projects')}
          {marks.gap}
          {t('wouldChange')}
          {counts.matters > 0 && `${marks.comma}${counts.matters} ${t('mattersDiffer')}`}
        </strong>
        <Segmented
          value={what}
          onChange={choose}
          options={[
            { value: 'all', label: `${t('all')} ${every}` },
            ...kinds.map((kind) => ({
              value: kind,
              label: `${say(WHAT_DIFFERS[kind])} ${counts[kind as Difference['what']]}`,
            })),
          ]}
        />
      </div>
      {every > differences.length && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 8 }}
          title={`${t('firstOnly')}${differences.length}${say(w(' 条', ''))}`}
        />
      )}
      <WideTable<Difference>
        size="small"
        rowKey={(row) =>
          `${row.project?.id}${row.matter?.id}${row.what}${row.clock}${row.on}${JSON.stringify([row.before, row.after])}`
        }
        dataSource={differences.filter((row) => what === 'all' || row.what === what)}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        about={t('what')}
        width={720}
        data-testid="differences"
        columns={[
          {
            title: t('project'),
            width: 210,
            render: (_, { project, matter }) =>
              matter ? (
                <Link to={`/matters/${matter.kind}s/${matter.id}`}>
                  {matter.number} {say(matter.title)}
                </Link>
              ) : (
                project && (
                  <Link to={`/projects/${project.id}`}>
                    {project.code} {project.name}
                  </Link>
                )
              ),
          },
          {
            title: t('what'),
            width: 170,
            render: (_, row) => (
              <>
                {say(WHAT_DIFFERS[row.what])}
                {row.clock && ` · ${say(CLOCKS[row.clock], row.clock)}`}
              </>
            ),
          },
          {
            title: t('before'),
            width: 170,
            render: (_, row) => <DifferenceSide what={row.what} side={row.before} unitName={unitName} />,
          },
          {
            title: t('after'),
            width: 170,
            render: (_, row) => <DifferenceSide what={row.what} side={row.after} unitName={unitName} />,
          },
          {
            title: t('onDays'),
            width: 190,
            render: (_, { on, until, what: kind }) =>
              kind === 'notice' || until === on ? on : until === null ? `${on} ${t('onward')}` : `${on} – ${until}`,
          },
        ]}
      />
    </>
  );
};

/** Lays a draft or a notice over the days asked about: begun by hand, seen to work, stopped at will, its differences listed. */
export const Replay = ({
  ask,
  about,
  label,
  children,
}: {
  ask: (signal: AbortSignal, onProgress: OnProgress) => Promise<Replayed>;
  about: string;
  label: string;
  children?: React.ReactNode;
}) => {
  const { t, say } = useWords();
  const stop = useRef<AbortController | null>(null);
  const [stopped, setStopped] = useState(false);
  const [far, setFar] = useState<Far>({ done: 0, of: 0 });
  const run = useMutation({
    mutationFn: () => {
      setStopped(false);
      setFar({ done: 0, of: 0 });
      stop.current = new AbortController();
      return ask(stop.current.signal, (done, of) => {
        setFar({ done, of });
      });
    },
  });
  useEffect(
    () => () => {
      stop.current?.abort();
    },
    [],
  );
  return (
    <>
      <p style={{ marginTop: 0 }}>{about}</p>
      <div className="filters">
        {children}
        <Button
          onClick={() => {
            run.mutate();
          }}
          disabled={run.isPending}
        >
          {label}
        </Button>
        {run.isPending && (
          <Working
            far={far}
            onStop={() => {
              setStopped(true);
              stop.current?.abort();
            }}
          />
        )}
      </div>
      {run.isError && (
        <Alert
          type={stopped ? 'info' : 'error'}
          showIcon
          title={stopped ? t('stopped') : run.error instanceof Refusal ? say(problemOf(run.error)) : t('chooseFields')}
        />
      )}
      {run.data && !run.isPending && (
        <>
          <p className="small">
            {run.data.from} – {run.data.to}
          </p>
          <Differences replayed={run.data} />
        </>
      )}
    </>
  );
};
