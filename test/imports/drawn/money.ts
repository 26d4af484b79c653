import { chanceOf, type Chance } from './chance.ts';
import { amountCell, dayCell, number, text, type Scale } from './cells.ts';
import type { Project } from './project.ts';
import { sheetOf, type DrawnSheet } from './sheet.ts';

const DAY = ['到账日期', '到账时间', '到位时间', '资金到位时间', '到资时间', '到账年月日'];
const AMOUNT = ['到账金额', '到位金额', '到位资金', '到账资金', '实际到位资金', '本次到账金额'];
const PART = ['其中：省外', '其中：外资', '省外资金'];
const NAME = ['项目名称', '招商项目', '项目全称'];

/** The share of an amount that came from beyond the province: nothing, half of it, all. */
const partOf = (units: number, random: Chance): number =>
  units % 200_000 === 0 ? (units * random.below(3)) / 2 : units;

/** A list of single arrivals: one a row, with its project's name, or under a name merged over all of them; some tell a part of each amount in a column of its own. */
export const drawArrivals = (random: Chance, projects: readonly Project[], scale: Scale): DrawnSheet => {
  const sheet = sheetOf('资金到位');
  const own = chanceOf(projects[0]!.name, 5);
  const [part, merged] = [own.often(0.3) ? own.pick(PART) : null, own.often(0.3)];
  const heads = [random.pick(NAME), random.pick(DAY), `${random.pick(AMOUNT)}（${scale}）`];
  if (random.often(0.5)) sheet.push([text('项目资金到位情况表')]);
  sheet.push([text('序号'), ...heads.map(text), ...(part === null ? [] : [text(part)])]);
  const byProject = projects.flatMap((project) => project.arrivals.map((one) => ({ project, one })));
  const shuffled = random.shuffled(byProject);
  const all = merged ? byProject : shuffled;
  let from = -1; // the first row of a project
  all.forEach(({ project, one }, index) => {
    const again = merged && all[index - 1]?.project === project;
    const inPart = part === null ? 0 : partOf(one.amount.units, own);
    const row = sheet.push([
      number(String(index + 1)),
      again ? undefined : text(project.name),
      dayCell(random, one.on, null),
      amountCell(random, one.amount.units, scale, null),
      ...(inPart === 0 ? [] : [amountCell(own, inPart, scale, null)]),
    ]);
    if (!again) from = row;
    if (merged && all[index + 1]?.project !== project && row > from) sheet.merge(from, 1, row, 1);
    sheet.say({ row, column: 2, header: heads[1]!, told: 'arrivals', project: project.name });
    sheet.say({ row, column: 3, header: heads[2]!, told: 'arrivals', project: project.name });
  });
  if (random.often(0.4)) {
    const sum = all.reduce((total, { one }) => total + one.amount.units, 0);
    sheet.push([text('合计'), undefined, undefined, amountCell(random, sum, scale, null)]);
    sheet.pass();
  }
  return sheet.finish();
};

/** The same money with a column a month under the heads of its years. Months of one project are added up. */
export const drawMonths = (random: Chance, projects: readonly Project[], scale: Scale): DrawnSheet => {
  const sheet = sheetOf('分月到资');
  const months = [...new Set(projects.flatMap(({ arrivals }) => arrivals.map(({ on }) => on.slice(0, 7))))].sort();
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const columns = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
  );
  const title = sheet.push([text(`项目到位资金分月情况表（${scale}）`)]);
  sheet.merge(title, 0, title, columns.length);
  const withSum = random.often(0.5);
  if (random.often(0.5)) {
    const top = sheet.push([
      text('项目名称'),
      ...columns.map((month) => (month.endsWith('-01') ? text(`${month.slice(0, 4)}年`) : undefined)),
      ...(withSum ? [text('累计')] : []),
    ]);
    sheet.push([undefined, ...columns.map((month) => text(`${Number(month.slice(5))}月`))]);
    sheet.merge(top, 0, top + 1, 0);
    years.forEach((_, index) => sheet.merge(top, 1 + 12 * index, top, 12 + 12 * index));
  } else
    sheet.push([
      text('项目名称'),
      ...columns.map((month) => text(`${month.slice(0, 4)}年${Number(month.slice(5))}月`)),
      ...(withSum ? [text('累计')] : []),
    ]);
  for (const { name, arrivals } of projects.filter((one) => one.arrivals.length > 0)) {
    const sums = columns.map((month) =>
      arrivals.filter(({ on }) => on.startsWith(month)).reduce((sum, { amount }) => sum + amount.units, 0),
    );
    const whole = sums.reduce((sum, one) => sum + one, 0);
    const row = sheet.push([
      text(name),
      ...sums.map((units) =>
        units === 0 ? random.pick([undefined, text('/'), number('0')]) : amountCell(random, units, scale, null),
      ),
      ...(withSum ? [amountCell(random, whole, scale, null)] : []),
    ]);
    sums.forEach((units, index) => {
      if (units > 0) sheet.say({ row, column: index + 1, header: columns[index]!, told: 'arrivals', project: name });
    });
  }
  return sheet.finish();
};

/** The same money with a column a year, under heads that say so. */
export const drawYears = (random: Chance, projects: readonly Project[], scale: Scale): DrawnSheet => {
  const sheet = sheetOf('历年到资');
  const years = [...new Set(projects.flatMap(({ arrivals }) => arrivals.map(({ on }) => on.slice(0, 4))))].sort();
  const head = random.pick(['年到位', '年到位资金', '年实际到位资金', '年度到账资金']);
  sheet.push([text('项目名称'), ...years.map((year) => text(`${year}${head}（${scale}）`))]);
  for (const { name, arrivals } of projects) {
    const sums = years.map((year) =>
      arrivals.filter(({ on }) => on.startsWith(year)).reduce((sum, { amount }) => sum + amount.units, 0),
    );
    const row = sheet.push([
      text(name),
      ...sums.map((units) =>
        units === 0 ? random.pick([undefined, text('/')]) : amountCell(random, units, scale, null),
      ),
    ]);
    sums.forEach((units, index) => {
      if (units === 0) return;
      sheet.say({ row, column: index + 1, header: years[index]!, told: 'arrivals', project: name });
      sheet.doubt('known-to-quarter');
    });
  }
  return sheet.finish();
};
