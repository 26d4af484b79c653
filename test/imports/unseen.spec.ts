import { CFB, write } from '@e965/xlsx';
import { gunzipSync } from 'node:zlib';
import { zipOf } from '../support/zip.ts';
import { importedText, wan, type Imported } from './imported.ts';

// What stands at cells and cannot be seen is said, and is no reason to refuse the cells.

const HEAD = ['项目编号', '项目名称', '投资方', '签约日期', '合同额（万元）'];
const ROW = ['A-1', '一号项目', '甲公司', '2025-01-02', '5000'];
const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (...all: readonly (readonly [type: string, target: string, more?: string])[]): string =>
  `<Relationships>${all.map(([type, target, more = ''], index) => `<Relationship Id="r${index}" Type="${MAIN}/${type}" Target="${target}" ${more}/>`).join('')}</Relationships>`;
const rowOf = (number: number, texts: readonly string[]): string =>
  `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const THREADS = '../threads.xml';
const BELONGS = { notes: rels(['comments', '../notes.xml']) };

/** A workbook of one project, and these parts beside its sheet. */
const workbook = (belongs: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="${MAIN}"><sheets><sheet name="台账" sheetId="1" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/one.xml']),
    'xl/worksheets/one.xml': `<worksheet><sheetData>${rowOf(1, HEAD)}${rowOf(2, ROW)}</sheetData></worksheet>`,
    'xl/worksheets/_rels/one.xml.rels': belongs,
    ...parts,
  });
const comment = (ref: string, text: string): string => `<comment ref="${ref}"><text><t>${text}</t></text></comment>`;
const notes = (all: string): string => `<comments><commentList>${all}</commentList></comments>`;
const saidOf = ({ report, of }: Imported) => ({
  amount: wan(of('一号项目').contract!.contracted),
  notes: report.notes.map(({ code, sheets }) => `${sheets.join()} ${code}`),
  comments: report.rows.flatMap(({ findings }) =>
    findings.flatMap(({ code, read }) => (code === 'comment' ? read : [])),
  ),
});
const BROKEN = ['台账 comments-broken'];

it.each<readonly [string, Buffer, readonly string[]]>([
  ['the part is missing', workbook(BELONGS.notes), []],
  ['the part lies outside', workbook(rels(['comments', 'http://x/notes.xml', 'TargetMode="External"'])), []],
  ['the part is above the package', workbook(rels(['comments', '../../../../../etc/passwd'])), []],
  ['the list of parts is broken', workbook('<Relationships><Relationship Id="r0"'), []],
  ['the part is no XML', workbook(BELONGS.notes, { 'xl/notes.xml': '\0\0\0 none' }), []],
  [
    'the part ends in its middle: what came before is told',
    workbook(BELONGS.notes, {
      'xl/notes.xml': `<comments><commentList>${comment('B2', '已终止')}<comment ref="C2"><te`,
    }),
    ['已终止'],
  ],
  [
    'the threads are broken: their copy is told',
    workbook(rels(['comments', '../notes.xml'], ['threadedComment', THREADS]), {
      'xl/threads.xml': '<ThreadedComments><threadedComment ref="B2"><text>已</ThreadedComments>',
      'xl/notes.xml': notes(comment('B2', '已终止')),
    }),
    ['已终止'],
  ],
])('comments that are broken are said, and the cells read: %s', async (_what, file, comments) => {
  const told = await importedText('台账.xlsx', file);
  expect(saidOf(told)).toEqual({ amount: '5000 CNY', notes: BROKEN, comments });
  expect([told.report.notes[0]!.message.zh, told.report.notes[0]!.message.en]).toEqual([
    expect.stringContaining('批注已损坏'),
    expect.stringContaining('Comments are broken'),
  ]);
});

it('a drawing of comments that is broken is nothing that anybody reads', async () => {
  const file = workbook(rels(['comments', '../notes.xml'], ['vmlDrawing', '../drawing.vml']), {
    'xl/notes.xml': notes(comment('B2', '已终止')),
    'xl/drawing.vml': '<xml><v:shape',
  });
  expect(saidOf(await importedText('台账.xlsx', file))).toEqual({
    amount: '5000 CNY',
    notes: [],
    comments: ['已终止'],
  });
});

it('of a hundred thousand comments, or of one of a megabyte, the first part is told, and that there is more', async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => comment(`F${index + 2}`, `第${index}条`)).join('');
  const told = await importedText('台账.xlsx', workbook(BELONGS.notes, { 'xl/notes.xml': notes(many) }));
  expect(saidOf(told)).toEqual({ amount: '5000 CNY', notes: ['台账 comments-too-many'], comments: ['第0条'] });
  expect(told.report.sheets[0]!.comments).toHaveLength(9_999);
  const long = Array.from({ length: 100_000 }, (_, index) => `第${index}句。`).join('');
  const one = saidOf(
    await importedText('台账.xlsx', workbook(BELONGS.notes, { 'xl/notes.xml': notes(comment('B2', long)) })),
  );
  expect([one.amount, one.notes, one.comments[0]!.length]).toEqual(['5000 CNY', ['台账 comments-too-many'], 32_767]);
});

const BOOK = {
  SheetNames: ['台账'],
  Sheets: {
    台账: {
      '!ref': 'A1:E2',
      ...Object.fromEntries(
        [HEAD, ROW].flatMap((texts, row) => texts.map((v, column) => [`${'ABCDE'[column]!}${row + 1}`, { t: 's', v }])),
      ),
    },
  },
};
const LINES = ['台账 lines-of-old-workbooks'];

/** The same workbook with a line through its first font. */
const withStruckFont = (file: Buffer): Buffer => {
  const container = CFB.read(file, { type: 'buffer' });
  const records = Buffer.from(CFB.find(container, 'Workbook')!.content);
  let at = 0;
  while (records.readUInt16LE(at) !== 0x0031) at += 4 + records.readUInt16LE(at + 2);
  records.writeUInt16LE(records.readUInt16LE(at + 6) | 0x0008, at + 6);
  CFB.utils.cfb_add(container, '/Workbook', records);
  return CFB.write(container, { type: 'buffer' }) as Buffer;
};

it.each(['台账.xls', '台账.et'])(
  '%s: that lines through text are not seen is said where the workbook draws any',
  async (name) => {
    const file = write(BOOK as never, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    expect(saidOf(await importedText(name, file)).notes).toEqual([]);
    expect(saidOf(await importedText(name, withStruckFont(file)))).toEqual({
      amount: '5000 CNY',
      notes: LINES,
      comments: [],
    });
  },
);

it('so it is of a workbook of Excel 2003 in XML', async () => {
  const file = (write(BOOK as never, { type: 'buffer', bookType: 'xlml' }) as Buffer).toString();
  expect(saidOf(await importedText('台账.xls', file)).notes).toEqual([]);
  const struck = file.replace('</Styles>', '<Style ss:ID="s9"><Font ss:StrikeThrough="1"/></Style></Styles>');
  expect(struck).not.toBe(file);
  expect(saidOf(await importedText('台账.xls', struck)).notes).toEqual(LINES);
});

// Written by LibreOffice 7.4: a comment 已终止 at B2, a line through a part of F2 and through E3.
const OLD =
  'H4sIADTADGsC/+1YaWxUVRQ+983SN+20nZbVgmUAWdvitCjWCLaloKKhLC2CCkhbprW2nTYFFKKWQSQapYkGCfzAKEr8o3EJBoMaaf2FiUSiQaNi0pJgJBAzEg1LpON3zrtvOpSpdjHGpffl3HvPufs92z3v+OcZnfvfzeqiXuk2clB31EPuOJoCJNuIj8jQtO5oNGqTo8PpX5Wu6JJ56AT/XADmeRLABHg0f1N0OZz+W2k5NeHbSH5aSCGULbSFBpJGQ2Li5+vPmO5+9utvGl5/8Ouz/WY77gD0pf9s81n/vYBUQBog3XIBlAHIBIwAjASMEpkgGgMYC7gOkAUYBxgPuB6QDZgA8AMmAiYBJgNuAEwBTAVM0/ucoUuGXNTzALM0LYAyf9guDSl5THDR7aIPUz9jlgvvuyAR7zg7RC5OAVZTM8tGaWVDtf/vSvNlD5WK99AOIZ2HmqJ9oKbR20L9SPJ5In1IxeQv1BK9yiiWvbdJPknyNOLx78uYb4WSDzk8KVL+vCiBoiRVSpXUQHVUBTtYhx5ZdJT1a6v0YO1QJdLCvYbWGrhqbeiSKhM73AStKEefEG1ArZTupnuEUqrHmPaM/RyTHT+G7DM26hNWUrbTSwdY2+8MhoItlQ2dosUH6NeoP85itPuZzlMI/Zf+0Y0B0ul/Rz+Au0t0zzlW/0hv+ow+6Ll90Gf2QfckpLvs/ZhX09190JMS0HcZsBRhinLpCzukzAi7pcwMO6UcEU6ScmTYFV0nGrkDvuU7dj1Qw0j51LadsDcKX4cyAUQVbYrO0v3sdSLLZSV3hL2Lclrey45EbG82m1IibBeOYGsmbVPwYma7KkZeTNk/+yw/ZsKfmfBT5gWo0m84S7r2bVh7y96fHhm99UK5rqZWRLY4SO2uWtB2OAha62Ovt54OTqhNImVWeCte2mtGk8pKl3nwhFaX13783I5lhx+ARy3Jy+dzlF0o50kwQcGmhmUXy+FPCwIFN+cF8vMCBU7yGDRi6+W101deXsv21wAfZCya1M6esfeV8dgovHEajXRZ3rjaHAXokZ9RujTYZVum3XeVafdi+vU4KBvDDLkqHy4or3T82VNzsooeFHq4h580hdlJuWobWjqcM2VEjuRPSl/b5W8X2lOST8X42hpOPxRNi6tPj837Y9GMuPp+mGiFXZGw3MBquWqs1729Y11nkV0qWoEWk56QY5N61kzXJ02TwkH2CU3Dp+u5luFV6UJTCWiGPHh6aFd0eGtdo4UpYCqGGcCMGOYA5ohhTmDOGOYC5tKYkgeTO4bxnEkxjOc0Y5gDPfnR1Wow5gQ2qcxuc+Fplax7GjJnSgzjOb0xjOdMjWHxcxqYcwxVNRKdgwOBJER8SqQgYtqK5OSZHZGLsoIzMl1uwRPxJXhKGpQs4/jgLt2/HeWrXovOc/GWy1VKpJXYMpCoO6/ztNyLpaKrhAdhybepaLSLtit+KB5RPuytXehsCBR9ovj1elwx6QvJv5T8K8m/FnMSVWPx+JQqFRkOnP+Iw5Cb84lZ4PtZjPIgtp0FOMYPWTGGa+gm3Fwmnq2q10lTcfeL36t+rXNiyeQPPj2zZ/Puunk9reeEg6kyxyGVaT9KREase5sLjqvza462VtXPFZIrTnD5bZwqgmEpAYzq7UYmHXJbLxsevV66Xc+c6Xm5c6qFDas141mi7EAg+c9jAYXXsyPZiiF8pmFZcavpDn6zL66rbmna0FSz0b9wc3WwwX/rLXkVlVXBhoagyPP8upqawqHELsqSuUGn7iiJCiWYlzp3vHz+0pKHfG+8YFLOtIPfcLzwpo5ruP0uHfMs1bR1Ot5p1lf3uI57ntGxz4s6/nlFK8qZK1Ysw2NXhOpDTY+GEuLcN6AZaadr6m01p9eEv1fx9aGcX7ziiWMn9s0a59u1B+fPvfTWApa6XrTVOk6zvacv7mxL4+TTr9sLdXtxnLflOyppbr432LKhril07d3kz5kVmB0I0HD656W/8v+PyE8vG5JoDMtU2GvVV2L1FqpHPML7qB/w/jPFmFt6HB3Af5Uuj20nSrFuI3R+Cfbw8KDWd8T9g+nPGHaoi2J2agniweCg+ccOfaD/f2bqfzUSlSJO3ITzNyIWZN4vghTUCE+YshExYhMof3QWa33XAO4/B3Aytv4CrFAtewiKBA5sP4WDOP+N2g8M//8j+h2yjXO5ABoAAA==';

it('a comment of an old workbook is its text, without what the file says of its fonts', async () => {
  const told = await importedText('台账.xls', gunzipSync(Buffer.from(OLD, 'base64')));
  expect(saidOf(told)).toEqual({ amount: '5000 CNY', notes: LINES, comments: ['已终止'] });
});
