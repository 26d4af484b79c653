import type { IsoDate } from '../dates.ts';
import type { Border, BordersEvent } from './events.ts';
import { readBorders } from './read-borders.ts';
import { rejectBorders } from './rejections.ts';

/** All borders in one stream: each import lays them anew. */
export const BORDERS = 'borders-main';

/** The borders in force; none: the regions are shown as tiles. */
export type Borders = readonly Border[];

export const foldBorders = (events: readonly BordersEvent[]): Borders => {
  const last = events.at(-1);
  return last?.type === 'BordersDrawn' ? last.data.borders : [];
};

/** Lays the borders of a GeoJSON text in place of those before; the same again is no change. Throws Rejected. */
export const drawBorders = (geojson: string, before: Borders, today: IsoDate): readonly BordersEvent[] => {
  const borders = readBorders(geojson);
  return JSON.stringify(borders) === JSON.stringify(before)
    ? []
    : [{ type: 'BordersDrawn', occurredOn: today, data: { borders } }];
};

/** Takes the borders away. Throws Rejected 'no-borders'. */
export const removeBorders = (before: Borders, today: IsoDate): readonly BordersEvent[] =>
  before.length === 0 ? rejectBorders('no-borders') : [{ type: 'BordersRemoved', occurredOn: today, data: {} }];
