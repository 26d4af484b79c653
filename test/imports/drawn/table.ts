import type { Cell } from '../../../libs/imports/src/files/sheet.ts';
import { amountCell, dayCell, dirty, inScale, monthCell, nothing, number, text, type Scale } from './cells.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Project } from './project.ts';
import type { Drawing } from './sheet.ts';
import { GROUPS, INTENDED, VAGUE, WORDS, type Told } from './words.ts';

/** How the tables of one ledger are laid out and worded. */
export interface Style {
  readonly scale: Scale;
  readonly unitIn: 'header' | 'corner' | 'title' | 'line' | 'note';
  readonly groups: 'none' | 'plain' | 'vague';
  readonly over: boolean; // a line of parts over the groups
  readonly year: string | null; // in the title; then days leave theirs out
  readonly currencies: 'cells' | 'column' | 'beside'; // where a foreign amount says that it is one
}
interface Column {
  readonly told: Told | 'currency' | 'foreign';
  readonly path: readonly string[]; // from the highest group to its own name
  readonly cell: (project: Project, index: number) => Cell | undefined;
}

const UNKNOWN_START = ['未开工', '尚未开工'];

const cellOf = (random: Chance, told: Told, style: Style): Column['cell'] => {
  const { scale, year } = style;
  const day = (iso: string, monthly: boolean): Cell =>
    monthly ? monthCell(random, iso, year) : dayCell(random, iso, year);
  const amount = (units: number, currency: string): Cell =>
    amountCell(random, units, scale, currency === 'CNY' ? null : currency);
  return (project, index) => {
    const { amount: whole, fixedAssets } = project;
    if (told === 'sequence') return random.often(0.9) ? number(String(index + 1)) : text(String(index + 1));
    if (told === 'contracted') {
      if (style.currencies === 'beside' && whole.currency !== 'CNY') return nothing(random);
      if (style.currencies === 'column' && whole.currency !== 'CNY') return number(inScale(whole.units, scale));
      return amount(whole.units, whole.currency);
    }
    if (told === 'fixedAssets') return fixedAssets === null ? nothing(random) : amount(fixedAssets.units, 'CNY');
    if (told === 'signedOn')
      return project.signedOn === null ? nothing(random) : day(project.signedOn, project.monthly);
    if (told === 'startOn')
      return project.startOn === null ? nothing(random, ...UNKNOWN_START) : day(project.startOn, project.monthly);
    if (told === 'productionOn')
      return project.productionOn === null ? nothing(random, '未投产') : day(project.productionOn, project.monthly);
    if (told === 'progress') return project.progress === null ? nothing(random) : text(project.progress);
    if (told === 'agreedStart') return project.agreed?.cell ?? nothing(random);
    return dirty(random, project[told]);
  };
};

const NEEDED: readonly Told[] = ['name', 'investor', 'contracted'];
const SOMETIMES: readonly (readonly [Told, number])[] = [
  ['sequence', 0.6],
  ['code', 0.6],
  ['industry', 0.4],
  ['region', 0.7],
  ['unit', 0.6],
  ['leader', 0.5],
  ['fixedAssets', 0.4],
  ['agreedStart', 0.4],
  ['startOn', 0.8],
  ['productionOn', 0.4],
  ['progress', 0.7],
  ['remark', 0.8],
];

/** The fields that a table of these projects has, those of one group beside each other. */
export const drawFields = (random: Chance, signed: boolean, style: Style): readonly Told[] => {
  const fields: Told[] = [
    ...NEEDED,
    ...SOMETIMES.flatMap(([told, share]) => (random.often(share) ? [told] : [])),
    ...(signed ? (['signedOn'] as const) : []),
  ].filter((told) => signed || !['agreedStart', 'startOn', 'productionOn', 'fixedAssets'].includes(told));
  if (!fields.includes('startOn')) fields.splice(0, fields.length, ...fields.filter((told) => told !== 'productionOn')); // what produces has started
  const rest = random.shuffled(fields.filter((told) => told !== 'sequence'));
  const ordered =
    style.groups === 'none'
      ? rest
      : [
          ...GROUPS.flatMap(({ of }) => rest.filter((told) => of.includes(told))),
          ...rest.filter((told) => !GROUPS.some(({ of }) => of.includes(told))),
        ];
  return [...fields.filter((told) => told === 'sequence'), ...ordered];
};

