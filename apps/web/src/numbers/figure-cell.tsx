import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { figureAddress, type FigureAsked } from './figure-address.ts';
import { FigureWord } from './figure-word.tsx';

/** A figure in its place: its value opens its parts; beneath it its rank, last year and the target, with what follows from them, as far as there are any. None of them is broken within. */
export const FigureCell = ({
  metric,
  figure,
  asked,
}: {
  metric: string;
  figure: Schemas['Figure'] | undefined;
  asked: FigureAsked;
}) => {
  const { many, t } = useWords();
  if (figure === undefined) return <td className="figure">—</td>;
  const { value, previous, yearOnYear, target, progress, shortfall, rank } = figure;
  return (
    <td className="figure">
      <Link className="in-text" to={figureAddress(metric, asked)}>
        <FigureWord value={value} />
      </Link>
      <div className="facts small">
        {rank !== null && (
          <span>
            {t('rankOf')} {rank}
          </span>
        )}
        {previous !== null && (
          <span>
            {t('lastYear')} <FigureWord value={previous} />
          </span>
        )}
        {previous !== null && yearOnYear !== null && (
          <span>
            {t('yearOnYear')} {yearOnYear.percent} %
          </span>
        )}
        {target !== null && (
          <span>
            {t('targetWord')} <FigureWord value={target} />
          </span>
        )}
        {target !== null && progress !== null && (
          <span>
            {t('progressWord')} {progress.percent} %
          </span>
        )}
        {target !== null && shortfall !== null && (
          <span>
            {t('shortBy')} {many(shortfall, 'points')}
          </span>
        )}
      </div>
    </td>
  );
};
