import { useMemo } from 'react';
import { drawnYi, said } from '../charts/charted.ts';
import type { Shown } from '../cockpit/cockpit-queries.ts';
import type { ListGroup } from '../lists/list-queries.ts';
import { OneOf, useOneOf } from '../numbers/one-of.tsx';
import { Link } from '../parts/way.tsx';
import { useWords, type Word } from '../words/words.ts';
import type { Border } from './borders-queries.ts';
import { addressIn, type RegionsOf } from './charted-regions.ts';
import { drawn, shadeOf } from './map-shapes.ts';

const SHADED_BY = { count: 'shadedByCount', amount: 'shadedByAmount' } as const satisfies Record<string, Word>;

/** The regions within the bureau's own borders, the darker the more; each opens its projects. What has no border on the map is named below it. */
export const RegionMap = ({
  list,
  borders,
  groups,
  shown,
}: {
  list: RegionsOf;
  borders: readonly Border[];
  groups: readonly ListGroup[];
  shown: Shown;
}) => {
  const { t, marks } = useWords();
  const by = useOneOf('by', SHADED_BY);
  const drawing = useMemo(() => drawn(borders), [borders]);
  const valueOf = (group: ListGroup | undefined): number =>
    group === undefined ? 0 : by === 'count' ? group.total : drawnYi(group.sums.contracted);
  const most = Math.max(0, ...groups.map(valueOf));
  const told = (group: ListGroup | undefined): string =>
    by === 'count' ? String(group?.total ?? 0) : said(group?.sums.contracted ?? []);
  const elsewhere = groups.filter(({ key }) => !borders.some(({ region }) => region === key));
  return (
    <section className="panel" data-testid="region-map" aria-label={t('regionMap')}>
      <div className="panel-head">
        <h2>{t('regionMap')}</h2>
        <OneOf name="by" label="shadedBy" of={SHADED_BY} />
      </div>
      <svg
        className="region-map"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={t('regionMap')}
      >
        {drawing.shapes.map(({ region, path, at: [x, y] }) => {
          const group = groups.find(({ key }) => key === region);
          const shape = (
            <>
              <path d={path} fillRule="evenodd" className={`shade-${shadeOf(valueOf(group), most)}`} />
              <text x={x} y={y} textAnchor="middle">
                <tspan>{region}</tspan>
                <tspan x={x} dy="1.3em" className="region-value">
                  {told(group)}
                </tspan>
              </text>
            </>
          );
          const to = group === undefined ? undefined : addressIn(list, region, shown);
          return to === undefined ? (
            <g key={region}>{shape}</g>
          ) : (
            <Link key={region} to={to} aria-label={`${region} ${told(group)}`}>
              {shape}
            </Link>
          );
        })}
      </svg>
      {elsewhere.length > 0 && (
        <p className="small" data-testid="without-borders">
          {t('withoutBorders')}
          {marks.colon}
          {elsewhere.map(({ key, total }) => {
            const to = addressIn(list, key, shown);
            const name = `${key ?? t('noRegion')} ${total}`;
            return (
              <span key={key ?? ''} className="one-line">
                {to === undefined ? name : <Link to={to}>{name}</Link>}{' '}
              </span>
            );
          })}
        </p>
      )}
    </section>
  );
};
