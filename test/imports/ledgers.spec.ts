import type { Row } from '../../libs/imports/src/files/sheet.ts';
import { drawLedger, type DrawnProject } from './draw-ledger.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

const SEEDS = Number(process.env['LEDGERS'] ?? 60);
const FIRST = Number(process.env['LEDGER_SEED'] ?? 1);

/** What a reading got otherwise than the ledger means; a value that is nowhere, in no fact, no kept column and no finding, is the worst of it. */
const differences = (drawn: readonly DrawnProject[], passedOver: number, found: Outcome): readonly string[] => {
  const wrong: string[] = [];
  if (found.projects.length !== drawn.length) wrong.push(`${found.projects.length} projects, not ${drawn.length}`);
  if (found.passedOver !== passedOver) wrong.push(`${found.passedOver} rows passed over, not ${passedOver}`);
  for (const one of drawn) {
    const told = found.projects.find(({ project }) => project.title === one.name);
    if (told === undefined) {
      wrong.push(`no ${one.name}`);
      continue;
    }
    const { project } = told;
    const facts = {
      investor: [project.investor, one.investor],
      region: [project.hostRegion, one.region],
      signedOn: [project.contract?.on, one.signedOn],
      yuan: [project.contract?.contracted.amount, one.yuan],
      startOn: [project.startCertified?.on ?? null, one.startOn],
      progress: [project.progress?.text ?? null, one.progress],
      code: one.code === '' ? ['', ''] : [project.code, one.code],
    };
    for (const [name, [got, meant]] of Object.entries(facts))
      if (got !== meant) wrong.push(`${one.name} ${name}: ${got}, not ${meant}`);
    if (!told.told.includes(one.remark) && !found.findings.some((text) => text.includes(one.remark)))
      wrong.push(`${one.name}: ${one.remark} vanished`);
  }
  return wrong;
};

const checked = async (seed: number, change: (rows: readonly Row[]) => readonly Row[] = (rows) => rows) => {
  const { rows, projects, passedOver } = drawLedger(seed);
  return differences(projects, passedOver, await outcomeOf({ 台账: change(rows) }));
};

it(`ledgers of ${SEEDS} invented bureaus are read as they mean, and nothing of them vanishes`, async () => {
  const wrong: string[] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1)
    for (const one of await checked(seed)) wrong.push(`${seed}: ${one}`);
  expect(wrong).toEqual([]);
}, 600_000);

/** Rows with every text changed: what a reader would see that misses something. */
const changed = (change: (text: string) => string) => (rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, text: change(cell.text) }) }));

it.each<[string, (rows: readonly Row[]) => readonly Row[]]>([
  ['the unit of the amounts', changed((text) => text.replace('亿元', '万元'))],
  ['a format of days', changed((text) => text.replace(/^(\d{4})年(\d+)月(\d+)日$/, '$1/$3/$2'))],
  [
    'a row of the header',
    (rows) =>
      rows.filter(
        ({ cells }) => !cells.some((cell) => /^(项目名称|招商项目|项目全称|签约项目名称)$/.test(cell?.text ?? '')),
      ),
  ],
  ['a column that nobody knows', changed((text) => text.replace(/^备考\d+号$/, '…'))],
])(
  'and whoever misses %s is found out',
  async (_what, change) => {
    let found = 0;
    for (let seed = 1; seed <= 20; seed += 1) found += (await checked(seed, change)).length;
    expect(found).toBeGreaterThan(0);
  },
  600_000,
);
