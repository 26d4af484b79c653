import { Input, Select, Space } from 'antd';
import { exactly, forReading, inYuan, MONEY_UNITS, moneyTyped, type MoneyUnitName, type TypedMoney } from '../money.ts';
import { useWords } from '../../words/words.ts';

const UNITS = Object.keys(MONEY_UNITS) as MoneyUnitName[];

/** The amount said another way, so that a wrong unit is seen while it is typed. */
const Echo = ({ value }: { value: TypedMoney }) => {
  const { t } = useWords();
  const money = moneyTyped(value);
  if (money === null) return null;
  const [read, exact] = [forReading(money), exactly(money)];
  const small = value.unit === 'wan' ? inYuan(money) : exact; // said again as it was typed, it would show nothing
  const other = read === exact ? small : value.unit === 'yi' ? exact : read;
  return (
    <span className="small" aria-live="polite">
      {t('sameAs')} {other}
    </span>
  );
};

/** An amount with its unit. `foreign`: any currency but one's own; `own`: no other. */
export const MoneyEntry = ({
  id,
  value,
  onChange,
  foreign = false,
  own = false,
}: {
  id?: string;
  value?: TypedMoney;
  onChange?: (value: TypedMoney | undefined) => void;
  foreign?: boolean;
  own?: boolean;
}) => {
  const { t, say } = useWords();
  const units = UNITS.filter((unit) => (MONEY_UNITS[unit].currency === 'CNY' ? !foreign : !own));
  const { typed = '', unit = units[0]! } = value ?? {};
  return (
    <>
      <Space.Compact block>
        <Input
          {...(id === undefined ? {} : { id })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          value={typed}
          onChange={(event) => {
            onChange?.(event.target.value === '' ? undefined : { typed: event.target.value, unit });
          }}
        />
        <Select<MoneyUnitName>
          aria-label={t('unitOfMoney')}
          value={unit}
          onChange={(chosen) => {
            onChange?.({ typed, unit: chosen });
          }}
          options={units.map((one) => ({ value: one, label: say(MONEY_UNITS[one].word) }))}
          className="money-unit"
        />
      </Space.Compact>
      {value !== undefined && <Echo value={value} />}
    </>
  );
};
