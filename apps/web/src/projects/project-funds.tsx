import { Button, Card } from 'antd';
import { forReading, exactly, sumOf, type Money } from '../parts/money.ts';
import { StackingTable } from '../parts/stacking-table.tsx';
import { CHOICES } from '../words/choice-words.ts';
import { useWords } from '../words/words.ts';
import { FundingSchedule } from './funding-schedule.tsx';
import type { Arrival, ProjectState } from './project-state.ts';

const Amounts = ({ of }: { of: readonly Money[] }) => (
  <>
    {of.length === 0 && '—'}
    {of.map((money) => (
      <strong key={money.currency} title={exactly(money)} className="amount">
        {forReading(money)}
      </strong>
    ))}
  </>
);

/** What arrived, certified or not, each currency apart, beside what was promised. */
export const ProjectFunds = ({
  state,
  day,
  certified,
  onCertify,
  onReverse,
}: {
  state: ProjectState;
  day: string; // looked at
  certified: readonly Money[]; // what counts, as the server sums it
  onCertify?: ((arrival: string) => void) | undefined;
  onReverse?: ((arrival: string) => void) | undefined;
}) => {
  const { t, say } = useWords();
  const waiting = state.arrivals.filter((arrival) => arrival.certified === null && arrival.reversed === null);
  const stateOf = ({ certified: seen, reversed }: Arrival): string => {
    if (reversed !== null) return `${t('reversedOn')} ${reversed.on}`;
    return seen === null ? t('notCertified') : `${t('certifiedOn')} ${seen.on}`;
  };
  return (
    <Card size="small" title={t('funds')} data-testid="funds">
      <div className="counters">
        <span>
          {t('contractedSum')} <Amounts of={state.contract ? [state.contract.contracted] : []} />
        </span>
        <span data-testid="certified-sum">
          {t('certifiedSum')} <Amounts of={certified} />
        </span>
        <span>
          {t('reportedSum')} <Amounts of={sumOf(waiting)} />
        </span>
      </div>
      <StackingTable<Arrival>
        about={t('funds')}
        width={620}
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...state.arrivals]}
        locale={{ emptyText: t('noArrivals') }}
        columns={[
          { title: t('arrivedOn'), dataIndex: 'on', width: 110 },
          {
            title: t('amount'),
            align: 'right',
            render: (_, { amount }) => <span title={amount.amount}>{exactly(amount)}</span>,
          },
          { title: t('kindOfFunds'), render: (_, { kind }) => say(CHOICES[kind], kind) },
          {
            title: t('originOfFunds'),
            render: (_, { origin }) => (origin === null ? '—' : say(CHOICES[origin], origin)),
          },
          { title: t('voucher'), render: (_, { voucher }) => voucher ?? '—' },
          {
            title: t('state'),
            render: (_, arrival) => (
              <>
                {stateOf(arrival)}{' '}
                {onCertify && arrival.certified === null && arrival.reversed === null && (
                  <Button
                    size="small"
                    onClick={() => {
                      onCertify(arrival.id);
                    }}
                  >
                    {t('certify')}
                  </Button>
                )}{' '}
                {onReverse && arrival.reversed === null && (
                  <Button
                    size="small"
                    onClick={() => {
                      onReverse(arrival.id);
                    }}
                  >
                    {t('reverse')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      <FundingSchedule state={state} day={day} />
    </Card>
  );
};
