import type { Schemas } from '../ask/api.ts';
import type { Values } from '../parts/form/field-values.ts';

/** A statistical scope as the API takes it: without the version that it is given when it is published. */
export type Scope = Omit<Schemas['Definition'], 'version'>;
export type Metric = Scope['metrics'][string];
export type Part = Extract<Metric['formula'], { value: unknown }>['value'];

const known = (fields: Values): Values =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What the form of the switches begins with. */
export const scopeAsFilledIn = ({ title, boundary, curve, rounding, metrics: _own, ...scope }: Scope): Values => ({
  ...scope,
  title: title.zh,
  titleEn: title.en,
  boundary: boundary ?? [],
  curve: typeof curve === 'string' ? curve : 'own',
  ...(typeof curve === 'string' ? {} : { curveMonths: curve }),
  roundingMode: rounding.mode,
  places: rounding.places,
});

const titled = (zh: unknown, en: unknown): Values => ({ zh, en: en ?? zh });

/** What was filled in, over what stood before; its metrics stay. What is not said is as by default. */
export const scopeFrom = (body: Values, metrics: Scope['metrics']): Values => {
  const { title, titleEn, curve, curveMonths, roundingMode, places, boundary, note: _note, ...scope } = body;
  return known({
    ...scope,
    title: title === undefined ? undefined : titled(title, titleEn),
    boundary: boundary === undefined ? null : boundary,
    curve: curve === 'own' ? (curveMonths ?? []) : curve,
    rounding: roundingMode === undefined ? undefined : { mode: roundingMode, places: places ?? 2 },
    metrics,
  });
};

/** What the form of a metric begins with. */
export const metricAsFilledIn = (key: string, { title, formula }: Metric): Values => ({
  key,
  title: title.zh,
  titleEn: title.en,
  ...('value' in formula ? formula.value : { ...formula.numerator, denominator: formula.denominator }),
});

const partFrom = ({ of, measure, window, where, filter }: Values): Values =>
  known({ of, measure, window, where, filter });

/** A metric as it was filled in: one part, or two whose ratio it is. */
const metricFrom = ({ title, titleEn, denominator, ...part }: Values): Values => ({
  title: titled(title, titleEn),
  formula:
    denominator === undefined
      ? { value: partFrom(part) }
      : { numerator: partFrom(part), denominator: partFrom(denominator as Values) },
});

const scopeOnly = ({ version: _version, ...scope }: Scope & { readonly version?: number }): Scope => scope;

/** The scope with a metric more, or with one that is another. */
export const withMetric = (body: Values, scope: Scope): Values => {
  const { key, note: _note, ...metric } = body;
  return { ...scopeOnly(scope), metrics: { ...scope.metrics, [key as string]: metricFrom(metric) } };
};

export const withoutMetric = (key: string, scope: Scope): Values => ({
  ...scopeOnly(scope),
  metrics: Object.fromEntries(Object.entries(scope.metrics).filter(([one]) => one !== key)),
});
