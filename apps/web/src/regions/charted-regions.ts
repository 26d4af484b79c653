import { colourSeries, said, saidExactly, WORST_FIRST, type Charted } from '../charts/charted.ts';
import { addressOf, type Shown } from '../cockpit/cockpit-queries.ts';
import type { ListGroup } from '../lists/list-queries.ts';
import { WORDS, type Language } from '../words/words.ts';

/** Which list is told apart by region. */
export const WHICH = {
  live: 'liveProjects',
  'signed-not-started': 'backlogCount',
  signed: 'ofSignings',
  started: 'ofStarts',
} as const;
export type RegionsOf = keyof typeof WHICH;

/** The list of a region, as of the shown day; none for projects of which no region is known. */
export const addressIn = (list: RegionsOf, region: string | null, shown: Shown, colour?: string): string | undefined =>
  region === null ? undefined : addressOf({ list, where: [`region=${region}`] }, shown, colour);

/** The regions with most projects first, each in the five colours, with what they come to. */
export const chartedRegions = (
  list: RegionsOf,
  groups: readonly ListGroup[],
  shown: Shown,
  language: Language,
): Charted => ({
  head: WORDS.region[language],
  series: [
    { key: 'total', name: WORDS.projectCount[language], paint: 'var(--accent)', fill: 'solid', told: true },
    { key: 'sum', name: WORDS.contractedSum[language], paint: 'var(--accent)', fill: 'solid', told: true },
    ...colourSeries(language),
  ],
  stacked: true,
  lying: true,
  rows: groups.map(({ key, total, sums, colours }) => {
    const to = (colour?: string): { readonly to?: string } => {
      const address = addressIn(list, key, shown, colour);
      return address === undefined ? {} : { to: address };
    };
    return {
      key: key ?? '',
      label: key ?? WORDS.noRegion[language],
      values: [
        { drawn: total, said: String(total), ...to() },
        { drawn: 0, said: said(sums.contracted), exact: saidExactly(sums.contracted) },
        ...WORST_FIRST.map((colour) => ({ drawn: colours[colour], said: String(colours[colour]), ...to(colour) })),
      ],
    };
  }),
});
