import { chanceOf, type Chance } from './chance.ts';
import { amountCell, number, text } from './cells.ts';
import type { Project } from './project.ts';
import { sheetOf, type Drawing, type DrawnSheet } from './sheet.ts';
import { drawColumns, drawFields, drawHead, drawRow, type Style } from './table.ts';

export interface List {
  readonly projects: readonly Project[];
  readonly signed: boolean;
}
type Columns = ReturnType<typeof drawColumns>;

const TITLES = ['某区招商引资项目台账', '2025年招商项目情况统计表', '附件1', '重点招商项目推进情况表'];

/** What stands above a table: a title, who fills it in, the unit in a corner. */
const drawTop = (random: Chance, sheet: Drawing, style: Style, width: number): void => {
  const own = style.unitIn === 'title' ? `（单位：${style.scale}）` : '';
  const title = style.year === null ? random.pick(TITLES) : `${style.year}年项目情况表`;
  const blank = Array.from({ length: width - 1 }, () => undefined);
  const titled = own !== '' || style.year !== null || random.often(0.6);
  if (titled) {
    const top = sheet.push([text(`${title}${own}`), ...blank]);
    if (random.often(0.6)) sheet.merge(top, 0, top, width - 1);
  }
  if (random.often(0.2))
    sheet.push([text('填报单位：某区投资促进局（盖章）'), ...blank.slice(1), text('填报日期：2026年3月1日')]);
  if (style.unitIn === 'corner')
    sheet.push([
      ...blank,
      text(random.pick([`单位：${style.scale}`, `计量单位：${style.scale}`, `金额单位：${style.scale}`])),
    ]);
  if (!titled && style.unitIn !== 'corner' && random.often(0.3)) sheet.push([], { gap: 1 + random.below(8) });
};

const sumRow = (random: Chance, sheet: Drawing, columns: Columns, projects: readonly Project[], style: Style): void => {
  const total = projects.reduce((sum, { amount }) => sum + (amount.currency === 'CNY' ? amount.units : 0), 0);
  const first = columns.findIndex(({ told }) => told !== 'contracted' && told !== 'fixedAssets' && told !== 'foreign');
  const label = random.pick(['合计', '合 计', '总计', '小计', `合计（${projects.length}个）`]);
  sheet.push(
    columns.map(({ told }, at) =>
      at === first
        ? text(label)
        : told === 'contracted' && total > 0
          ? amountCell(random, total, style.scale, null)
          : undefined,
    ),
  );
  sheet.pass();
};

const headAgain = (sheet: Drawing, columns: Columns): void => {
  sheet.push(columns.map(({ path }) => text(path.at(-1)!)));
  sheet.pass();
};

/** The row of a project once more, its name with other brackets and blanks: it waits. */
const drawTwin = (random: Chance, sheet: Drawing, columns: Columns, project: Project): void => {
  const other = random.pick([
    project.name.replace('（', '(').replace('）', ')'),
    `${project.name.slice(0, 2)} ${project.name.slice(2)}`,
    `${project.name}　`,
  ]);
  sheet.push(columns.map(({ told, cell }) => (told === 'name' ? text(other) : cell(project, 0))));
  sheet.doubt('same-project', ...(columns.some(({ told }) => told === 'code') ? ['code-used'] : []));
};

/** A line that parts a table: the projects below it lie there. A park of industry is no region. */
const drawDistrict = (sheet: Drawing, list: readonly Project[], { region }: Project): void => {
  const regions = [...new Set(list.map((one) => one.region))];
  const count = list.filter((one) => one.region === region).length;
  sheet.push([text(`${'一二三四五六'[regions.indexOf(region)]}、${region}（${count}个）`)]);
  sheet.pass();
};

const NOTES: readonly ((scale: string) => string)[] = [
  (scale) => `注：金额单位为${scale}`,
  (scale) => `备注：1.本表金额单位：${scale}。`,
  (scale) => `注：本表除外资为万美元外均为${scale}`,
];

/** One table with everything that stands in and under it. */
const drawTable = (random: Chance, sheet: Drawing, columns: Columns, { projects }: List, style: Style): void => {
  drawHead(sheet, columns, 0);
  if (style.unitIn === 'line')
    sheet.push(
      columns.map(({ told }) =>
        told === 'contracted' || told === 'fixedAssets' ? text(`（${style.scale}）`) : undefined,
      ),
    );
  if (random.often(0.2)) {
    sheet.push(columns.map((_, index) => (index < 4 ? text('甲乙丙丁'[index]!) : number(String(index - 3)))));
    sheet.pass();
  }
  if (random.often(0.15)) sumRow(random, sheet, columns, projects, style);
  const region = columns.findIndex(({ told }) => told === 'region');
  const merged = region >= 0 && random.often(0.3);
  const districts = region < 0 && chanceOf(projects[0]!.name, 1).often(0.4);
  const list = merged || districts ? [...projects].sort((a, b) => (a.region < b.region ? -1 : 1)) : projects;
  const sections = !merged && random.often(0.2) && !districts;
  let from = -1; // the first row of the block of one region
  list.forEach((project, index) => {
    if (sections && index % 3 === 0) {
      const row = sheet.push([
        text(
          `${'一二三四五'[index / 3]}、${random.pick(['工业项目', '服务业项目', '农业项目'])}${index === 0 ? '（3个）' : ''}`,
        ),
      ]);
      if (random.often(0.5)) sheet.merge(row, 0, row, columns.length - 1);
      sheet.pass();
    }
    if (districts) {
      if (list[index - 1]?.region !== project.region) drawDistrict(sheet, list, project);
      sheet.place(project.name, project.region.endsWith('园') ? '—' : project.region);
    }
    const own = merged && index > 0 && list[index - 1]!.region === project.region;
    const row = drawRow(sheet, columns, project, index, 0, {
      gap: !merged && random.often(0.1) ? 2 : 1,
      hidden: random.often(0.04),
      fails: random.often(0.03),
    });
    if (!merged && random.often(0.04)) drawTwin(random, sheet, columns, project);
    if (merged && own) sheet.clear(row, region);
    if (merged && !own) from = row;
    if (merged && list[index + 1]?.region !== project.region) sheet.merge(from, region, row, region);
    if (!merged && random.often(0.06)) headAgain(sheet, columns);
    if (sections && index % 3 === 2) sumRow(random, sheet, columns, list.slice(index - 2, index + 1), style);
  });
  if (random.often(0.4)) sumRow(random, sheet, columns, projects, style);
  if (style.unitIn === 'note') {
    sheet.push([text(chanceOf(projects[0]!.name, 2).pick(NOTES)(style.scale))]);
    sheet.pass();
  }
  if (random.often(0.2)) {
    sheet.push([
      text(
        random.pick([
          '注：本表数据截至上月底。',
          '说明：1.签约项目以合同为准；2.金额单位见表头。',
          '填表人：张三',
          '审核：',
        ]),
      ),
    ]);
    sheet.pass();
  }
};

