import type { IsoDate } from '../dates.ts';
import { foldLayouts, layoutNamed, publishLayout, removeLayout, type Layouts } from './layouts.ts';
import type { LayoutRejectionCode } from './rejections.ts';

const today = '2026-11-29' as IsoDate;
const FILLABLE = { lists: ['signed'], columns: ['serial', 'name', 'contracted'], money: ['contracted'] };
const COLUMNS = [
  { header: '序号', column: 'serial' },
  { header: '项目名称（全称）', column: 'name' },
  { header: '协议投资额（亿元）', column: 'contracted', unit: '亿元' },
  { header: '备注', column: null },
];
const CITY = { name: '市局上报表', title: '全市签约项目情况表', list: 'signed', columns: COLUMNS };
const NONE: Layouts = new Map();
const publish = (document: unknown, layouts = NONE) => publishLayout(document, layouts, FILLABLE, today);

it('a form is kept as it is written, in its own words and order, and the same again is no change', () => {
  const layouts = foldLayouts(publish(CITY));
  expect(layoutNamed(layouts, '市局上报表')).toEqual(CITY);
  expect(publish(CITY, layouts)).toEqual([]);
  expect(publish({ name: 'short', columns: [{ header: ' 名称 ', column: 'name' }] })[0]).toMatchObject({
    data: { layout: { name: 'short', title: null, list: null, columns: [{ header: '名称', column: 'name' }] } },
  });
});

it('a form of a known name takes the place of the one before, and can be taken away', () => {
  const first = publish(CITY);
  const second = publish({ ...CITY, title: null }, foldLayouts(first));
  expect(layoutNamed(foldLayouts([...first, ...second]), CITY.name).title).toBeNull();
  expect(foldLayouts([...first, ...removeLayout(foldLayouts(first), CITY.name, today)]).size).toBe(0);
});

it.each<readonly [string, object]>([
  ['layout.colour', { ...CITY, colour: 'red' }],
  ['name', { ...CITY, name: 'Upper Case' }],
  ['name', { ...CITY, name: 'full' }],
  ['list', { ...CITY, list: 'nowhere' }],
  ['columns', { ...CITY, columns: [] }],
  ['columns.0.header', { ...CITY, columns: [{ header: ' ', column: 'name' }] }],
  ['columns.0.column', { ...CITY, columns: [{ header: '电话', column: 'telephone' }] }],
  ['columns.0.unit', { ...CITY, columns: [{ header: '名称', column: 'name', unit: '万元' }] }],
  ['columns.0.unit', { ...CITY, columns: [{ header: '金额', column: 'contracted', unit: '吨' }] }],
  ['columns.4.header', { ...CITY, columns: [...COLUMNS, { header: '备注', column: 'name' }] }],
])('%s: a form that no list could fill in is refused by its field', (field, document) =>
  expect(() => publish(document)).toThrow(expect.objectContaining({ code: 'layout-invalid', field })),
);

it('a form may have eighty columns of sixty characters and a title of a hundred, spaces around them aside', () => {
  const columns = Array.from({ length: 80 }, (_, at) => ({ header: ` ${`${at}`.padEnd(58, '列')} `, column: null }));
  const layouts = foldLayouts(publish({ name: 'a'.repeat(60), title: ` ${'题'.repeat(98)} `, columns }));
  expect([...layouts.values()]).toMatchObject([
    { title: '题'.repeat(98), list: null, columns: columns.map(({ header }) => ({ header: header.trim() })) },
  ]);
});
it.each<readonly [string, object]>([
  ['name', { ...CITY, name: 'standard' }],
  ['name', { ...CITY, name: 'a'.repeat(61) }],
  ['title', { ...CITY, title: '题'.repeat(101) }],
  ['columns', { ...CITY, columns: Array.from({ length: 81 }, (_, at) => ({ header: `${at}`, column: null })) }],
  ['columns.1.header', { ...CITY, columns: [COLUMNS[0], { header: '列'.repeat(61), column: null }] }],
  ['columns.0.unit', { ...CITY, columns: [{ header: '备注', column: null, unit: '万元' }] }],
  ['columns.0.width', { ...CITY, columns: [{ ...COLUMNS[0], width: 9 }] }],
  ['columns.1.header', { ...CITY, columns: [COLUMNS[0], { header: ' 序号 ', column: 'name' }] }],
])('%s: a form beyond those bounds is refused by its field', (field, document) =>
  expect(() => publish(document)).toThrow(expect.objectContaining({ code: 'layout-invalid', field })),
);

// Every rule has its line here: a new code does not compile without one.
const refusals: Record<LayoutRejectionCode, () => unknown> = {
  'layout-invalid': () => publish(null),
  'layout-unknown': () => removeLayout(NONE, 'nowhere', today),
  'layouts-full': () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ name: `n${at}`, title: null, list: null, columns: [] }));
    return publish(CITY, new Map(many.map((one) => [one.name, one])));
  },
};
it.each(Object.entries(refusals))('%s is refused', (code, scenario) =>
  expect(scenario).toThrow(expect.objectContaining({ code })),
);
