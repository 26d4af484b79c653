import { Button, Select, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useOrganisation, useSession } from '../app/known-to-all.ts';
import { useLeaders } from '../lists/list-queries.ts';
import { useChosen } from '../parts/chosen.ts';
import { minute } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { PastBand } from '../parts/past-band.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { CockpitBoard } from './cockpit-board.tsx';
import { useCockpit, type Cockpit, type Shown } from './cockpit-queries.ts';
import './cockpit.css';
import { Wall } from './wall.tsx';

const EVERY_MINUTE = 60_000;

/** Whose projects are looked at. */
const Whose = ({ shown, set }: { shown: Shown; set: (name: string, value: string | null) => void }) => {
  const { t } = useWords();
  const units = (useOrganisation().data?.units ?? []).filter(({ closed }) => !closed);
  const leaders = useLeaders() ?? [];
  const choices = [
    ['unit', t('unit'), shown.unit, units.map(({ code, name }) => ({ value: code, label: name }))],
    ['leader', t('leader'), shown.leader, leaders.map(({ name }) => ({ value: name, label: name }))],
  ] as const;
  return (
    <div className="filters no-print" role="search">
      {choices.map(([name, label, value, options]) => (
        <Select<string>
          key={name}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={label}
          aria-label={label}
          value={value}
          onChange={(chosen?: string) => {
            set(name, chosen ?? null);
          }}
          className="filter"
          options={options}
        />
      ))}
      <Button
        className="wide-only"
        onClick={() => {
          set('wall', '1');
        }}
      >
        {t('wall')}
      </Button>
    </div>
  );
};

/** Nothing to show: because nothing was chosen that exists, or because nothing was ever entered. */
const NoProjects = ({ shown }: { shown: Shown }) => {
  const { t } = useWords();
  const mayImport = useSession().data?.permissions.includes('import') ?? false;
  const narrowed = shown.unit !== null || shown.leader !== null || shown.asOf !== null || shown.asKnown !== null;
  return narrowed ? (
    <Notice testId="nothing-chosen" title={t('nothingHere')} />
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
  const shown: Shown = {
    asOf: chosen.get('asOf'),
    asKnown: chosen.get('asKnown'),
    unit: chosen.get('unit'),
    leader: chosen.get('leader'),
  };
  const wall = chosen.get('wall') !== null;
  const cockpit = useCockpit(shown, wall ? EVERY_MINUTE : false);
  const at = minute(cockpit.data?.asKnown);
  const board =
    cockpit.data &&
    (isEmpty(cockpit.data) ? (
      <NoProjects shown={shown} />
    ) : (
      <CockpitBoard cockpit={cockpit.data} shown={shown} wall={wall} />
    ));
  return (
    <>
      <PageTitle
        window={t('cockpit')}
        extra={
          cockpit.data && (
            <span className="small">
              {t('dataAt')} {at}
            </span>
          )
        }
      >
        {t('cockpit')}
      </PageTitle>
      <PastBand />
      <Whose shown={shown} set={set} />
      {cockpit.isError && <Refused error={cockpit.error} again={cockpit.refetch} />}
      {cockpit.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
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
