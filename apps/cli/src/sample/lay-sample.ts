import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { importUnits, ORGANISATION, type NewEvent } from '#domain';
import { CLI_ACTOR, type Installation } from '../installation.ts';
import { UNITS } from './invented.ts';
import { writeSampleLedger } from './sample-ledger.ts';

/** Lays the invented district and writes its ledger beside the data; the ledger then goes the way of every ledger. */
export const laySample = async (
  { store, today, organisation }: Installation,
  data: string,
): Promise<{ readonly organisation: number; readonly ledger: string }> => {
  const { tree, version } = await organisation();
  const rows = UNITS.map((unit, index) => ({
    row: index + 1,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    ...(unit.parent === null ? {} : { parent: unit.parent }),
  }));
  const { events, created } = importUnits(rows, tree, today);
  const meta = { actor: CLI_ACTOR, commandId: randomUUID() };
  await store.append(
    ORGANISATION,
    version,
    events.map((event): NewEvent => ({ id: randomUUID(), event, schemaVersion: 1, meta })),
  );
  await mkdir(data, { recursive: true });
  const ledger = join(data, 'sample-ledger.xlsx');
  await writeSampleLedger(ledger, today);
  return { organisation: created, ledger };
};
