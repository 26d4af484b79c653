import { COLOUR_WORDS, inUnit, type Colour } from '#domain';
import type { ListTotals } from '#projections';
import type { Language } from './list-columns.ts';

/** Where something stands on both time axes: said on every sheet and every paper. */
export interface Standing {
  readonly asOf: string;
  readonly asKnown: string;
  readonly position: number;
}

/** "截至 2023-06-30 · 按 … 所知 · 记录至第 4711 条". */
export const standsOn = ({ asOf, asKnown, position }: Standing, language: Language): string =>
  language === 'zh'
    ? `截至 ${asOf} · 按 ${asKnown} 所知 · 记录至第 ${position} 条`
    : `As of ${asOf} · as known at ${asKnown} · log position ${position}`;

const coloured = (colours: ListTotals['colours'], language: Language): string =>
  (Object.keys(COLOUR_WORDS) as readonly Colour[])
    .map((colour) => `${COLOUR_WORDS[colour][language]} ${colours[colour]}`)
    .join(language === 'zh' ? '、' : ', ');

const summed = ({ contracted }: ListTotals['sums'], language: Language): string =>
  contracted
    .map((money) =>
      language === 'zh'
        ? `${money.currency} ${inUnit(money, '万元')} 万`
        : `${money.currency} ${inUnit(money, '万元')} × 10,000`,
    )
    .join('；');

/** The notes above a list: where it stands, and what all its rows make. */
export const standing = (
  stands: Standing,
  { total, sums, colours }: ListTotals,
  language: Language,
): readonly string[] => [
  standsOn(stands, language),
  language === 'zh'
    ? `共 ${total} 项 · 合同投资额 ${summed(sums, language) || '0'} · ${coloured(colours, language)}`
    : `${total} in all · contracted ${summed(sums, language) || '0'} · ${coloured(colours, language)}`,
];
