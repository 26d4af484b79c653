import { Alert, Button, InputNumber, Skeleton, Space } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';

import type { Schemas } from '../ask/api.ts';
import { minute, today, yearNamed } from '../parts/day.ts';
import { useKeepsPolicy, usePolicies } from '../policy/use-policies.ts';
import { Refused } from '../parts/refused.tsx';
import { useActorName } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { asForm, daysByKind } from './calendar-notice.ts';
import { YearGrid } from './year-grid.tsx';

const FIRST_YEAR = 1950;
type KnownYear = Schemas['Policies']['calendar'][number];

/** The year that is looked at, and the ways to the one before, the one after and any other; `children`: what can be done about it. */
const YearBar = ({ year, go, children }: { year: number; go: (to: number) => void; children: ReactNode }) => {
  const { t } = useWords();
  return (
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
        min={FIRST_YEAR}
        max={2200}
        precision={0}
        value={year}
        style={{ width: 90 }}
        onChange={(to) => {
          if (to !== null && to >= FIRST_YEAR) go(to);
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
      {children}
    </Space>
  );
};

const ends = (first: string, last: string): string => (first === last ? first : `${first} – ${last}`);

/** What the notice of a year says: its number and who entered it, the days off of each festival, the weekend days that are worked. */
const NoticeOfYear = ({ notice }: { notice: KnownYear }) => {
  const { t, marks } = useWords();
  const actorName = useActorName();
  const { off, worked } = asForm(notice);
  const { notice: number, by, recordedAt } = notice;
  return (
    <div className="figures" style={{ marginBottom: 12 }} data-testid="notice">
      <div>
        <strong>{number ?? t('noNumber')}</strong>
        <div className="small">{by === null ? t('shippedYear') : `${actorName(by.name)} ${minute(recordedAt)}`}</div>
      </div>
      <div>
        <strong>{t('daysOff')}</strong>
        {off.map(({ festival, days: [first, last] }) => (
          <div key={festival + first.format()}>
            {festival} {ends(first.format('MM-DD'), last.format('MM-DD'))}
          </div>
        ))}
      </div>
      <div>
        <strong>{t('workedDays')}</strong>
        <div>{worked.map((day) => day.format('MM-DD')).join(marks.list) || t('noWorked')}</div>
      </div>
    </div>
  );
};

/** The calendar year by year: days off and make-up workdays as published, and who published them. */
export const CalendarPage = () => {
  const { t } = useWords();
  const [chosen, choose] = useSearchParams();
  const [editing, edit] = useState(false);
  const keeps = useKeepsPolicy();
  const policies = usePolicies();
  const year = yearNamed(chosen.get('year'), today());
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
  return (
    <>
      <div className="heading">
        <h1 className="title">
          {t('calendarPage')} {year}
        </h1>
        <YearBar year={year} go={go}>
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
        </YearBar>
      </div>
      <p className="small" style={{ marginTop: 0 }}>
        {t('calendarAbout')}
      </p>
      {known === undefined ? (
        <Alert type="warning" showIcon title={t('noNotice')} style={{ marginBottom: 12 }} data-testid="no-notice" />
      ) : (
        <NoticeOfYear notice={known} />
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
