import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented, Skeleton, Table } from 'antd';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useActorName } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { Refused } from '../parts/refused.tsx';
import { EVENTS, useWords } from '../words/words.ts';
import { CHANGES_OF, SETTING_EVENTS, type ChangesOf } from './audit-words.ts';
import { Scrolling } from '../parts/scrolling.tsx';

type Change = Schemas['AuditEvent'];
const AT_ONCE = 100;
const LONGEST = 300; // characters of what a change says

/** What was changed of accounts, organisation, policy and channels, as it was recorded. */
export const Changes = () => {
  const { t, say } = useWords();
  const { chosen, set } = useChosen();
  const actorName = useActorName();
  const { dataInWords } = useFactWords();
  const of = (chosen.get('of') ?? 'accounts') as ChangesOf;
  const pages = useInfiniteQuery({
    queryKey: ['audit', 'changes', of],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/audit/changes', {
          params: { query: { of, limit: AT_ONCE, ...(pageParam === null ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const table = pages.data && (
    <Scrolling about={t('changesTab')}>
      <Table<Change>
        size="small"
        rowKey={({ stream, version }) => `${stream} ${version}`}
        dataSource={pages.data.pages.flatMap(({ events }) => events)}
        pagination={false}
        style={{ minWidth: 760 }}
        locale={{ emptyText: t('noSettingChanges') }}
        data-testid="setting-changes"
        columns={[
          {
            title: t('lookedAt'),
            width: 150,
            className: 'one-line',
            render: (_, { recordedAt }) => minute(recordedAt),
          },
          { title: t('whoLooked'), width: 120, render: (_, { actor }) => actorName(actor.name) },
          {
            title: t('changedWhat'),
            width: 150,
            render: (_, { type }) => say(SETTING_EVENTS[type] ?? EVENTS[type], type),
          },
          {
            title: t('about2'),
            render: (_, { type, data }) => <span className="small">{dataInWords(data, type).slice(0, LONGEST)}</span>,
          },
          {
            title: t('fingerprint'),
            width: 150,
            render: (_, { hash }) => <code className="small">{hash.slice(0, 16)}</code>,
          },
        ]}
      />
    </Scrolling>
  );
  return (
    <>
      <div className="filters">
        <Segmented
          value={of}
          onChange={(value) => {
            set('of', value);
          }}
          aria-label={t('changesOf')}
          options={Object.entries(CHANGES_OF).map(([value, name]) => ({ value, label: say(name) }))}
        />
      </div>
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {pages.isPending && <Skeleton active />}
      {table}
      <MoreButton pages={pages}>{t('laterOnes')}</MoreButton>
    </>
  );
};
