import type { Cell } from '../../../libs/imports/src/files/sheet.ts';
import type { Chance } from './chance.ts';
import { text } from './cells.ts';
import type { Project } from './project.ts';
import { sheetOf, type DrawnSheet } from './sheet.ts';
import { drawColumns, drawFields, type Style } from './table.ts';

/** 项目信息表: labels with their values beside them, one card a project. */
export const drawCards = (random: Chance, projects: readonly Project[], style: Style): DrawnSheet => {
  const sheet = sheetOf('信息表');
  const own: Style = { ...style, unitIn: 'header', groups: 'none', over: false, currencies: 'cells', year: null };
  const fields = drawFields(random, true, own).filter((told) => told !== 'sequence');
  const columns = drawColumns(random, ['name', ...fields.filter((told) => told !== 'name')], true, own);
  for (const [index, project] of projects.entries()) {
    sheet.push([text('项目信息表')], { gap: index === 0 ? 1 : 2 });
    const entries = columns.flatMap(({ path, cell, told }) => {
      const value = cell(project, index);
      return value === undefined ? [] : [{ label: path.at(-1)!, value, told }];
    });
    const pairs = 1 + random.below(2);
    for (let at = 0; at < entries.length; at += pairs) {
      const some = entries.slice(at, at + pairs);
      const row = sheet.push(some.flatMap(({ label, value }): Cell[] => [text(label), value]));
      some.forEach(({ label, told }, place) =>
        sheet.say({ row, column: 2 * place + 1, header: label, told, project: project.name }),
      );
    }
  }
  return sheet.finish();
};

/** A table on its side: labels down the first column, a project in each column beside it. */
export const drawSideways = (random: Chance, projects: readonly Project[], style: Style): DrawnSheet => {
  const sheet = sheetOf('横表');
  const own: Style = { ...style, unitIn: 'header', groups: 'none', over: false, currencies: 'cells', year: null };
  const columns = drawColumns(random, drawFields(random, true, own), true, own);
  for (const { path, cell, told } of columns) {
    const row = sheet.push([text(path.at(-1)!), ...projects.map((project, index) => cell(project, index))]);
    if (told !== 'sequence')
      projects.forEach(({ name }, index) =>
        sheet.say({ row, column: index + 1, header: path.at(-1)!, told, project: name }),
      );
  }
  return sheet.finish();
};
