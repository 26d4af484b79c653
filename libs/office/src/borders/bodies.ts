import { field } from '#domain';

const MOST = 4_000_000; // characters of a GeoJSON text: what an administrator exports of a county is a tenth of it

/** Borders of regions, as a map program exports them. */
export class DrawBorders {
  @field.longText({ zh: 'GeoJSON 文本', en: 'Text of a GeoJSON file', max: MOST }) geojson!: string;
}
