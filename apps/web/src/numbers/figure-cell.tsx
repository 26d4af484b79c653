import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { figureAddress, type FigureAsked } from './figure-address.ts';
import { FigureWord } from './figure-word.tsx';

/** A figure in its place: its value opens its parts; beneath it year on year, progress and rank, as far as there are any. */
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
  const { value, yearOnYear, progress, rank } = figure;
  const beneath = [
    ...(yearOnYear === null ? [] : [`${t('yearOnYear')} ${yearOnYear.percent} %`]),
    ...(progress === null ? [] : [`${t('progressWord')} ${progress.percent} %`]),
    ...(rank === null ? [] : [`${t('rankOf')} ${rank}`]),
  ];
  return (
    <td className="figure">
      <Link to={figureAddress(metric, asked)}>
        <FigureWord value={value} />
      </Link>
      {beneath.length > 0 && <div className="small">{beneath.join(' · ')}</div>}
    </td>
  );
};
