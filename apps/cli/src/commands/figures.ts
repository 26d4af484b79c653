import type { Command } from 'commander';
import { definitionNamed, metricTitle, readCommand } from '#domain';
import {
  definitionsNow,
  FigureQuery,
  indicators,
  IndicatorsQuery,
  openFigure,
  OPERATOR,
  structure,
  StructureQuery,
  upToDate,
  type OpenOffice,
} from '#office';
import { askedOf, several, type Commands } from '../command-line.ts';
import type { Options } from '../output.ts';
import { tellDwell, tellForecast, tellFunnel } from './analysis.ts';
import { print, shown } from './figure-words.ts';

const tellIndicators = async (office: OpenOffice, asked: object, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await indicators(office, OPERATOR, readCommand(IndicatorsQuery, asked));
  const metrics = Object.keys(found.total.figures);
  const { name, version } = found.definition;
  const definition = definitionNamed(await definitionsNow(office), `${name}@${version}`)!;
  const all = { key: null, unit: { code: null, name: '∑' }, figures: found.total.figures };
  print(options, found, () => [
    [found.by, ...metrics.map((metric) => metricTitle(definition, metric)[options.lang])],
    ...[...found.rows, all].map(({ key, unit, figures }) => [
      unit?.name ?? key ?? '',
      ...metrics.map((metric) => shown(figures[metric]?.value ?? null)),
    ]),
  ]);
};

const tellStructure = async (office: OpenOffice, asked: object, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await structure(office, OPERATOR, readCommand(StructureQuery, asked), options.lang);
  print(options, found, () =>
    found.rows.map(({ label, count, amount, shareOfCount, shareOfAmount }) => [
      label,
      count,
      shown(amount),
      shown(shareOfCount),
      shown(shareOfAmount),
    ]),
  );
};

const ALL_ROWS = 500;

const tellFigure = async (office: OpenOffice, metric: string, asked: object, options: Options): Promise<void> => {
  await upToDate(office);
  const page = async (after: number) =>
    openFigure(office, OPERATOR, metric, readCommand(FigureQuery, { ...asked, limit: ALL_ROWS, after }));
  const found = await page(0);
  const numerator = [...found.numerator.rows];
  const denominator = [...(found.denominator?.rows ?? [])];
  for (let last = found, after = ALL_ROWS; isFull(last); after += ALL_ROWS) {
    last = await page(after);
    numerator.push(...last.numerator.rows);
    denominator.push(...(last.denominator?.rows ?? []));
  }
  const whole = {
    ...found,
    numerator: { ...found.numerator, rows: numerator },
    denominator: found.denominator === null ? null : { ...found.denominator, rows: denominator },
  };
  print(options, whole, () =>
    numerator.map(({ project, event, value }) => [
      project.code,
      project.name,
      event?.type ?? '',
      event?.on ?? '',
      event?.basis ?? '',
      shown(value),
    ]),
  );
};

type Page = Awaited<ReturnType<typeof openFigure>>;
const isFull = ({ numerator, denominator }: Page): boolean =>
  numerator.rows.length === ALL_ROWS || denominator?.rows.length === ALL_ROWS;

/** The commands of figures: the indicator table, structure, and a figure opened into its parts. */
export const offerFigures = ({ command, working, optionsOf }: Commands): void => {
  const figures = (usage: string, about: string): Command =>
    command(usage, about)
      .requiredOption('--period <period>', '2023, 2023-Q1, 2023-H1, 2023-03, 2023-01-01..2023-03-31')
      .option('--unit <code>')
      .option('--definition <name>', 'its name, or name@version')
      .option('--as-of <day>', 'business day (else the last of the period)')
      .option('--as-known <instant>', 'as known at this instant');
  figures('indicators', 'the indicator table')
    .option('--by <what>', 'unit, region, chain, leader, team')
    .option('--metric <key>', 'may be repeated', several)
    .option('--issuer <name>', 'whose targets')
    .action((_asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tellIndicators(office, askedOf(self), optionsOf(self))),
    );
  figures('structure', 'of what the signed, started or arrived consists')
    .requiredOption('--by <what>', 'size-band, chain, land-mode, origin, month, region, unit, tag')
    .option('--of <what>', 'signed, started, arrived')
    .action((_asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tellStructure(office, askedOf(self), optionsOf(self))),
    );
  for (const [usage, about, tell] of [
    ['dwell', 'how long projects stay in each phase, those still there included', tellDwell],
    ['funnel', 'of what was registered in each month, how much came how far', tellFunnel],
    ['forecast', 'starts that are expected, month by month, and why', tellForecast],
  ] as const)
    figures(usage, about).action((_asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tell(office, askedOf(self), optionsOf(self))),
    );
  figures('figure <metric>', 'what a figure is made of')
    .option('--by <what>')
    .option('--key <key>')
    .option('--issuer <name>', 'whose target')
    .action((metric: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tellFigure(office, metric, askedOf(self), optionsOf(self))),
    );
};
