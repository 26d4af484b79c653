import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answered, api } from '../ask/api.ts';
import { KeeperButton } from '../numbers/keeper-button.tsx';
import '../numbers/numbers.css';
import { PlainTable } from '../numbers/plain-table.tsx';
import { Answer } from '../parts/answer.tsx';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { useActorName } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { CloseMonth } from './close-month.tsx';
import { StepForm, useSteps, type Month, type Step } from './month-steps.tsx';
import { Restatement } from './restatement.tsx';

const MonthRow = ({ of, onStep }: { of: Month; onStep: (step: Step) => void }) => {
  const { t } = useWords();
  const actorName = useActorName();
  const { set } = useChosen();
  const steps = useSteps(of);
  const { month, state, closedBy, closedAt, hash, position, asked, reopened } = of;
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
      <td data-column={t('state')}>
        {t(state === 'closed' ? 'monthClosed' : 'monthReopened')}
        {asked !== null && (
          <div className="small" data-testid="reopening-asked">
            {t('reopeningAsked')} · {actorName(asked.by.name)} · {t('toBeApprovedBy')} {asked.approver} ·{' '}
            {minute(asked.at)} · {asked.reason}
          </div>
        )}
        {reopened !== null && (
          <div className="small">
            {actorName(reopened.by.name)}
            {reopened.approver !== null && ` · ${t('approvedBy')} ${reopened.approver}`} · {minute(reopened.at)} ·{' '}
            {reopened.reason}
          </div>
        )}
      </td>
      <td data-column={t('closedByWhom')}>{actorName(closedBy.name)}</td>
      <td data-column={t('at')}>{minute(closedAt)}</td>
      <td className="figure" data-column={t('countedAt')}>
        {position}
      </td>
      <td className="small" data-column={t('fingerprint')}>
        {hash.slice(0, 16)}
      </td>
      <td>
        {steps.map(([step, word]) => (
          <Button
            key={step}
            size="small"
            onClick={() => {
              onStep(step);
            }}
          >
            {t(word)}
          </Button>
        ))}
      </td>
    </tr>
  );
};

/** The closed months, each with who closed it, its fingerprint and what can be done about it. */
const MonthsTable = ({
  months,
  onStep,
}: {
  months: readonly Month[];
  onStep: (of: { readonly step: Step; readonly month: string }) => void;
}) => {
  const { t } = useWords();
  return (
    <div className="panel">
      <PlainTable
        about={t('periodsPage')}
        testId="periods"
        stacks
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
            onStep={(step) => {
              onStep({ step, month: one.month });
            }}
          />
        ))}
      </PlainTable>
    </div>
  );
};

/** The closed months with their fingerprints; a chosen one shows what was told of it afterwards. */
export const PeriodsPage = () => {
  const { t } = useWords();
  const { chosen } = useChosen();
  const [closing, close] = useState(false);
  const [begun, begin] = useState<{ readonly step: Step; readonly month: string } | null>(null);
  const month = chosen.get('month');
  const periods = useQuery({ queryKey: ['list', 'periods'], queryFn: () => answered(api.GET('/api/periods')) });
  const months = periods.data?.months ?? [];
  return (
    <>
      <PageTitle
        extra={
          periods.data && (
            <KeeperButton
              onBegin={() => {
                close(true);
              }}
            >
              {t('closeMonth')}
            </KeeperButton>
          )
        }
      >
        {t('periodsPage')}
      </PageTitle>
      <Answer to={periods}>
        {() => months.length === 0 && <Notice testId="no-periods" title={t('noPeriods')} hint={t('noPeriodsHint')} />}
      </Answer>
      <div className="numbers">
        {months.length > 0 && <MonthsTable months={months} onStep={begin} />}
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
      {begun !== null && periods.data && (
        <StepForm
          of={begun}
          version={periods.data.version}
          onClose={() => {
            begin(null);
          }}
        />
      )}
    </>
  );
};
