import ExcelJS from 'exceljs';
import yauzl from 'yauzl';

/** What somebody reads who opens a printed report: its lines from title to foot, its tables, and each cited figure with its key and what it follows from. */
interface ReadReport {
  readonly lines: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[]; // rows without their header
  readonly cited: readonly (readonly [key: string, printed: string, follows: string])[];
}

const partOf = (zip: Buffer, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('end', () => reject(new Error(`no ${name}`)));
      file.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== name) return file.readEntry();
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => resolve(Buffer.concat(chunks).toString()));
        });
      });
      file.readEntry();
    });
  });

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const all = (markup: string, tag: string): readonly string[] =>
  [...markup.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, within]) => within!);
const filled = (lines: readonly string[]): readonly string[] => lines.map(plain).filter((line) => line !== '');
const tableOf = (markup: string, row: string, cell: string): readonly (readonly string[])[] =>
  all(markup, row).map((line) => all(line, cell).map(plain));

/** 签约数 = 1 ÷ 2（signed.change） */
const noteOf = (text: string, printed: string): ReadReport['cited'][number] => {
  const [, follows = '', key = ''] = /^ *(.*)（([^（）]*)）$/s.exec(text) ?? [];
  return [key, printed, follows];
};

export const readDocx = async (bytes: Buffer): Promise<ReadReport> => {
  const body = await partOf(bytes, 'word/document.xml');
  const notes = new Map(
    [...(await partOf(bytes, 'word/footnotes.xml')).matchAll(/<w:footnote w:id="(\d+)">(.*?)<\/w:footnote>/gs)].map(
      ([, id, note]) => [id, plain(note!)] as const,
    ),
  );
  const marks = [
    ...body.matchAll(
      /<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r><w:r>(?:(?!<w:t[ >]).)*?<w:footnoteReference w:id="(\d+)"/gs,
    ),
  ];
  return {
    lines: filled(all(body.replace(/<w:tbl>.*?<\/w:tbl>/gs, ''), 'w:p')),
    tables: all(body, 'w:tbl').map((table) => tableOf(table, 'w:tr', 'w:tc').slice(1)),
    cited: marks.map(([, printed, id]) => noteOf(notes.get(id)!, plain(printed!))),
  };
};

export const readHtml = (bytes: Buffer): ReadReport => {
  const [page] = bytes.toString().split('<section');
  const parts = bytes.toString().matchAll(/<section id="f\d+"><strong>(.*?)<\/strong>(.*?) <a href="#top">/gs);
  const lines = [...page!.matchAll(/<(p|h1|h2|h3|caption)(?: [^>]*)?>(.*?)<\/\1>/gs)].map(([, , text]) => text!);
  return {
    lines: filled(lines),
    tables: all(page!, 'tbody').map((table) => tableOf(table, 'tr', 'td')),
    cited: [...parts].map(([, printed, note]) => noteOf(plain(note!), plain(printed!))),
  };
};

const textOf = ({ value, numFmt }: ExcelJS.Cell): string => {
  if (typeof value === 'number') return numFmt?.includes('%') ? `${value.toFixed(2)}%` : String(value);
  return typeof value === 'string' ? value : '';
};
const rowsFrom = (sheet: ExcelJS.Worksheet, first: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.max(0, sheet.rowCount - first + 1) }, (_, at) =>
    Array.from({ length: sheet.columnCount }, (_cell, column) => textOf(sheet.getRow(first + at).getCell(column + 1))),
  );

/** The workbook of a report: `lines` are its sentences without heads and foot; the sheets behind figures are told by name. */
export const readWorkbook = async (
  bytes: Buffer,
): Promise<ReadReport & { readonly behind: ReadonlyMap<string, readonly (readonly string[])[]> }> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const names = book.worksheets.map(({ name }) => name);
  const at = names.indexOf('数字来源');
  const rows = (index: number, first: number) => rowsFrom(book.worksheets[index]!, first);
  return {
    lines: rows(0, 5).map(([text]) => text!),
    tables: names.slice(1, at).map((_, index) => rows(index + 1, 4)),
    cited: rows(at, 4).map(([key, printed, follows]) => [key!, printed!, follows!] as const),
    behind: new Map(names.slice(at + 1).map((name, index) => [name, rows(at + 1 + index, 4)])),
  };
};

/** A report as the API answers it. */
interface Answered {
  readonly blocks: readonly {
    readonly is: string;
    readonly title?: string;
    readonly rows?: readonly (readonly string[])[];
    readonly runs?: readonly ({ readonly text: string } | { readonly cited: number })[];
  }[];
  readonly figures: readonly { readonly key: string; readonly printed: string; readonly follows: string }[];
}
/** The same of the answer of the API: `lines` are its sentences and the titles of its tables. */
export const readAnswer = ({ blocks, figures }: Answered): ReadReport => ({
  lines: blocks.map(
    ({ title, runs = [] }) =>
      title ?? runs.map((run) => ('text' in run ? run.text : figures[run.cited]!.printed)).join(''),
  ),
  tables: blocks.flatMap(({ rows }) => (rows === undefined ? [] : [rows])),
  cited: figures.map(({ key, printed, follows }) => [key, printed, follows] as const),
});
