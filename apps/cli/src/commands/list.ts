import { inUnit, type Money } from '#domain';
import { listNamed, LISTS, UnknownField, type Condition, type ListDefinition } from '#projections';
import { condition, HELD, heldRows, wholeList, upToDate } from '#office';
import type { OpenOffice } from '#office';
import { sayMoney } from '#reporting';
import { answer, Refused, table, type Options } from '../output.ts';
import { momentOf, type Moment } from '../time.ts';
import { usage, type Usage } from '../usage.ts';
import { wordsIn } from '../words.ts';
import type { Command } from 'commander';
import { moments, narrowed, type Commands } from '../command-line.ts';

interface ListOptions extends Moment {
  readonly unit?: string;
  readonly where?: readonly string[];
}

export const listNames = (options: Options): void => {
  const lists = [...LISTS.map(({ name, title }) => ({ name, title })), HELD];
  if (options.json) answer({ lists });
  else process.stdout.write(`${table(lists.map(({ name, title }) => [name, title[options.lang]]))}\n`);
};

export const unknownField = ({ field, message }: UnknownField): Usage => usage(`清单没有这个字段：${field}`, message);

const conditionsOf = (where: readonly string[]): readonly Condition[] =>
  where.map((text) => {
    try {
      return condition(text);
    } catch (error) {
      if (error instanceof UnknownField) throw unknownField(error);
      throw usage(
        `不是条件：${text}（写作 字段=值、字段~部分、字段>=值 或 字段<=值）`,
        `not a condition: ${text} (write field=value, field~part, field>=value or field<=value)`,
      );
    }
  });

/** In 万元 under their header; what is in another currency says so. */
const contractedIn = (money: Money): string =>
  money.currency === 'CNY' ? inUnit(money, '万元') : sayMoney(money, '万元');

/** A whole list as it was on a day, as known at an instant. */
export const list = async (office: OpenOffice, name: string, asked: ListOptions, options: Options): Promise<void> => {
  const definition: ListDefinition | null = listNamed(name);
  if (definition === null && name !== HELD.name)
    throw new Refused(
      'list-unknown',
      { zh: `没有这个清单：${name}`, en: `There is no such list: ${name}` },
      { lists: [...LISTS.map((one) => one.name), HELD.name] },
    );
  const extra = conditionsOf(asked.where ?? []);
  await upToDate(office);
  const moment = await momentOf(office, asked);
  const position = Number(moment.position ?? (await office.store.head()));
  const head = { list: name, asOf: moment.day, asKnown: moment.asKnown, position };
  if (definition === null) {
    const rows = await heldRows(office.store, moment.position);
    const none = {
      total: rows.length,
      sums: { contracted: [] },
      colours: { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 },
    };
    if (options.json) answer({ ...head, ...none, rows });
    else
      process.stdout.write(
        `${table(rows.map(({ sheet, row, code, name: title }) => [sheet, String(row), code ?? '', title ?? '']))}\n`,
      );
    return;
  }
  const units = await office.organisation.names();
  const below = asked.unit === undefined ? null : (units.subtree(asked.unit) ?? [asked.unit]);
  const question = {
    list: definition,
    asOf: moment,
    scope: { all: true } as const,
    where: [...extra, ...(below === null ? [] : [{ field: 'unit', is: below }])],
  };
  const { rows, totals } = await office.personal.open(await wholeList(office, question));
  if (options.json) {
    answer({ ...head, ...totals, rows });
    return;
  }
  const zh = options.lang === 'zh';
  const words = wordsIn(options.lang);
  process.stdout.write(
    `${definition.title[options.lang]} · ${moment.day} · ${totals.total}\n${table([
      zh
        ? ['颜色', '编号', '名称', '责任单位', '签约日期', '合同额（万元）', '卡在哪', '逾期']
        : ['colour', 'code', 'name', 'unit', 'signed on', 'contracted (万元)', 'stuck at', 'late'],
      ...rows.map((row) => [
        row.colour === null ? '' : words.colour(row.colour),
        row.code,
        row.name,
        row.unit?.name ?? '',
        row.signedOn ?? '',
        row.contracted === null ? '' : contractedIn(row.contracted),
        row.clock === null ? '' : words.clock(row.clock),
        words.late(row.daysLate),
      ]),
    ])}\n`,
  );
};

/** Lists, as they are on any day. */
export const offerLists = ({ command, working, optionsOf }: Commands): void => {
  narrowed(moments(command('list [name]', 'a list; alone, the names of all'))).action(
    (name: string | undefined, asked: ListOptions, self: Command) => {
      const options = optionsOf(self);
      return name === undefined ? listNames(options) : working(options, (office) => list(office, name, asked, options));
    },
  );
};
