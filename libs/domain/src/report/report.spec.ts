import type { IsoDate } from '../dates.ts';
import { DEFAULT_DEFINITION, type Definition } from '../metrics/definition.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import type { FrozenIssue, ReportEvent } from './events.ts';
import { METRICS } from '../metrics/metrics.ts';
import { foldReports, freezeReport, publishTemplate, templateOf } from './issues.ts';
import { REPORT_NAMES } from './reports.ts';
import { listsIn, metricsIn, readTemplate } from './template.ts';

const TODAY = '2026-11-28' as IsoDate;
const read = (text: string, definition: Definition = DEFAULT_DEFINITION) => readTemplate(text, definition);
const NOW = { today: TODAY, definition: DEFAULT_DEFINITION };
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};
const issue = (number: string, more: Partial<FrozenIssue> = {}): FrozenIssue => ({
  number,
  report: 'circular',
  format: 'docx',
  period: '2026-10',
  unit: null,
  position: '40',
  asOf: '2026-10-31' as IsoDate,
  asKnown: '2026-11-28T08:00:00.000Z',
  signedOn: TODAY,
  definition: { name: 'default', version: 1 },
  calendar: { policy: 1, years: [2026] },
  rounding: { mode: 'half-up', places: 2 },
  template: { version: 0, text: '# 甲\n乙' },
  edition: 1,
  sha256: 'a'.repeat(64),
  figures: [],
  ...more,
});
const recorded = (events: readonly ReportEvent[]) => foldReports(events);

it.each([{ report: 'ranking' }, { format: 'xlsx' }, { period: '2026-09' }, { unit: '01' }] as Partial<FrozenIssue>[])(
  'a number that stands on one issue is not used for another: %j',
  (other) => {
    const printed = recorded(freezeReport(issue('1号'), recorded([]), TODAY));
    expect(freezeReport(issue('1号', { position: '99' }), printed, TODAY)).toEqual([]);
    expect(refusal(() => freezeReport(issue('1号', other), printed, TODAY))).toMatch(/^report-number-used/);
    expect(freezeReport(issue('2号', other), printed, TODAY)).toHaveLength(1);
  },
);

it('a table of a template names metrics, or a list and its colours, whatever spaces stand between', () => {
  const [, ...tables] = read('# 甲\n@  ranking   started  signed\n@list stalled  red orange\n@list stalled');
  expect(tables).toEqual([
    { is: 'ranking', metrics: ['started', 'signed'] },
    { is: 'rows', list: 'stalled', colours: ['red', 'orange'] },
    { is: 'rows', list: 'stalled', colours: [] },
  ]);
  for (const wrong of ['@ranking', '@list', '@list stalled violet', '@list -x', '@figures signed'])
    expect(refusal(() => read(`# 甲\n${wrong}`))).toMatch(/^template-line-unknown/);
});
it('a template names a metric of the bureau’s own as it names any other, where its definition has it', () => {
  const own = { title: { zh: '智能制造', en: 'Smart' }, formula: METRICS.signed };
  const definition = { ...DEFAULT_DEFINITION, version: 2, metrics: { 智能制造签约: own } };
  const text = '# 甲\n{智能制造签约}个，{智能制造签约.change}\n@ranking 智能制造签约 signed';
  const lines = read(text, definition);
  expect(metricsIn(lines)).toEqual(['智能制造签约', 'signed']);
  expect(lines[2]).toEqual({ is: 'ranking', metrics: ['智能制造签约', 'signed'] });
  expect(refusal(() => read(text))).toBe(
    'template-placeholder-unknown: There is no such word, and no such metric in the definition: {智能制造签约} · default@1',
  );
});
it('a template says what the report knows itself', () =>
  expect(read('# {bureau}\n{day}')).toEqual([
    { is: 'title', phrases: [{ optional: false, pieces: [{ is: 'said', said: 'bureau' }] }] },
    { is: 'paragraph', phrases: [{ optional: false, pieces: [{ is: 'said', said: 'day' }] }] },
  ]));

