import type { KnownProject } from '#domain';
import { bureau } from './bureau.ts';
import { fileOf } from './drawn/file.ts';
import { drawLedger } from './drawn/ledger.ts';

const SEEDS = Number(process.env['LEDGERS'] ?? 15);
const FIRST = Number(process.env['LEDGER_SEED'] ?? 1);

const moneyOf = ({ arrivals }: KnownProject): number =>
  arrivals.reduce((sum, { amount }) => sum + Number(amount.amount), 0);

/** What two issues of one bureau's workbook, told one after the other, have made of it otherwise than the facts are. */
const doubled = async (seed: number): Promise<readonly string[]> => {
  const [first, second] = [drawLedger(seed, 0), drawLedger(seed, 1)];
  const { give, live } = bureau();
  await give(await fileOf(first.sheets), { name: `${seed}-first.xlsx` });
  await give(await fileOf(second.sheets), { name: `${seed}-second.xlsx` });
  const stored = await live();
  const wrong: string[] = [];
  if (stored.length !== first.projects.length) wrong.push(`${stored.length} projects, not ${first.projects.length}`);
  const tells = new Set(
    [first, second].flatMap(({ sheets }) =>
      sheets.flatMap(({ said }) => said.flatMap(({ told, project }) => (told === 'arrivals' ? [project] : []))),
    ),
  );
  for (const { name, signedOn, amount, arrivals } of first.projects) {
    const one = stored.find(({ title }) => title === name);
    if (one === undefined) {
      wrong.push(`no ${name}`);
      continue;
    }
    const contracted = Number((one.contract?.contracted ?? one.intendedAmount)?.amount);
    if (contracted !== amount.units) wrong.push(`${name}: ${contracted}, not ${amount.units}`);
    if ((one.contract?.on.slice(0, 7) ?? null) !== (signedOn?.slice(0, 7) ?? null))
      wrong.push(`${name} ${one.contract?.on}`);
    const told = tells.has(name) ? arrivals : [];
    const sum = told.reduce((all, arrived) => all + arrived.amount.units, 0);
    if (moneyOf(one) !== sum) wrong.push(`${name}: ${moneyOf(one)} arrived, not ${sum}`);
  }
  return wrong.map((one) => `${seed}: ${one}`);
};

it(`of ${SEEDS} bureaus the next issue of the workbook, sorted anew, under other heads, money by the month and no longer by the day, doubles nothing`, async () => {
  const wrong: string[] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) wrong.push(...(await doubled(seed)));
  expect(wrong).toEqual([]);
}, 1_800_000);
