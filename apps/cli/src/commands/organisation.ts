import type { UnitRow } from '#domain';
import { readWorkbook } from '#imports';
import { freshKey, importOrganisation, OPERATOR, type OpenOffice } from '#office';
import { answer, Refused, type Options } from '../output.ts';
import { dayOption } from '../time.ts';
import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';

const HEADERS: Readonly<Record<keyof Omit<UnitRow, 'row'>, RegExp>> = {
  code: /^(code|编码|编号|代码|单位编码|单位代码|机构编码|区域代码|区划代码)$/i,
  name: /^(name|名称|单位|单位名称|机构名称|全称|区域|区域名称)$/i,
  kind: /^(kind|type|类型|类别|种类|性质|单位类型|机构类型)$/i,
  parent: /^(parent|上级|上级编码|上级单位|隶属|所属|父级|上级代码|主管单位|上级名称)$/i,
};

/** The lines of a csv or xlsx of units; its columns may stand in any order, in Chinese or English. */
const readUnits = async (file: string): Promise<readonly UnitRow[]> => {
  for (const { rows } of await readWorkbook(file))
    for (const [index, header] of rows.entries()) {
      const columns = Object.entries(HEADERS).map(
        ([field, is]) =>
          [field, header.cells.findIndex((cell) => cell !== undefined && is.test(cell.text.trim()))] as const,
      );
      if (columns.find(([field]) => field === 'code')![1] < 0 || columns.find(([field]) => field === 'name')![1] < 0)
        continue;
      return rows.slice(index + 1).map(({ number, cells }) => ({
        row: number,
        ...Object.fromEntries(
          columns.flatMap(([field, column]) =>
            column < 0 || cells[column] === undefined ? [] : [[field, cells[column].text.trim()]],
          ),
        ),
      }));
    }
  throw new Refused('columns-missing', {
    zh: '文件里要有“编码（code）”和“名称（name）”两列。',
    en: 'The file must have the columns code and name.',
  });
};

const importUnitsFrom = async (
  office: OpenOffice,
  file: string,
  on: string | undefined,
  options: Options,
): Promise<void> => {
  const rows = await readUnits(file);
  const given = { caller: OPERATOR, key: freshKey(), ifVersion: null };
  const outcome = await importOrganisation(office, given, rows, on === undefined ? undefined : dayOption(on));
  const { created, changed, unchanged, rejected } = outcome;
  if (options.json) answer(outcome);
  else {
    process.stdout.write(
      `${options.lang === 'zh' ? `新增 ${created}，变更 ${changed}，未变 ${unchanged}，拒绝 ${rejected.length}` : `created ${created}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected.length}`}\n`,
    );
    for (const { row, message } of rejected) process.stdout.write(`${row}: ${message[options.lang]}\n`);
  }
  if (rejected.length > 0) process.exitCode = 1;
};

/** The organisation tree. */
export const offerOrganisation = ({ group, working, optionsOf }: Commands): void => {
  group('organisation', 'units and regions')('import <file>', 'import units from csv or xlsx')
    .option('--on <day>', 'since when they are so (else today)')
    .action((file: string, { on }: { readonly on?: string }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => importUnitsFrom(office, file, on, options));
    });
};
