import { Card, Skeleton } from 'antd';
import { useActorName, useSession } from '../app/known-to-all.ts';
import { minute } from '../parts/day.ts';
import { Refused } from '../parts/refused.tsx';
import { useTime } from '../parts/time.ts';
import { WideTable } from '../parts/wide-table.tsx';
import type { Entry } from '../projects/history-entry.ts';
import { EVENTS, useWords } from '../words/words.ts';
import { PaperDrop } from './paper-drop.tsx';
import { paperAddress, sizeInWords, usePapers, type Paper } from './paper-queries.ts';

/** The papers of a project: what each is, who attached it, and which records name it. */
export const ProjectPapers = ({ id, events }: { id: string; events: readonly Entry[] }) => {
  const { t, say, marks } = useWords();
  const actorName = useActorName();
  const { time, isPast } = useTime();
  const mayAttach = (useSession().data?.permissions ?? []).includes('answer');
  const papers = usePapers(id, time);
  if (papers.isError) return <Refused error={papers.error} again={papers.refetch} />;
  if (!papers.data) return <Skeleton active />;
  const citing = ({ sha256 }: Paper): string =>
    events
      .filter(({ evidence }) => evidence.some((one) => one.sha256 === sha256))
      .map(({ occurredOn, type }) => `${occurredOn} ${say(EVENTS[type], type)}`)
      .join(marks.semicolon);
  return (
    <Card size="small" title={t('papers')} data-testid="papers">
      <p className="small">{t('papersHint')}</p>
      {mayAttach && !isPast && <PaperDrop project={id} />}
      <WideTable<Paper>
        about={t('papers')}
        size="small"
        rowKey="sha256"
        pagination={false}
        width={620}
        dataSource={papers.data.papers.toReversed()}
        locale={{ emptyText: t('noPapers') }}
        columns={[
          {
            title: t('paperName'),
            render: (_, { sha256, name, kind }) => (
              <>
                <a href={paperAddress(id, sha256)} download={name}>
                  {name}
                </a>
                {kind !== null && <div className="small">{kind}</div>}
                <div className="small" title={`${t('fileDigest')} ${sha256}`}>
                  {sha256.slice(0, 12)}…
                </div>
              </>
            ),
          },
          { title: t('paperSize'), width: 90, align: 'right', render: (_, { bytes }) => sizeInWords(bytes) },
          {
            title: t('attachedBy'),
            width: 160,
            render: (_, { by, recordedAt }) => (
              <>
                {actorName(by.name)}
                <div className="small">{minute(recordedAt)}</div>
              </>
            ),
          },
          {
            title: t('citedBy'),
            render: (_, paper) => citing(paper) || <span className="small">{t('notCited')}</span>,
          },
        ]}
      />
    </Card>
  );
};
