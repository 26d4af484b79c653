import {
  addDays,
  fenOf,
  metricKeys,
  readCommand,
  readDefinition,
  readPeriod,
  type Definition,
  type Money,
  type Ratio,
  type RecordedEvent,
} from '#domain';
import { FigureQuery, indicators, IndicatorsQuery, openFigure, OPERATOR, type Indicators } from '#office';
import { bureau, type Bureau } from '../support/bureau.ts';
import { chance, type Chance } from '../simulation/chance.ts';
import { inventedProject } from './invented-bureau.ts';
import { oracle, type OracleValue, type Scope } from './oracle.ts';

const SEEDS = Number(process.env['NUMBERS_SEEDS'] ?? 2);
const PROJECTS = 30;
/** The switches of a definition, by whose every setting the metrics are checked. */
const SWITCHES = {
  terminated: ['kept', 'dropped'],
  carriedOver: ['in', 'out'],
  contract: ['amended', 'original'],
  window: ['period', 'year'],
} as const;
const UNITS = ['一局', '二局', '三局'];
const PERIODS = ['2022', '2022-H1', '2022-Q4', '2023', '2023-H2', '2023-03', '2022-11-15..2023-02-10', '2021'];
const ADDED = [
  'signed',
  'signed-amount',
  'started',
  'started-amount',
  'domestic-arrived',
  'backlog',
  'leads',
  'entered',
];
/** What is counted by the day of a fact: no day lies in two months. */
const OF_DAYS = [...ADDED.filter((metric) => metric !== 'backlog'), 'new-project-arrived', 'carried-over-arrived'];

/** A fraction in lowest terms as the interfaces give it, or a whole number, as text; null: a share of nothing. */
const told = (value: OracleValue): string | null => {
  if ('whole' in value) return String(value.whole);
  const { numerator, denominator } = value;
  if (denominator === 0n) return null;
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
  const by = divisor(numerator, denominator);
  return `${numerator / by}/${denominator / by}`;
};
const shown = (value: Money | string | Ratio | null): string | null => {
  if (value === null || typeof value === 'string') return value;
  return 'amount' in value ? String(fenOf(value.amount)) : `${value.numerator}/${value.denominator}`;
};

const fill = async (b: Bureau, dice: Chance): Promise<readonly bigint[]> => {
  const waiting = Array.from({ length: PROJECTS }, (_, index) => {
    const code = `P${String(index).padStart(2, '0')}`;
    return { code, facts: [...inventedProject(code, dice)] };
  });
  const positions: bigint[] = [];
  while (waiting.length > 0) {
    const at = dice.below(waiting.length);
    const [fact] = waiting[at]!.facts.splice(0, 1);
    if (fact === undefined) waiting.splice(at, 1);
    else positions.push(await b.record(waiting[at]!.code, [fact]));
  }
  return positions;
};

