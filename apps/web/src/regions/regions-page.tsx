import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { answered, api } from '../ask/api.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { ChartTable } from '../charts/chart-table.tsx';
import '../cockpit/cockpit.css';
import { chosenOf, useShown, type Shown } from '../cockpit/cockpit-queries.ts';
import { Whose } from '../cockpit/whose.tsx';
import { OneOf, useOneOf } from '../numbers/one-of.tsx';
import { useChosen } from '../parts/chosen.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { useBorders } from './borders-queries.ts';
import { BordersTools } from './borders-tools.tsx';
import { chartedRegions, WHICH, type RegionsOf } from './charted-regions.ts';
import { RegionMap } from './region-map.tsx';
import { RegionTiles } from './region-tiles.tsx';
import './regions.css';

const ROW = 34;
const HEAD = 60;

const useRegions = (list: RegionsOf, { leader, ...shown }: Shown) =>
  useQuery({
    queryKey: ['list', list, 'regions', leader, shown],
    queryFn: () => {
      const where = leader === null ? {} : { where: [`responsible=${leader}`] };
      const query = { ...chosenOf(shown), ...where, group: 'region' as const, limit: 1 };
      return answered(api.GET('/api/lists/{name}', { params: { path: { name: list }, query } }));
    },
    placeholderData: keepPreviousData,
  });

/** Where the projects are: on a map with a table beside it where the bureau's borders are known, else a tile and a bar a region. Each number opens its list. */
export const RegionsPage = () => {
  const { t, language } = useWords();
  const { set } = useChosen();
  const shown = useShown();
  const list = useOneOf('of', WHICH);
  const asked = useRegions(list, shown);
  const borders = useBorders().data ?? [];
  const groups = [...(asked.data?.groups ?? [])].sort((a, b) => b.total - a.total);
  return (
    <>
      <PageTitle>{t('regionsPage')}</PageTitle>
      <Whose shown={shown} set={set}>
        <OneOf name="of" label="backlogOrStarted" of={WHICH} />
      </Whose>
      {asked.isError && <Refused error={asked.error} again={asked.refetch} />}
      {asked.isPending && <Skeleton active />}
      {asked.data && groups.length === 0 && <Notice testId="none-of-list" title={t('noneOfList')} />}
      <BordersTools drawn={borders.length > 0} />
      {groups.length > 0 && borders.length > 0 && (
        <div className="map-and-table">
          <RegionMap list={list} borders={borders} groups={groups} shown={shown} />
          <section className="panel" aria-label={t('byRegion')} data-testid="regions">
            <ChartTable title={t('byRegion')} charted={chartedRegions(list, groups, shown, language)} />
          </section>
        </div>
      )}
      {groups.length > 0 && borders.length === 0 && (
        <>
          <RegionTiles list={list} groups={groups} shown={shown} />
          <ChartCard
            testId="regions"
            title={t('byRegion')}
            charted={chartedRegions(list, groups, shown, language)}
            height={HEAD + groups.length * ROW}
          />
        </>
      )}
    </>
  );
};
