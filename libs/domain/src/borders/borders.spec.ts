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

it.each(['null', '[]', '{"type":"FeatureCollection"}', '{"type":"FeatureCollection","features":[1]}', text()])(
  'what is no collection of areas is refused and breaks nothing: %s',
  (geojson) => expect(() => drawn(geojson)).toThrow(expect.objectContaining({ name: 'Rejected' })),
);
