import type { Border, Outline } from './events.ts';
import { rejectBorders } from './rejections.ts';

const MOST_REGIONS = 500;
const MOST_POINTS = 20_000; // some 400 kB in the log
const FEWEST_POINTS = 3; // of an area, the repeated last one left out
const PARTS_OF_DEGREE = 100_000;
const NAMES = ['name', 'NAME', '名称', 'region', '区域'] as const; // the properties under which map programs write names

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
};

const pointOf = (position: unknown): readonly [number, number] => {
  const [longitude, latitude] = listOf(position) ?? [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return rejectBorders('borders-no-area', 'geojson');
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return rejectBorders('borders-not-degrees', 'geojson');
  return [Math.round(longitude * PARTS_OF_DEGREE), Math.round(latitude * PARTS_OF_DEGREE)];
};

/** A ring without points that fall together at this scale, and without the last one that repeats the first. */
const outlineOf = (ring: unknown): Outline => {
  const points = (listOf(ring) ?? rejectBorders('borders-no-area', 'geojson')).map(pointOf);
  const apart = points.filter(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    return x !== nextX || y !== nextY;
  });
  return apart.length < FEWEST_POINTS ? [] : apart.flat();
};

const polygonsOf = (geometry: unknown): readonly unknown[] => {
  if (!isObject(geometry)) return rejectBorders('borders-no-area', 'geojson');
  const { type, coordinates } = geometry;
  if (type === 'Polygon') return [coordinates];
  return (type === 'MultiPolygon' ? listOf(coordinates) : null) ?? rejectBorders('borders-no-area', 'geojson');
};

const nameOf = ({ properties }: Json): string => {
  const said = isObject(properties) ? NAMES.map((name) => properties[name]) : [];
  const name = said.find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return name?.trim() ?? rejectBorders('borders-unnamed', 'geojson');
};

/** The regions of a GeoJSON text; parts of one name are one region. Throws Rejected. */
export const readBorders = (geojson: string): readonly Border[] => {
  const collection = parsed(geojson);
  const features = isObject(collection) && collection['type'] === 'FeatureCollection' ? collection['features'] : null;
  const regions = new Map<string, Outline[]>();
  let points = 0;
  for (const feature of listOf(features) ?? rejectBorders('borders-not-geojson', 'geojson')) {
    if (!isObject(feature)) return rejectBorders('borders-not-geojson', 'geojson');
    const region = nameOf(feature);
    const outlines = polygonsOf(feature['geometry'])
      .flatMap((polygon) => listOf(polygon) ?? rejectBorders('borders-no-area', 'geojson'))
      .map(outlineOf)
      .filter((outline) => outline.length > 0);
    regions.set(region, [...(regions.get(region) ?? []), ...outlines]);
    points += outlines.reduce((sum, outline) => sum + outline.length / 2, 0);
    if (points > MOST_POINTS || regions.size > MOST_REGIONS) return rejectBorders('borders-too-many', 'geojson');
  }
  const borders = [...regions].map(([region, outlines]) => ({ region, outlines }));
  return borders.length === 0 || borders.some(({ outlines }) => outlines.length === 0)
    ? rejectBorders('borders-no-area', 'geojson')
    : borders;
};
