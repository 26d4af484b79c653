import type { Schemas } from '../ask/api.ts';
import { exactly, forReading } from '../parts/money.ts';

type FigureValue = Schemas['FigureValue'] | null | undefined;

/** A figure as it is read: money in 亿元 or 万元 and exact when pointed at, a share with its parts, a count; what does not exist is a dash. */
export const FigureWord = ({ value }: { value: FigureValue }) => {
  if (value === null || value === undefined) return <>—</>;
  if (typeof value === 'string') return <>{value.replace(/\B(?=(\d{3})+$)/g, ',')}</>;
  if ('percent' in value) return <span title={`${value.numerator} ÷ ${value.denominator}`}>{value.percent} %</span>;
  return <span title={exactly(value)}>{forReading(value)}</span>;
};
