import { Button, Skeleton } from 'antd';
import { useDeferredValue } from 'react';
import { Link } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { SeenPart } from '../parts/seen-part.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { CockpitBoard } from './cockpit-board.tsx';
import { useCockpit, useShown, type Cockpit, type Shown } from './cockpit-queries.ts';
import './cockpit.css';
import { Wall } from './wall.tsx';
import { Whose } from './whose.tsx';

const EVERY_MINUTE = 60_000;

/** Nothing to show: because nothing was chosen that exists, or because nothing was ever entered. */
const NoProjects = ({ shown }: { shown: Shown }) => {
  const { t } = useWords();
  const mayImport = useSession().data?.permissions.includes('import') ?? false;
  const narrowed = shown.unit !== null || shown.leader !== null || shown.asOf !== null || shown.asKnown !== null;
  return narrowed ? (
    <Notice testId="nothing-chosen" title={t('nothingHere')} actions={<Link to="/cockpit">{t('wholeInstead')}</Link>} />
  ) : (
    <Notice
      testId="nothing-yet"
      title={t('noProjectsYet')}
      hint={t('noProjectsHint')}
      actions={mayImport && <Link to="/import">{t('importLedger')}</Link>}
    />
  );
};

const isEmpty = ({ live, steps }: Cockpit): boolean => live.total === 0 && steps[0]?.total === 0;

/** The whole in one view, as of a day; everything chosen stands in the address, the wall too. */
export const CockpitPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const shown = useShown();
  const wall = chosen.get('wall') !== null;
  const cockpit = useCockpit(shown, wall ? EVERY_MINUTE : false);
  const data = useDeferredValue(cockpit.data); // drawn bit by bit beside what is typed and clicked
  const at = minute(data?.asKnown);
  const board =
    data && (isEmpty(data) ? <NoProjects shown={shown} /> : <CockpitBoard cockpit={data} shown={shown} wall={wall} />);
  return (
    <>
      <PageTitle
        window={t('cockpit')}
        extra={
          data && (
            <span className="small">
              <SeenPart /> {t('dataAt')} {at}
            </span>
          )
        }
      >
        {t('cockpit')}
      </PageTitle>
      <Whose shown={shown} set={set}>
        <Button
          className="wide-only"
          onClick={() => {
            set('wall', '1');
          }}
        >
          {t('wall')}
        </Button>
      </Whose>
      {cockpit.isError && <Refused error={cockpit.error} again={cockpit.refetch} />}
      {data === undefined && !cockpit.isError && <Skeleton active paragraph={{ rows: 10 }} />}
      {wall ? (
        <Wall
          title={t('cockpit')}
          at={at}
          onLeave={() => {
            set('wall', null);
          }}
        >
          {board}
        </Wall>
      ) : (
        board
      )}
    </>
  );
};
