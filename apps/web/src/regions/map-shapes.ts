import type { Border } from './borders-queries.ts';

/** A region as it is drawn: the path of its outlines, and where its name stands, in the units of the drawing. */
interface Shape {
  readonly region: string;
  readonly path: string;
  readonly at: readonly [number, number];
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

type Point = readonly [number, number];

const WIDTH = 600;
const HIGHEST = 520;
const EDGE = 8; // left free around the drawing
const RADIANS = Math.PI / 180 / 100_000;

const pointsOf = (outline: readonly number[]): readonly Point[] =>
  Array.from({ length: outline.length / 2 }, (_, n) => [outline[2 * n]!, outline[2 * n + 1]!] as const);

/** Twice the signed area within a ring, and its centre of gravity; of a ring without area its first point. */
const weighed = (ring: readonly Point[]): { readonly area: number; readonly centre: Point } => {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return { area: Math.abs(area), centre: area === 0 ? ring[0]! : [x / (3 * area), y / (3 * area)] };
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** The regions laid out upright in one drawing: true in both directions at the middle latitude, as a county is small. */
export const drawn = (borders: readonly Border[]): Drawing => {
  const all = borders.flatMap(({ outlines }) => outlines.flatMap(pointsOf));
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const [west, east] = [xs.reduce((a, b) => Math.min(a, b), Infinity), xs.reduce((a, b) => Math.max(a, b), -Infinity)];
  const [south, north] = [
    ys.reduce((a, b) => Math.min(a, b), Infinity),
    ys.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const narrower = Math.cos(((south + north) / 2) * RADIANS);
  const [wide, high] = [Math.max(1, (east - west) * narrower), Math.max(1, north - south)];
  const scale = Math.min((WIDTH - 2 * EDGE) / wide, (HIGHEST - 2 * EDGE) / high);
  const placed = ([x, y]: Point): Point => [
    round(EDGE + (x - west) * narrower * scale),
    round(EDGE + (north - y) * scale),
  ];
  return {
    width: round(wide * scale + 2 * EDGE),
    height: round(high * scale + 2 * EDGE),
    shapes: borders.map(({ region, outlines }) => {
      const rings = outlines.map((outline) => pointsOf(outline).map(placed));
      const largest = rings.map(weighed).reduce((a, b) => (b.area > a.area ? b : a));
      return {
        region,
        path: rings.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join(''),
        at: [round(largest.centre[0]), round(largest.centre[1])],
      };
    }),
  };
};

const SHADES = 5;

/** Which of the five shades a value takes: none for nothing, the last for the most. */
export const shadeOf = (value: number, most: number): number =>
  value <= 0 || most <= 0 ? 0 : Math.min(SHADES, Math.ceil((value / most) * SHADES));
