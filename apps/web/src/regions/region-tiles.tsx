import { said, saidExactly, WORST_FIRST } from '../charts/charted.ts';
import type { Shown } from '../cockpit/cockpit-queries.ts';
import type { ListGroup } from '../lists/list-queries.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { addressIn, type RegionsOf } from './charted-regions.ts';

const GROWTH = 10; // a tile takes more of its row the more projects it holds

/** A tile a region, the wider the more projects it holds; it opens them. */
export const RegionTiles = ({
  list,
  groups,
  shown,
}: {
  list: RegionsOf;
  groups: readonly ListGroup[];
  shown: Shown;
}) => {
  const { t } = useWords();
  const most = Math.max(1, ...groups.map(({ total }) => total));
  return (
    <ul className="region-tiles" data-testid="region-tiles">
      {groups.map(({ key, total, sums, colours }) => {
        const to = addressIn(list, key, shown);
        const whole = (
          <>
            <span className="tile-name">{key ?? t('noRegion')}</span>
            <strong>{total}</strong>
            <span className="tile-amount" title={saidExactly(sums.contracted)}>
              {said(sums.contracted)}
            </span>
          </>
        );
        return (
          <li key={key ?? ''} className="tile" style={{ flexGrow: 1 + Math.round((GROWTH * total) / most) }}>
            {to === undefined ? (
              <span className="tile-whole">{whole}</span>
            ) : (
              <Link to={to} className="tile-whole">
                {whole}
              </Link>
            )}
            <span className="small region-colours">
              {WORST_FIRST.filter((colour) => colours[colour] > 0).map((colour) => (
                <span key={colour} className="one-line">
                  <ColourWord colour={colour} /> {colours[colour]}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
