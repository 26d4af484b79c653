import { Link } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import type { Schemas } from '../ask/api.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { About, useReminderWords } from '../reminders/reminder-words.tsx';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';
import { MyApprovals } from './my-approvals.tsx';
import { MyChanges } from './my-changes.tsx';
import { MyMatters } from './my-matters.tsx';
import { MySteps } from './my-steps.tsx';
import { Panel } from './panel.tsx';
import { useMyIssues, useMyNotices, useMyOrders } from './today-queries.ts';
import './today.css';

const Notices = () => {
  const { t } = useWords();
  const words = useReminderWords();
  const notices = useMyNotices();
  return (
    <Panel
      testId="my-notices"
      title={`${t('myNotices')}${notices.data ? ` ${notices.data.open}` : ''}`}
      extra={<Link to="/inbox">{t('openInbox')}</Link>}
      asked={notices}
    >
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="empty">{t('noNoticesOfMine')}</p>
        ) : (
          <ul className="plain-list one-column">
            {rows.map((row) => (
              <li key={row.key}>
                <About reminder={row} />
                <div className="small">{words(row)}</div>
              </li>
            ))}
          </ul>
        )
      }
    </Panel>
  );
};

const Day = ({ session }: { session: Schemas['Session'] }) => {
  const { time, isPast } = useTime();
  const orders = useMyOrders(session, time);
  const issues = useMyIssues(session, time);
  return (
    <div className="day">
      <MySteps session={session} />
      <div className="day-side">
        {!isPast && <MyApprovals session={session} />}
        <MyMatters path="orders" title="myOrders" none="noOrdersOfMine" asked={orders} />
        {!isPast && <Notices />}
        <MyMatters path="issues" title="myIssues" none="noIssuesOfMine" asked={issues} />
        <MyChanges session={session} />
      </div>
    </div>
  );
};

/** What somebody has to do, by its due day; what waits to be signed or answered; and what changed meanwhile. */
export const TodayPage = () => {
  const { t } = useWords();
  const session = useSession().data;
  return (
    <>
      <PageTitle>{t('todayPage')}</PageTitle>
      {session && <Day session={session} />}
    </>
  );
};