/** The columns of a table: each with its heads and how it tells a project. */
export const drawColumns = (
  random: Chance,
  fields: readonly Told[],
  signed: boolean,
  style: Style,
): readonly Column[] => {
  const groupNames = new Map(GROUPS.map((group) => [group, random.pick(group.name)]));
  const inHead = style.unitIn === 'header' ? `（${style.scale}）` : '';
  const behind = fields.indexOf('contracted') < fields.indexOf('fixedAssets') && style.currencies !== 'beside';
  const inThatOfItsWhole = behind && chanceOf(fields.join(), 4).often(0.4); // 其中：固投 behind 总投资（亿元）
  return fields.flatMap((told): Column[] => {
    const own = told === 'contracted' && !signed ? random.pick(INTENDED) : random.pick(WORDS[told]);
    const money = told === 'contracted' || told === 'fixedAssets';
    const vague = style.groups === 'vague' && (signed || told !== 'contracted') ? VAGUE[told] : undefined;
    const group = GROUPS.find(({ of }) => of.includes(told));
    const name = group === undefined ? undefined : groupNames.get(group);
    const unit = money && !(told === 'fixedAssets' && inThatOfItsWhole) ? inHead : '';
    const names =
      vague !== undefined
        ? [vague[0], `${vague[1]}${unit}`]
        : style.groups === 'none' || name === undefined
          ? [`${own}${unit}`]
          : [name, `${own}${unit}`];
    const path =
      style.over && names.length > 1
        ? [told === 'contracted' || told === 'fixedAssets' ? PARTS[1] : PARTS[0], ...names]
        : names;
    const column: Column = { told, path, cell: cellOf(random, told, style) };
    if (told !== 'contracted') return [column];
    if (style.currencies === 'column')
      return [column, { told: 'currency', path: ['币种'], cell: ({ amount }) => text(CURRENCY[amount.currency]!) }];
    if (style.currencies !== 'beside') return [column];
    const beside = path.with(-1, `${vague === undefined ? own : vague[1]}（万美元）`);
    const foreign = ({ amount }: Project): Cell | undefined =>
      amount.currency === 'CNY' ? nothing(random) : number(String(amount.units / 10_000));
    return [column, { told: 'foreign', path: beside, cell: foreign }];
  });
};
const PARTS = ['第一部分', '第二部分'] as const;
const CURRENCY: Readonly<Record<string, string>> = { CNY: '人民币', USD: '美元', HKD: '港币', EUR: '欧元' };

/** Writes the head of a table: each group merged over its columns, line by line, its names merged down where they have none. Answers the row of the names. */
export const drawHead = (sheet: Drawing, columns: readonly Column[], left: number): number => {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const before = Array.from({ length: left }, () => undefined);
  const top = sheet.last() + 1;
  for (let level = 0; level < depth; level += 1)
    sheet.push([...before, ...columns.map(({ path }) => (path[level] === undefined ? undefined : text(path[level]!)))]);
  const groupOf = (index: number, level: number): string | null => {
    const path = columns[index]?.path ?? [];
    return path.length - 1 > level ? path.slice(0, level + 1).join('\n') : null;
  };
  columns.forEach(({ path }, index) => {
    if (path.length < depth) sheet.merge(top + path.length - 1, left + index, top + depth - 1, left + index);
    for (let level = 0; level < path.length - 1; level += 1) {
      const group = groupOf(index, level);
      if (index > 0 && groupOf(index - 1, level) === group) continue;
      let right = index;
      while (groupOf(right + 1, level) === group) right += 1;
      for (let column = index + 1; column <= right; column += 1) sheet.clear(top + level, left + column);
      sheet.merge(top + level, left + index, top + level, left + right);
    }
  });
  return top + depth - 1;
};

/** Columns in which an error leaves the row sound. */
const MAY_FAIL: readonly Column['told'][] = ['industry', 'leader', 'unit'];
const FAILED: Cell = { text: '#N/A', kind: 'error' };

/** One row of a table: what it says of a project. */
export const drawRow = (
  sheet: Drawing,
  columns: readonly Column[],
  project: Project,
  index: number,
  left: number,
  how: { readonly gap?: number; readonly hidden?: boolean; readonly fails?: boolean } = {},
): number => {
  const failing = how.fails === true ? columns.findIndex(({ told }) => MAY_FAIL.includes(told)) : -1;
  const plain = columns.map(({ cell }, at) => (at === failing ? FAILED : cell(project, index)));
  const marks = chanceOf(project.name, index);
  const [strikes, pins, about] = [marks.often(0.05), marks.often(0.05), marks.often(0.05)];
  const cells = plain.map((cell, at) => {
    if (
      about &&
      project.signed &&
      !strikes &&
      columns[at]!.told === 'contracted' &&
      cell?.kind === 'text' &&
      /^\d[\d.]*([亿万]?元?)$/.test(cell.text)
    ) {
      sheet.doubt('amount-about');
      return { kind: 'text' as const, text: `约${cell.text}` };
    }
    if (!strikes || columns[at]!.told !== 'contracted' || cell?.kind !== 'text' || !/\d/.test(cell.text)) return cell;
    sheet.doubt('part-struck-out');
    return { ...cell, struckPart: '1234' };
  });
  if (failing >= 0) sheet.doubt('not-understood');
  const row = sheet.push([...Array.from({ length: left }, () => undefined), ...cells], how);
  if (pins) sheet.pin({ row, column: left + marks.below(columns.length), text: '待核实' });
  cells.forEach((cell, column) => {
    const header = columns[column]!.path.join(' ');
    if (cell !== undefined && cell !== FAILED && !['sequence', 'currency'].includes(columns[column]!.told))
      sheet.say({ row, column: left + column, header, told: columns[column]!.told, project: project.name });
  });
  return row;
};