describe.each(Array.from({ length: SEEDS }, (_, index) => index + 1))('bureau %i', (seed) => {
  let b: Bureau;
  let positions: readonly bigint[];
  let streams: readonly (readonly RecordedEvent[])[];
  const dice = chance(seed * 7919);
  beforeAll(async () => {
    b = await bureau();
    positions = await fill(b, dice);
    streams = await Promise.all(
      Array.from({ length: PROJECTS }, (_, index) =>
        b.office.store.readStream(`project-P${String(index).padStart(2, '0')}`),
      ),
    );
  }, 600_000);
  afterAll(() => b.close());

  /** From a day on which something happened to another: what lies on an edge must be counted right. */
  const spanOfFacts = (): string => {
    const days = streams.flatMap((events) => events.map(({ event }) => event.occurredOn));
    return [dice.one(days), dice.one(days)].sort().join('..');
  };
  /** A question of any period, as of any day, as known at any position, by a definition of any switches. */
  const question = () => {
    const period = dice.often(0.4) ? dice.one(PERIODS) : spanOfFacts();
    const { from, to } = readPeriod(period)!;
    const day = dice.often(0.5) ? to : addDays(to, -dice.below(60));
    const position = dice.often(0.4) ? (positions.at(-1) ?? 0n) : dice.one(positions);
    const switches = {
      terminated: dice.one(SWITCHES.terminated),
      carriedOver: dice.one(SWITCHES.carriedOver),
      contract: dice.one(SWITCHES.contract),
      window: dice.one(SWITCHES.window),
    };
    return { period, from, to, day: day < from ? to : day, position, switches };
  };

  it('every metric of every unit is what naive code makes of the raw events', async () => {
    for (let round = 0; round < 60; round += 1) {
      const { period, from, to, day, position, switches } = question();
      const query = readCommand(IndicatorsQuery, { period, asOf: day, definition: 'default' });
      const by: Definition = { ...readDefinition({ name: 'drawn', ...switches }), version: 1 };
      const table = await indicators(b.office, OPERATOR, query, { at: position, by });
      const scope = (unit: string | null): Scope => ({ from, to, day, position, unit, ...switches });
      for (const unit of [null, ...UNITS]) {
        const figures = unit === null ? table.total.figures : table.rows.find(({ key }) => key === unit)?.figures;
        const expected = oracle(streams, scope(unit));
        expect(Object.keys(expected).sort()).toEqual([...metricKeys(by)].sort());
        const found = Object.fromEntries(
          Object.keys(expected).map((metric) => [metric, shown(figures?.[metric]?.value ?? (figures ? null : '0'))]),
        );
        const wanted = Object.fromEntries(Object.entries(expected).map(([metric, value]) => [metric, told(value)]));
        if (figures === undefined) continue; // a unit that holds nothing yet has no row
        expect({ ...scope(unit), ...found }).toEqual({ ...scope(unit), ...wanted });
      }
    }
  }, 600_000);

  it('months make the year, asked as of one day', async () => {
    for (const year of ['2022', '2023']) {
      const asOf = addDays(readPeriod(year)!.to, dice.below(90));
      const of = async (period: string): Promise<Indicators['total']['figures']> =>
        (await indicators(b.office, OPERATOR, readCommand(IndicatorsQuery, { period, asOf }))).total.figures;
      const months = await Promise.all(
        Array.from({ length: 12 }, (_, index) => of(`${year}-${String(index + 1).padStart(2, '0')}`)),
      );
      const whole = await of(year);
      for (const metric of OF_DAYS) {
        const sum = months.reduce((all, figures) => all + BigInt(shown(figures[metric]!.value)!), 0n);
        expect([year, metric, String(sum)]).toEqual([year, metric, shown(whole[metric]!.value)]);
      }
    }
  }, 600_000);

  it('units make the whole, and what a figure opens into makes the figure', async () => {
    for (const period of ['2022', '2023-H1']) {
      const query = readCommand(IndicatorsQuery, { period });
      const { rows, total } = await indicators(b.office, OPERATOR, query);
      for (const metric of ADDED) {
        const sum = rows.reduce((all, { figures }) => all + BigInt(shown(figures[metric]!.value)!), 0n);
        expect([period, metric, String(sum)]).toEqual([period, metric, shown(total.figures[metric]!.value)]);
      }
      for (const metric of ['signed-amount', 'start-rate', 'funds-in-place-rate', 'backlog-cleared']) {
        const opened = await openFigure(b.office, OPERATOR, metric, readCommand(FigureQuery, { period, limit: 500 }));
        for (const part of [opened.numerator, opened.denominator])
          if (part !== null) {
            const whole = part.rows
              .filter(({ value }) => typeof value === 'string' || ('currency' in value && value.currency === 'CNY'))
              .reduce((all, { value }) => all + BigInt(shown(value)!), 0n);
            expect([metric, String(whole)]).toEqual([metric, shown(part.value)]);
          }
      }
    }
  }, 600_000);
});
