import { drawn, shadeOf } from './map-shapes.ts';

const square = (x: number, y: number, side: number): number[] => [x, y, x + side, y, x + side, y + side, x, y + side];

it('north is up, east is right, and a degree of longitude is as wide as it is at that latitude', () => {
  const { width, height, shapes } = drawn([
    { region: '西南', outlines: [square(12_000_000, 6_000_000, 10_000)] },
    { region: '东北', outlines: [square(12_010_000, 6_010_000, 10_000)] },
  ]);
  const [southWest, northEast] = shapes;
  expect(southWest!.at[0]).toBeLessThan(northEast!.at[0]);
  expect(southWest!.at[1]).toBeGreaterThan(northEast!.at[1]);
  expect((width - 16) / (height - 16)).toBeCloseTo(0.5, 1); // at sixty degrees
});

it('a name stands in the middle of the largest part, and every part is drawn', () => {
  const { shapes } = drawn([{ region: '白河镇', outlines: [square(0, 0, 100), square(1_000, 0, 1_000)] }]);
  const [{ path, at }] = shapes as [(typeof shapes)[number]];
  expect(path.match(/M/g)).toHaveLength(2);
  expect(at[0]).toBeGreaterThan(300);
});

it.each([
  [0, 10, 0],
  [1, 10, 1],
  [2, 10, 1],
  [10, 10, 5],
  [3, 0, 0],
])('%i of at most %i takes shade %i', (value, most, shade) => expect(shadeOf(value, most)).toBe(shade));