const styled = (random: Chance, list: List, style: Style): Columns =>
  drawColumns(random, drawFields(random, list.signed, style), list.signed, style);

/** The next page of a list, without heads of its own. */
const drawPage = (random: Chance, columns: Columns, projects: readonly Project[], style: Style): DrawnSheet => {
  const sheet = sheetOf('续页');
  if (random.often(0.5)) sheet.push([text(random.pick(['续表', '（续表）', '续上表']))]);
  projects.forEach((project, index) => drawRow(sheet, columns, project, index + 3, 0));
  if (random.often(0.4)) sumRow(random, sheet, columns, projects, style);
  return sheet.finish();
};

/** The lists on sheets of their own, below each other, beside each other, or over two sheets with one head. */
export const drawLists = (random: Chance, lists: readonly List[], style: Style): readonly DrawnSheet[] => {
  const [first, second] = lists;
  const how = second === undefined ? 'apart' : random.pick(['apart', 'apart', 'below', 'beside'] as const);
  const own: Style = how === 'beside' ? { ...style, unitIn: 'header', over: false } : style;
  const columnsOf = lists.map((list) => styled(random, list, own));
  if (how === 'beside') {
    const sheet = sheetOf('对照');
    drawTop(random, sheet, style, columnsOf[0]!.length);
    return [drawBeside(sheet, columnsOf, lists)];
  }
  if (how === 'below') {
    const sheet = sheetOf('台账');
    lists.forEach((list, index) => {
      if (index === 0) drawTop(random, sheet, style, columnsOf[0]!.length);
      else {
        sheet.push([text(list.signed ? '二、签约项目' : '二、在谈项目')], { gap: 2 });
        sheet.pass();
        if (style.unitIn === 'corner' || style.unitIn === 'title') {
          sheet.push([text(`单位：${style.scale}`)]);
          sheet.pass();
        }
      }
      drawTable(random, sheet, columnsOf[index]!, list, style);
    });
    return [sheet.finish()];
  }
  const sheets = lists.flatMap((list, index) => {
    const sheet = sheetOf(list.signed ? '签约项目' : '在谈项目');
    const columns = columnsOf[index]!;
    drawTop(random, sheet, style, columns.length);
    const { projects } = list;
    const goesOn = list.signed && projects.length > 4 && style.currencies === 'cells' && random.often(0.3);
    const first = goesOn ? projects.slice(0, 3) : projects;
    drawTable(random, sheet, columns, { ...list, projects: first }, style);
    return goesOn ? [sheet.finish(), drawPage(random, columns, projects.slice(3), style)] : [sheet.finish()];
  });
  return first === undefined ? [] : sheets;
};

/** Two tables with heads on one row, a blank column between them. */
const drawBeside = (sheet: Drawing, columnsOf: readonly Columns[], lists: readonly List[]): DrawnSheet => {
  const [left, right] = [columnsOf[0]!, columnsOf[1]!];
  const from = left.length + 1;
  const depth = Math.max(...[...left, ...right].map(({ path }) => path.length));
  const whole = [...left.map(({ path }) => path), [], ...right.map(({ path }) => path)];
  const top = sheet.last() + 1;
  for (let level = 0; level < depth; level += 1)
    sheet.push(
      whole.map((path) =>
        path[level + path.length - depth] === undefined ? undefined : text(path[level + path.length - depth]!),
      ),
    );
  whole.forEach((path, column) => {
    if (path.length > 0 && path.length < depth) {
      sheet.set(top, column, text(path[0]!));
      sheet.clear(top + depth - 1, column);
      sheet.merge(top, column, top + depth - 1, column);
    }
  });
  const longest = Math.max(...lists.map(({ projects }) => projects.length));
  for (let index = 0; index < longest; index += 1) {
    const [one, other] = [lists[0]!.projects[index], lists[1]!.projects[index]];
    const cells = [
      ...left.map(({ cell }) => (one === undefined ? undefined : cell(one, index))),
      undefined,
      ...right.map(({ cell }) => (other === undefined ? undefined : cell(other, index))),
    ];
    const row = sheet.push(cells);
    cells.forEach((cell, column) => {
      const own = column < from ? left[column] : right[column - from];
      if (cell !== undefined && own !== undefined && !['sequence', 'currency'].includes(own.told))
        sheet.say({
          row,
          column,
          header: own.path.join(' '),
          told: own.told,
          project: (column < from ? one : other)!.name,
        });
    });
  }
  return sheet.finish();
};
