import { Input } from 'antd';
import { useDefinitions } from '../numbers/use-definitions.ts';
import { MoneyEntry } from '../parts/form/money-entry.tsx';
import type { Picked } from '../parts/form/pickers.tsx';
import { useRow } from '../parts/form/row-of-list.ts';
import { typedOf } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import { plainNumber, type TypedNumber } from './board-fields.ts';
import type { Measure } from './reached-word.ts';

/** What the number of a row is: that of its metric, or a share where the progress of its target scores. */
const useMeasure = (): Measure | undefined => {
  const measures = useDefinitions().data?.measures ?? {};
  const { metric, of } = useRow() as { readonly metric?: string; readonly of?: string };
  if (of === 'progress') return 'percent';
  return metric === undefined ? undefined : measures[metric];
};

/** A number of a metric as it is typed everywhere: money with its unit, a count and a share with their signs. */
export const ReachedEntry = ({ id, value, onChange }: Picked<TypedNumber>) => {
  const { t } = useWords();
  const measure = useMeasure();
  const own = { ...(id !== undefined && { id }) };
  if (measure === 'money') {
    const typed = typeof value === 'string' ? typedOf({ amount: value, currency: 'CNY' }) : value;
    return <MoneyEntry own {...own} {...(typed !== undefined && { value: typed })} {...(onChange && { onChange })} />;
  }
  return (
    <Input
      {...own}
      inputMode="decimal"
      value={value === undefined ? '' : plainNumber(value)}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : target.value)}
      suffix={measure && (measure === 'percent' ? '%' : t('pieces'))}
    />
  );
};
