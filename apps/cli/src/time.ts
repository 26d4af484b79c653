import { isIsoDate, type IsoDate } from '#domain';
import type { AsOf } from '#projections';
import type { OpenOffice } from '#office';
import { usage } from './usage.ts';

export const dayOption = (text: string): IsoDate => {
  if (!isIsoDate(text))
    throw usage(`没有这一天：${text}（写作 2023-06-30）`, `no such day: ${text} (write 2023-06-30)`);
  return text;
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** `--as-known`, ISO 8601 with its zone; a day alone means its last instant in China. */
export const instantOf = (asKnown: string | undefined): string | undefined => {
  if (asKnown === undefined) return undefined;
  const written = isIsoDate(asKnown) ? `${asKnown}T23:59:59.999+08:00` : asKnown;
  if (INSTANT.test(written) && !Number.isNaN(Date.parse(written))) return written;
  throw usage(
    `没有这个时刻：${asKnown}（写作 2026-11-22T08:00:00+08:00，或只写日期）`,
    `no such instant: ${asKnown} (write 2026-11-22T08:00:00+08:00, or a day alone)`,
  );
};

export interface Moment {
  readonly asOf?: string;
  readonly asKnown?: string;
}

/** `--as-of` and `--as-known` as both axes of a question; today, and everything known, where they are left out. */
export const momentOf = async (
  office: OpenOffice,
  { asOf, asKnown }: Moment,
): Promise<AsOf & { readonly asKnown: string }> => {
  const day = asOf === undefined ? office.today() : dayOption(asOf);
  const instant = instantOf(asKnown);
  if (instant === undefined) return { day, position: null, asKnown: new Date().toISOString() };
  return { day, position: await office.store.positionAt(new Date(instant).toISOString()), asKnown: instant };
};
