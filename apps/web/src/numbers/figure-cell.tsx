import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { figureAddress, type FigureAsked } from './figure-address.ts';
import { FigureWord } from './figure-word.tsx';

/** A figure in its place: its value opens its parts, its rank beside it; beneath it last year and the target, with what follows from them, as far as there are any. */
export const FigureCell = ({
  metric,
  figure,
  asked,
}: {
  metric: string;
  figure: Schemas['Figure'] | undefined;
  asked: FigureAsked;
}) => {
  const { t } = useWords();
  if (figure === undefined) return <td className="figure">—</td>;
  const { value, previous, yearOnYear, target, progress, shortfall, rank } = figure;
  const before = previous !== null && (
    <div className="small">
      {t('lastYear')} <FigureWord value={previous} />
      {yearOnYear !== null && ` · ${t('yearOnYear')} ${yearOnYear.percent} %`}
    </div>
  );
  const against = target !== null && (
    <div className="small">
      {t('targetWord')} <FigureWord value={target} />
      {progress !== null && ` · ${t('progressWord')} ${progress.percent} %`}
      {shortfall !== null && ` · ${t('shortBy')} ${shortfall} ${t('points')}`}
    </div>
  );
  return (
    <td className="figure">
      <Link className="in-text" to={figureAddress(metric, asked)}>
        <FigureWord value={value} />
      </Link>
      {rank !== null && (
        <span className="small">
          {' '}
          {t('rankOf')} {rank}
        </span>
      )}
      {before}
      {against}
    </td>
  );
};