describe('a template', () => {
  it.each(REPORT_NAMES)('of the report %s that comes with the product is understood', (name) => {
    expect(read(DEFAULT_TEMPLATES[name]).length).toBeGreaterThan(1);
  });
  it('names its metrics and lists, each once', () => {
    const lines = read(
      '# {period}通报\n签约{signed}个«，同比{signed.change}»，红色{list:stalled.red}个。\n@ranking started signed\n@list stalled red',
    );
    expect([metricsIn(lines), listsIn(lines)]).toEqual([['signed', 'started'], ['stalled']]);
    expect(lines[1]).toEqual({
      is: 'paragraph',
      phrases: [
        {
          optional: false,
          pieces: [
            { is: 'text', text: '签约' },
            { is: 'figure', metric: 'signed', aspect: 'value', unit: null },
            { is: 'text', text: '个' },
          ],
        },
        {
          optional: true,
          pieces: [
            { is: 'text', text: '，同比' },
            { is: 'figure', metric: 'signed', aspect: 'change', unit: null },
          ],
        },
        {
          optional: false,
          pieces: [
            { is: 'text', text: '，红色' },
            { is: 'list', list: 'stalled', aspect: 'red' },
            { is: 'text', text: '个。' },
          ],
        },
      ],
    });
  });
  it.each([
    ['开工率40.15%', 'template-figure-typed: A figure is not typed into a template: name its metric: 40.15%'],
    ['到位1,234.5 万元', 'template-figure-typed: A figure is not typed into a template: name its metric: 1,234.5 万元'],
    [
      '{nothing}',
      'template-placeholder-unknown: There is no such word, and no such metric in the definition: {nothing} · default@1',
    ],
    [
      '{signed.colour}',
      'template-placeholder-unknown: There is no such word, and no such metric in the definition: {signed.colour} · default@1',
    ],
    [
      '{constructor}',
      'template-placeholder-unknown: There is no such word, and no such metric in the definition: {constructor} · default@1',
    ],
    ['{signed', 'template-line-unknown: This line of the template is not understood: {signed'],
    [
      '@ranking signed nothing',
      'template-placeholder-unknown: There is no such word, and no such metric in the definition: nothing · default@1',
    ],
    [
      '@list stalled purple',
      'template-line-unknown: This line of the template is not understood: @list stalled purple',
    ],
  ])('with the line %s is refused, and the line is named', (line, message) => {
    expect(refusal(() => read(`# 通报\n${line}`))).toBe(message);
  });
  it('without a title or a text is refused', () => {
    expect(refusal(() => read('正文'))).toContain('template-empty');
    expect(refusal(() => read('# 标题'))).toContain('template-empty');
  });
  it('of a bureau takes the place of the one before in the next version, and said again changes nothing', () => {
    const first = publishTemplate('circular', '# 甲\n乙', '新', recorded([]), NOW);
    const stands = recorded(first);
    expect([templateOf(stands, 'circular', null)?.version, templateOf(stands, 'circular', 0)?.version]).toEqual([1, 0]);
    expect(publishTemplate('circular', '# 甲\n乙', '新', stands, NOW)).toEqual([]);
    expect(templateOf(stands, 'ranking', null)?.version).toBe(0);
  });
});

describe('an issue', () => {
  it('takes a number once: the same again is a repetition, another is refused', () => {
    const stands = recorded(freezeReport(issue('5号'), recorded([]), TODAY));
    expect(freezeReport(issue('5号', { position: '99' }), stands, TODAY)).toEqual([]);
    expect(refusal(() => freezeReport(issue('5号', { period: '2026-09' }), stands, TODAY))).toContain(
      'report-number-used',
    );
    expect(freezeReport(issue('6号'), stands, TODAY)).toHaveLength(1);
  });
});
