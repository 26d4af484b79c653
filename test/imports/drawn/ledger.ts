import { drawCards, drawSideways } from './cards.ts';
import { chance, chanceOf, type Chance } from './chance.ts';
import { number, text } from './cells.ts';
import { drawLists, type List } from './lists.ts';
import { drawArrivals, drawMonths, drawYears } from './money.ts';
import { drawProject, REGIONS, type Project } from './project.ts';
import { sheetOf, type DrawnSheet } from './sheet.ts';
import type { Style } from './table.ts';

/** A target of a unit: what, for which year, how much in yuan. */
interface Target {
  readonly metric: string;
  readonly unit: string;
  readonly year: string;
  readonly yuan: string;
}
export interface DrawnLedger {
  readonly sheets: readonly DrawnSheet[];
  readonly projects: readonly Project[];
  readonly targets: readonly Target[];
  readonly money: 'days' | 'months' | 'years' | 'none'; // how its arrivals are told
}

const drawTargets = (random: Chance): { readonly sheet: DrawnSheet; readonly targets: readonly Target[] } => {
  const sheet = sheetOf('目标任务');
  const targets: Target[] = [];
  sheet.push([text('2026年招商引资目标任务分解表')]);
  sheet.push([text('序号'), text('责任单位'), text('签约金额（亿元）'), text('到位资金（万元）')]);
  REGIONS.slice(0, 2 + random.below(3)).forEach((unit, index) => {
    const [signed, arrived] = [1 + random.below(90), 100 + random.below(9_000)];
    const row = sheet.push([number(String(index + 1)), text(unit), number(String(signed)), number(String(arrived))]);
    sheet.say({ row, column: 2, header: '签约金额', told: 'target', project: unit });
    sheet.say({ row, column: 3, header: '到位资金', told: 'target', project: unit });
    targets.push(
      { metric: 'signed-amount', unit, year: '2026', yuan: `${signed}00000000.00` },
      { metric: 'domestic-arrived', unit, year: '2026', yuan: `${arrived}0000.00` },
    );
  });
  return { sheet: sheet.finish(), targets };
};

const drawExplanation = (): DrawnSheet => {
  const sheet = sheetOf('填表说明');
  sheet.push([text('一、本表由各县区招商部门填写，每月5日前报送。')]);
  sheet.push([text('二、金额以万元为单位，保留两位小数。')]);
  return { ...sheet.finish(), passedOver: 2 };
};

/** What is so, whoever writes it down. */
interface Facts {
  readonly signed: readonly Project[];
  readonly negotiated: readonly Project[];
  readonly carded: readonly Project[];
}

const drawFacts = (random: Chance): Facts => {
  const some = (signed: boolean, from: number, most: number): readonly Project[] =>
    Array.from({ length: 3 + random.below(most) }, (_, index) => drawProject(random, from + index, signed));
  return {
    signed: some(true, 1, 6),
    negotiated: random.often(0.4) ? some(false, 21, 3) : [],
    carded: random.often(0.15) ? some(true, 41, 1).slice(0, 1 + random.below(3)) : [],
  };
};

const drawStyle = (random: Chance, projects: readonly Project[]): Style => {
  const dollars = projects.every(({ amount }) => ['CNY', 'USD'].includes(amount.currency));
  const scale = random.pick(['亿元', '万元', '万元', '元'] as const);
  const unitIn = random.pick(['header', 'corner', 'title', 'line'] as const);
  const ofNote = chanceOf(projects[0]!.name, 3).often(0.15);
  return {
    scale,
    unitIn: ofNote ? 'note' : unitIn,
    groups: random.pick(['none', 'none', 'plain', 'vague']),
    over: random.often(0.4),
    year: random.often(0.15) ? '2023' : null,
    currencies: random.pick(['cells', 'column', dollars ? 'beside' : 'cells']),
  };
};

/**
 * A workbook of a bureau with its facts: kinds of sheets, layout, wording, units, order and dirt drawn from the seed.
 * `issue`: the same facts once more, in rows of another order, under other heads.
 */
export const drawLedger = (seed: number, issue = 0): DrawnLedger => {
  const { signed, negotiated, carded } = drawFacts(chance(seed));
  const random = chance(seed * 7_919 + issue);
  const projects = [...signed, ...negotiated, ...carded];
  const style = drawStyle(random, projects);
  const lists: readonly List[] = [
    { projects: random.shuffled(signed), signed: true },
    ...(negotiated.length > 0 ? [{ projects: random.shuffled(negotiated), signed: false }] : []),
  ];
  const drawn = drawLists(random, lists, style);
  const drawCard = carded.length > 1 && random.often(0.5) ? drawSideways : drawCards;
  const cards = carded.length === 0 ? [] : [drawCard(random, carded, style)];
  const told = signed.filter(({ arrivals }) => arrivals.length > 0);
  const finely = told.length === 0 ? 'none' : random.pick(['days', 'months', 'none'] as const);
  const money = finely === 'months' && chance(seed * 31 + issue).often(0.3) ? 'years' : finely;
  const drawMoney = { days: drawArrivals, months: drawMonths, years: drawYears, none: drawMonths }[money];
  const arrived = money === 'none' ? [] : [drawMoney(random, told, random.pick(['亿元', '万元']))];
  const aims = random.often(0.2) ? drawTargets(random) : null;
  const others = [...(aims === null ? [] : [aims.sheet]), ...(random.often(0.1) ? [drawExplanation()] : [])];
  return { sheets: [...drawn, ...cards, ...arrived, ...others], projects, targets: aims?.targets ?? [], money };
};
