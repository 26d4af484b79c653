import { isBusinessDay } from '../dates.ts';
import type { Origin } from '../project/events.ts';
import { DEFAULT_DEFINITION, type Conversion, type Definition, type OwnMetric } from './definition.ts';
import { METRICS } from './metrics.ts';
import type { Rounding } from './fraction.ts';
import type { Curve } from './period.ts';
import { formulaIn } from './read-formula.ts';
import { DOCUMENT_NAME as NAME, readersOf } from './read-values.ts';
import { refuseDefinition as refuse } from './rejections.ts';

const read = readersOf(refuse);

const FIELDS = Object.keys(DEFAULT_DEFINITION);
const ORIGINS: readonly Origin[] = ['overseas', 'out-of-province', 'out-of-city', 'out-of-district', 'local'];
const MOST_METRICS = 50;
const MONTHS = 12;
const FINEST = 6; // places that are printed

const roundingIn = (value: unknown, field: string): Rounding => {
  const { mode, places } = read.object(value, field, ['mode', 'places']);
  return {
    mode: read.oneOf(mode, ['half-up', 'truncate'], `${field}.mode`),
    places: read.whole(places, FINEST, `${field}.places`),
  };
};

const curveIn = (value: unknown, field: string): Curve => {
  if (value === 'months' || value === 'days') return value;
  const months = read.list(value, MONTHS, field).map((one, index) => read.decimal(one, `${field}.${index}`));
  if (months.length !== MONTHS) refuse(field, '须有 12 个月', 'must name twelve months');
  months.forEach((one, index) => {
    if (index > 0 && Number(one) < Number(months[index - 1]))
      refuse(`${field}.${index}`, '不能比前一个月少', 'must not be below the month before');
  });
  return months;
};

const conversionIn = (value: unknown, field: string): Conversion => {
  const { currency, rate, on } = read.object(value, field, ['currency', 'rate', 'on']);
  const code = read.text(currency, 3, `${field}.currency`);
  if (!/^[A-Z]{3}$/.test(code) || code === 'CNY')
    refuse(`${field}.currency`, '必须是外币代码，例如 USD', 'must be the code of a foreign currency, such as USD');
  const exact = read.decimal(rate, `${field}.rate`);
  if (!/[1-9]/.test(exact)) refuse(`${field}.rate`, '必须大于零', 'must be above zero');
  if (typeof on !== 'string' || !isBusinessDay(on)) return refuse(`${field}.on`, '必须是日期', 'must be a day');
  return { currency: code, rate: exact, on };
};

const conversionsIn = (value: unknown, field: string): readonly Conversion[] => {
  const all = read.list(value, 20, field).map((one, index) => conversionIn(one, `${field}.${index}`));
  if (new Set(all.map(({ currency }) => currency)).size < all.length)
    refuse(field, '同一币种写了两次', 'names a currency twice');
  return all;
};

const metricsIn = (value: unknown, field: string): Definition['metrics'] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(field, '必须是对象', 'must be an object');
  const own = Object.entries(value);
  if (own.length > MOST_METRICS) refuse(field, `最多 ${MOST_METRICS} 个`, `holds more than ${MOST_METRICS}`);
  return Object.fromEntries(
    own.map(([key, one]): readonly [string, OwnMetric] => {
      const at = `${field}.${key}`;
      if (!NAME.test(key))
        refuse(at, '名称只能用小写字母、数字、汉字和短横', 'must be named in lower case, digits, Han and dashes');
      if (Object.hasOwn(METRICS, key)) refuse(at, '与通用指标同名', 'bears the name of a metric that every bureau has');
      const { title, formula } = read.object(one, at, ['title', 'formula']);
      return [key, { title: read.title(title, `${at}.title`), formula: formulaIn(formula, `${at}.formula`) }];
    }),
  );
};

const boundaryIn = (value: unknown, field: string): readonly Origin[] | null => {
  if (value === null) return null;
  const origins = read
    .list(value, ORIGINS.length, field)
    .map((one, index) => read.oneOf(one, ORIGINS, `${field}.${index}`));
  return origins.length === 0 ? refuse(field, '不能为空', 'must not be empty') : origins;
};

/** A definition from a document; what it does not say is as by default, and its version is given when it is published. Throws Rejected 'definition-invalid' naming the field. */
export const readDefinition = (document: unknown): Omit<Definition, 'version'> => {
  const written = read.object(document, 'definition', FIELDS);
  const given = { ...DEFAULT_DEFINITION, ...written };
  const name = read.text(written['name'], 60, 'name');
  if (!NAME.test(name))
    refuse('name', '只能用小写字母、数字、汉字和短横', 'must be lower case, digits, Han and dashes');
  return {
    name,
    title: written['title'] === undefined ? { zh: name, en: name } : read.title(written['title'], 'title'),
    terminated: read.oneOf(given.terminated, ['kept', 'dropped'], 'terminated'),
    carriedOver: read.oneOf(given.carriedOver, ['in', 'out'], 'carriedOver'),
    contract: read.oneOf(given.contract, ['amended', 'original'], 'contract'),
    window: read.oneOf(given.window, ['period', 'year'], 'window'),
    boundary: boundaryIn(given.boundary, 'boundary'),
    conversions: conversionsIn(given.conversions, 'conversions'),
    comparable: read.oneOf(given.comparable, ['recomputed', 'none'], 'comparable'),
    curve: curveIn(given.curve, 'curve'),
    rounding: roundingIn(given.rounding, 'rounding'),
    metrics: metricsIn(given.metrics, 'metrics'),
  };
};
