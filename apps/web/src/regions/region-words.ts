import { w, type Sentence } from '../words/sentence.ts';

export const REGION_WORDS = {
  regionMap: w('区域图', 'Map of the regions'),
  shadedBy: w('着色依据', 'Shaded by'),
  shadedByCount: w('按项目数着色', 'Shaded by projects'),
  shadedByAmount: w('按合同额着色', 'Shaded by amount'),
  withoutBorders: w('图上没有边界的区域', 'Regions without borders on the map'),
  importBorders: w('导入区域边界', 'Import borders'),
  replaceBorders: w('更换区域边界', 'Replace the borders'),
  removeBorders: w('移除边界', 'Remove the borders'),
  removeBordersSure: w('移除后区域以方块显示。', 'The regions are then shown as tiles.'),
  bordersHint: w(
    'GeoJSON 文件，区域名称须与项目的落地区域一致；保存在本机，不需要互联网。',
    'A GeoJSON file whose regions are named as projects name them; it is kept here and needs no internet.',
  ),
  bordersImported: w('区域边界已导入', 'The borders are imported'),
} as const satisfies Record<string, Sentence>;
