import { clean, isEmpty } from '../cells/text.ts';
import type { Layout } from '../columns/layout.ts';
import type { Row } from '../files/sheet.ts';
import { finding } from '../judge/findings.ts';
import { edits, plain } from '../judge/similarity.ts';
import { isOnlyAName, type LedgerRow } from './ledger-row.ts';
import { levelOf, nameIn } from './section-lines.ts';

/** What a region's name may end with; alone it makes no region: 电子信息产业园 is an industry's. */
const ENDING = /(区|县|市|旗|镇|乡|街道|办事处|园)$/;
/** Names of administrative divisions. */
const DIVISION = /^[\u4E00-\u9FFF]{1,9}(区|县|市|旗|镇|乡|街道(办事处)?)$/;
/** Zones that are governed as districts are. */
const ZONE = /^[\u4E00-\u9FFF]{0,8}(经开区|高新区|(经济|高新)(技术)?(产业)?开发区|保税区|自贸区)$/;
/** Words of a theme: 数字经济示范区, 上市, 特色小镇. */
const THEME =
  /业|经济|示范|试验|先行|实验|装备|制造|信息|科技|数字|智能|物流|旅|文化|集聚|功能|片区|加工|园|工程|建设|开发|项目|产城|社区|小区|景区|库区|矿区|厂区|地区|上市|城市|门市|超市|小镇|村镇|城镇/;

/** Why a line gave its rows a region, or none. `known`: the bureau keeps it; `near`: its name is nearly one that the bureau keeps; `shape`: the name of a division, where the bureau keeps none; `saved`: a person said so. */
export interface RegionLine {
  readonly row: number;
  readonly text: string; // as the line names it
  readonly region: string | null;
  readonly because: 'known' | 'near' | 'shape' | 'saved' | null;
}

/** The regions that the installation keeps, if any; names of its other nodes are in `regions` too. */
interface KnownRegions {
  readonly regions: readonly string[];
  readonly regionKinds: boolean;
}

const TOLD = 200; // lines of a table that are told one by one

type Place = Pick<RegionLine, 'region' | 'because'>;
const NOWHERE: Place = { region: null, because: null };

/** Another name but for one sign: 东糊区 for 东湖区. */
const isNear = (name: string, known: string): boolean =>
  name.length >= 3 && known.length >= 3 && ENDING.test(name) && edits(plain(name), plain(known)) === 1;

/** Where a line says that its rows lie. */
const placeIn = (
  name: string,
  said: Readonly<Record<string, string>>,
  { regions, regionKinds }: KnownRegions,
): Place => {
  const key = Object.keys(said).find((one) => plain(nameIn(clean(one))) === plain(name));
  if (key !== undefined) return { region: said[key]!.trim() || null, because: 'saved' };
  const known = regions.find((one) => plain(one) === plain(name));
  if (known !== undefined) return { region: known, because: 'known' };
  if (regionKinds) {
    const near = regions.find((one) => isNear(name, one));
    return near === undefined ? NOWHERE : { region: near, because: 'near' };
  }
  return ZONE.test(name) || (DIVISION.test(name) && !THEME.test(name)) ? { region: name, because: 'shape' } : NOWHERE;
};

const doubt = (line: string, region: string) =>
  finding('region-line-doubted', 'region', null, line, {
    zh: `“${line}”→ ${region}`,
    en: `"${line}" → ${region}.`,
  });

/**
 * Follows the lines that part a table by district: 一、东湖区（12个）. Where the table has no column of regions, the rows below such a line lie there. A line of the same level ends it, whatever it says.
 * Where the bureau keeps regions, only those are any; where it keeps none, names of divisions are. A person may say otherwise, line by line.
 */
export const regionAbove = ({ kind, columns, regions: said }: Layout, known: KnownRegions) => {
  const follows = (kind === 'projects' || kind === 'leads') && !columns.some(({ field }) => field === 'region');
  const lines = new Map<string, RegionLine>();
  let above: (Place & { readonly text: string; readonly level: number }) | null = null;
  const tell = (row: number, text: string): Place => {
    const name = nameIn(text);
    const place = placeIn(name, said, known);
    if ((place.because !== null || ENDING.test(name)) && !lines.has(name) && lines.size < TOLD)
      lines.set(name, { row, text: name, ...place });
    return place;
  };
  return {
    section: ({ number, cells }: Row): void => {
      const first = cells.find((cell) => cell !== undefined && cell.merged !== 'covered' && !isEmpty(cell));
      if (!follows || first === undefined) return;
      const text = clean(first.text);
      const [place, level] = [tell(number, text), levelOf(text)];
      if (place.region !== null || level === above?.level) above = { ...place, text: nameIn(text), level };
    },
    /** The record with its region. One that is a name alone may be such a line itself: it is left as it is, and ends what stood above. */
    place: (record: LedgerRow): LedgerRow => {
      const { text, extra, findings } = record;
      if (!follows || above === null) return record;
      if (isOnlyAName(record)) {
        const name = clean(text.name ?? '');
        above = { ...tell(record.row, name), text: nameIn(name), level: above.level };
      } else if (above.region !== null && text.region === undefined) {
        if (above.because === 'near') findings.push(doubt(above.text, above.region));
        return { ...record, text: { ...text, region: above.region }, extra: { ...extra, 所在分段: above.text } };
      }
      return record;
    },
    /** Every line that gave its rows a region, and those whose name ends as one: the first of each name. */
    lines: (): readonly RegionLine[] => [...lines.values()],
  };
};
