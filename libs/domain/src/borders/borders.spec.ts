import type { IsoDate } from '../dates.ts';
import { drawBorders, foldBorders, removeBorders } from './borders.ts';
import type { BorderRejectionCode } from './rejections.ts';

const today = '2026-11-29' as IsoDate;
const square = (x: number, y: number): number[][] => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
];
const region = (name: unknown, geometry: object) => ({ type: 'Feature', properties: { name }, geometry });
const polygon = (x: number, y: number) => ({ type: 'Polygon', coordinates: [square(x, y)] });
const text = (...features: readonly object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const drawn = (geojson: string) => foldBorders(drawBorders(geojson, [], today));

it('areas become outlines in hundred-thousandths of a degree, without the point that closes them', () => {
  expect(drawn(text(region('白河镇', polygon(120.1, 30))))).toEqual([
    { region: '白河镇', outlines: [[12010000, 3000000, 12020000, 3000000, 12020000, 3010000, 12010000, 3010000]] },
  ]);
});

it('parts of one name are one region, and a name is found under whatever property map programs write it', () => {
  const parts = { type: 'MultiPolygon', coordinates: [[square(120, 30)], [square(121, 30)]] };
  const named = { type: 'Feature', properties: { 名称: ' 石塘镇 ' }, geometry: polygon(122, 30) };
  const borders = drawn(text(region('白河镇', parts), named, region('白河镇', polygon(123, 30))));
  expect(borders.map((one) => [one.region, one.outlines.length])).toEqual([
    ['白河镇', 3],
    ['石塘镇', 1],
  ]);
});

it('an import lays all borders anew; the same again is no change, and they can be taken away', () => {
  const first = drawn(text(region('白河镇', polygon(120, 30))));
  expect(drawBorders(text(region('白河镇', polygon(120, 30))), first, today)).toEqual([]);
  const second = foldBorders(drawBorders(text(region('石塘镇', polygon(120, 30))), first, today));
  expect(second.map((one) => one.region)).toEqual(['石塘镇']);
  expect(foldBorders(removeBorders(second, today))).toEqual([]);
});

const line = { type: 'LineString', coordinates: square(120, 30) };
const dots = Array.from({ length: 20_002 }, (_, n) => [120 + (n % 200) / 1000, 30 + n / 100_000]);
// Every rule has its line here: a new code does not compile without one.
const refusals: Record<BorderRejectionCode, () => unknown> = {
  'borders-not-geojson': () => drawn('经度,纬度'),
  'borders-unnamed': () => drawn(text(region(7, polygon(120, 30)))),
  'borders-no-area': () => drawn(text(region('白河镇', line))),
  'borders-not-degrees': () => drawn(text(region('白河镇', polygon(40_512_000, 3_412_000)))),
  'borders-too-many': () => drawn(text(region('白河镇', { type: 'Polygon', coordinates: [dots] }))),
  'no-borders': () => removeBorders([], today),
};
it.each(Object.entries(refusals))('%s is refused', (code, scenario) =>
  expect(scenario).toThrow(expect.objectContaining({ code })),
);

it('a region may reach the ends of the earth, and nothing beyond them', () => {
  const corners = (longitude: number, latitude: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [longitude, latitude],
        [0, 0],
        [1, 0],
      ],
    ],
  });
  for (const [longitude, latitude] of [
    [180, 90],
    [-180, -90],
  ] as const)
    expect(drawn(text(region('极地', corners(longitude, latitude))))[0]!.outlines).toEqual([
      [longitude * 100_000, latitude * 100_000, 0, 0, 100_000, 0],
    ]);
  for (const [longitude, latitude] of [
    [180.1, 0],
    [0, 90.1],
    [-180.1, 0],
  ] as const)
    expect(() => drawn(text(region('极地', corners(longitude, latitude))))).toThrow(
      expect.objectContaining({ code: 'borders-not-degrees' }),
    );
});
it('what is no area at this scale is left out beside one that is, and alone it is none', () => {
  const speck = [
    [120, 30],
    [120.000001, 30],
    [120, 30.000001],
    [120, 30],
  ];
  const both = { type: 'MultiPolygon', coordinates: [[speck], [square(120, 30)]] };
  expect(drawn(text(region('白河镇', both)))[0]!.outlines).toHaveLength(1);
  for (const geometry of [
    { type: 'Polygon', coordinates: [speck] },
    { type: 'Polygon', coordinates: [['x']] },
    { type: 'Polygon' },
    { type: 'MultiPolygon', coordinates: [7] },
  ])
    expect(() => drawn(text(region('白河镇', geometry)))).toThrow(expect.objectContaining({ code: 'borders-no-area' }));
});
it('a text that begins with a byte order mark is read', () =>
  expect(drawn(`\uFEFF${text(region('白河镇', polygon(120, 30)))}`)).toHaveLength(1));
it('of several names the first that says something counts', () => {
  const named = (properties: unknown) =>
    drawn(text({ type: 'Feature', properties, geometry: polygon(120, 30) })).map((one) => one.region);
  expect(named({ name: ' ', NAME: 7, 名称: '石塘镇', 区域: '县' })).toEqual(['石塘镇']);
  expect(() => named(null)).toThrow(expect.objectContaining({ code: 'borders-unnamed' }));
});
it('five hundred regions and twenty thousand points are drawn, and no more', () => {
  const regions = (count: number) =>
    text(...Array.from({ length: count }, (_, at) => region(`${at}`, polygon(120, 30))));
  expect(drawn(regions(500))).toHaveLength(500);
  expect(() => drawn(regions(501))).toThrow(expect.objectContaining({ code: 'borders-too-many' }));
  const points = (count: number) => text(region('白河镇', { type: 'Polygon', coordinates: [dots.slice(0, count)] }));
  expect(drawn(points(20_000))).toHaveLength(1);
  expect(() => drawn(points(20_001))).toThrow(expect.objectContaining({ code: 'borders-too-many' }));
});

it.each(['null', '[]', '{"type":"FeatureCollection"}', '{"type":"FeatureCollection","features":[1]}', text()])(
  'what is no collection of areas is refused and breaks nothing: %s',
  (geojson) => expect(() => drawn(geojson)).toThrow(expect.objectContaining({ name: 'Rejected' })),
);
