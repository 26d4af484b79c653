import { Alert, Button, InputNumber, Skeleton, Space } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';

import { minute, today } from '../parts/day.ts';
import { useKeepsPolicy, usePolicies } from '../policy/use-policies.ts';
import { Refused } from '../parts/refused.tsx';
import { useActorName } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { asForm, daysByKind } from './calendar-notice.ts';
import { YearGrid } from './year-grid.tsx';

/** The calendar year by year: days off and make-up workdays as published, and who published them. */
export const CalendarPage = () => {
  const { t, marks } = useWords();
  const actorName = useActorName();
  const [chosen, choose] = useSearchParams();
  const [editing, edit] = useState(false);
  const keeps = useKeepsPolicy();
  const policies = usePolicies();
  const year = Number(/^\d{4}$/.exec(chosen.get('year') ?? '')?.[0] ?? today().slice(0, 4));
  const known = policies.data?.calendar.find((one) => one.year === year);
  const notice = known ?? { year, off: {}, worked: [], notice: null };
  const days = useMemo(() => daysByKind(known ?? { off: {}, worked: [] }), [known]);
  const go = (to: number): void => {
    edit(false);
    choose({ year: String(to) }, { replace: true });
  };
  useEffect(() => {
    document.title = `${t('calendarPage')} ${year} · ${t('product')}`;
  }, [t, year]);
  if (policies.isError) return <Refused error={policies.error} again={policies.refetch} />;
  if (!policies.data) return <Skeleton active />;
  const { off, worked } = asForm(notice);
  const range = (first: string, last: string): string => (first === last ? first : `${first} – ${last}`);
  return (
    <>
      <div className="heading">
        <h1 className="title">
          {t('calendarPage')} {year}
        </h1>
        <Space wrap>
          <Button
            aria-label={`${year - 1}`}
            onClick={() => {
              go(year - 1);
            }}
          >
            ‹
          </Button>
          <InputNumber
            aria-label={t('year')}
            min={1950}
            max={2200}
            precision={0}
            value={year}
            style={{ width: 90 }}
            onChange={(to) => {
              if (to !== null && to >= 1950) go(to);
            }}
          />
          <Button
            aria-label={`${year + 1}`}
            onClick={() => {
              go(year + 1);
            }}
          >
            ›
          </Button>
          {keeps && !editing && (
            <Button
              type="primary"
              onClick={() => {
                edit(true);
              }}
            >
              {t(known === undefined ? 'enterNotice' : 'changeNotice')}
            </Button>
          )}
        </Space>
      </div>
      <p className="small" style={{ marginTop: 0 }}>
        {t('calendarAbout')}
      </p>
      {known === undefined ? (
        <Alert type="warning" showIcon title={t('noNotice')} style={{ marginBottom: 12 }} data-testid="no-notice" />
      ) : (
        <div className="figures" style={{ marginBottom: 12 }} data-testid="notice">
          <div>
            <strong>{known.notice ?? t('noNumber')}</strong>
            <div className="small">
              {known.by === null ? t('shippedYear') : `${actorName(known.by.name)} ${minute(known.recordedAt)}`}
            </div>
          </div>
          <div>
            <strong>{t('daysOff')}</strong>
            {off.map(({ festival, days: [first, last] }) => (
              <div key={festival + first.format()}>
                {festival} {range(first.format('MM-DD'), last.format('MM-DD'))}
              </div>
            ))}
          </div>
          <div>
            <strong>{t('workedDays')}</strong>
            <div>{worked.map((day) => day.format('MM-DD')).join(marks.list) || t('noWorked')}</div>
          </div>
        </div>
      )}
      {editing && (
        <CalendarEditor
          key={year}
          notice={notice}
          version={policies.data.version}
          onClose={() => {
            edit(false);
          }}
        />
      )}
      <YearGrid year={year} days={days} />
    </>
  );
};
