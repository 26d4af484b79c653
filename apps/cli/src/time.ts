import { isIsoDate, type IsoDate } from '#domain';
import type { AsOf } from '#projections';
import type { OpenOffice } from '#office';
import { EXIT } from './output.ts';

export class Usage extends Error {
  override readonly name = 'Usage';
  readonly exit = EXIT.usage;
}

export const dayOption = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new Usage(`no such day: ${text} (write 2023-06-30)`);
  return text;
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
  if (asKnown === undefined) return { day, position: null, asKnown: new Date().toISOString() };
  const instant = new Date(isIsoDate(asKnown) ? `${asKnown}T23:59:59.999+08:00` : asKnown);
  if (Number.isNaN(instant.getTime())) throw new Usage(`no such instant: ${asKnown} (write 2026-11-22T08:00:00+08:00)`);
  return { day, position: await office.store.positionAt(instant.toISOString()), asKnown };
};
