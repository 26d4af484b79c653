import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of borders that can say no, and what the user is told. */
const BORDER_REJECTIONS = {
  'borders-not-geojson': {
    zh: '这不是 GeoJSON 文件（FeatureCollection），请从地图软件导出 GeoJSON 后重试。',
    en: 'This is no GeoJSON file (a FeatureCollection); export GeoJSON from the map program and try again.',
  },
  'borders-unnamed': {
    zh: '有的区域没有名称（属性 name 或 名称），请补上后重试。',
    en: 'A region has no name (property name or 名称); add it and try again.',
  },
  'borders-no-area': {
    zh: '有的区域不是面（Polygon 或 MultiPolygon），请只导出区域边界。',
    en: 'A region is no area (Polygon or MultiPolygon); export the borders of regions only.',
  },
  'borders-not-degrees': {
    zh: '坐标不是经纬度，请以经纬度（CGCS2000 或 WGS84）导出后重试。',
    en: 'The coordinates are no degrees; export in longitude and latitude (CGCS2000 or WGS84) and try again.',
  },
  'borders-too-many': {
    zh: '最多 500 个区域、20,000 个点，请先在地图软件中简化边界。',
    en: 'At most 500 regions and 20,000 points: simplify the borders in the map program first.',
  },
  'no-borders': { zh: '还没有导入区域边界。', en: 'No borders have been imported.' },
} as const satisfies Record<string, Sentence>;
export type BorderRejectionCode = keyof typeof BORDER_REJECTIONS;

export const rejectBorders = rejecting(BORDER_REJECTIONS);
