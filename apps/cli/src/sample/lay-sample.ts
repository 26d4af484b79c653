import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freshKey, importOrganisation, OPERATOR, type OpenOffice } from '#office';
import { UNITS } from './invented.ts';
import { writeSampleLedger } from './sample-ledger.ts';

/** Lays the invented district and writes its ledger beside the data; the ledger then goes the way of every ledger. */
export const laySample = async (
  office: OpenOffice,
  data: string,
): Promise<{ readonly organisation: number; readonly ledger: string }> => {
  const rows = UNITS.map((unit, index) => ({
    row: index + 1,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    ...(unit.parent === null ? {} : { parent: unit.parent }),
  }));
  const { created } = await importOrganisation(office, { caller: OPERATOR, key: freshKey(), ifVersion: null }, rows);
  await mkdir(data, { recursive: true });
  const ledger = join(data, 'sample-ledger.xlsx');
  await writeSampleLedger(ledger, office.today());
  return { organisation: created, ledger };
};
