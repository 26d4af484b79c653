import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useKeepsNumbers } from '../numbers/keeps-numbers.ts';
import '../numbers/numbers.css';
import { PlainTable } from '../numbers/plain-table.tsx';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { WORDS } from '../words/words.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { CloseMonth } from './close-month.tsx';
import { PERIOD_WORDS } from './period-words.ts';
import { Restatement } from './restatement.tsx';

type Month = Schemas['Periods']['months'][number];

const MonthRow = ({ of, onReopen }: { of: Month; onReopen: (() => void) | null }) => {
  const { t } = useWords();
  const { set } = useChosen();
  const { month, state, closedBy, closedAt, hash, position, reopened } = of;
  return (
    <tr>
      <th scope="row">
        <a
          href={`?month=${month}`}
          onClick={(event) => {
            event.preventDefault();
            set('month', month);
          }}
        >
          {month}
        </a>
      </th>
      <td>
        {t(state === 'closed' ? 'monthClosed' : 'monthReopened')}
        {reopened !== null && (
          <div className="small">
            {reopened.by.name}
            {reopened.approver !== null && ` · ${t('approvedBy')} ${reopened.approver}`} · {minute(reopened.at)} ·{' '}
            {reopened.reason}
          </div>
        )}
      </td>
      <td>{closedBy.name}</td>
      <td>{minute(closedAt)}</td>
      <td className="figure">{position}</td>
      <td className="small">{hash.slice(0, 16)}</td>
      <td>
        {onReopen !== null && state === 'closed' && (
          <Button size="small" onClick={onReopen}>
            {t('reopenMonth')}
          </Button>
        )}
      </td>
    </tr>
  );
};

/** Reopens a month: why, and who approves it. */
const ReopenMonth = ({ month, version, onClose }: { month: string; version: number; onClose: () => void }) => (
  <CommandForm
    onClose={onClose}
    begun={{
      url: '/api/periods/reopen',
      version,
      fixed: { month },
      touches: ['list'],
      about: PERIOD_WORDS.reopenAbout,
      command: {
        type: 'ReopenPeriod',
        title: { zh: `重开 ${month}`, en: `Reopen ${month}` },
        fields: [
          { name: 'reason', kind: 'long-text', required: true, label: WORDS.reason },
          { name: 'approver', kind: 'person', required: true, label: PERIOD_WORDS.approverWord },
        ],
      },
    }}
  />
);

/** The closed months with their fingerprints; a chosen one shows what was told of it afterwards. */
export const PeriodsPage = () => {
  const { t } = useWords();
  const { chosen } = useChosen();
  const keeps = useKeepsNumbers();
  const [closing, close] = useState(false);
  const [reopening, reopen] = useState<string | null>(null);
  const month = chosen.get('month');
  const periods = useQuery({ queryKey: ['list', 'periods'], queryFn: () => answered(api.GET('/api/periods')) });
  const months = periods.data?.months ?? [];
  return (
    <>
      <PageTitle
        extra={
          keeps &&
          periods.data && (
            <Button
              type="primary"
              onClick={() => {
                close(true);
              }}
            >
              {t('closeMonth')}
            </Button>
          )
        }
      >
        {t('periodsPage')}
      </PageTitle>
      {periods.isError && <Refused error={periods.error} again={periods.refetch} />}
      {periods.isPending && <Skeleton active />}
      {periods.data && months.length === 0 && (
        <Notice testId="no-periods" title={t('noPeriods')} hint={t('noPeriodsHint')} />
      )}
      <div className="numbers">
        {months.length > 0 && (
          <div className="panel">
            <PlainTable
              about={t('periodsPage')}
              testId="periods"
              columns={[
                { title: t('month') },
                { title: t('state') },
                { title: t('closedByWhom') },
                { title: t('at') },
                { title: t('countedAt'), figure: true },
                { title: t('fingerprint') },
                { title: t('whatToDo') },
              ]}
            >
              {months.map((one) => (
                <MonthRow
                  key={one.month}
                  of={one}
                  onReopen={
                    keeps
                      ? () => {
                          reopen(one.month);
                        }
                      : null
                  }
                />
              ))}
            </PlainTable>
          </div>
        )}
        {month !== null && <Restatement month={month} />}
      </div>
      {closing && (
        <CloseMonth
          closed={months.filter(({ state }) => state === 'closed').map((one) => one.month)}
          onClose={() => {
            close(false);
          }}
        />
      )}
      {reopening !== null && periods.data && (
        <ReopenMonth
          month={reopening}
          version={periods.data.version}
          onClose={() => {
            reopen(null);
          }}
        />
      )}
    </>
  );
};
