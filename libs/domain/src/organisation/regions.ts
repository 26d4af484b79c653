// Regions are nodes of the same tree; their kind says so, in whichever words the bureau uses.
const REGION_KINDS = new Set([
  'region', 'area', 'district', 'county', 'city', 'province', 'town', 'township', 'subdistrict', 'park', 'zone', 'host-site',
  '区域', '地区', '行政区', '行政区划', '行政区域', '省', '市', '地市', '州', '县', '区', '区县', '县区', '县市区', '市县', '旗',
  '乡', '镇', '乡镇', '镇乡', '街道', '镇街', '乡镇街道', '街镇', '村', '社区', '园区', '产业园', '产业园区', '工业园', '工业园区', '开发区', '高新区',
  '经开区', '经济开发区', '新区', '功能区', '功能区域', '片区', '载体', '落地区域', '落户区域', '承接地', '保税区', '综保区',
]);

/** Whether units of this kind are places where projects land. */
export const isRegionKind = (kind: string): boolean => REGION_KINDS.has(kind.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
