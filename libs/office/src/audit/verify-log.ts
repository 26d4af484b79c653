import { readSealFile, readSeals, sealingOf, verify, type Sealing, type Verification } from '#audit';
import { projectStream } from '#domain';
import { logAt } from '../open-log.ts';
import type { OpenOffice } from '../open-office.ts';
import { sealFile } from './sealing.ts';

/**
 * Reads the log as it is stored, from a position on or of one project, against its chain and every seal; and says how much of it is sealed.
 * A file of seals that is gone or cannot be read is found too, where the log itself is in order.
 */
export const verifyLog = async (
  office: OpenOffice,
  { from, project }: { readonly from?: bigint; readonly project?: string },
): Promise<Verification & Sealing> => {
  const { pool, databaseUrl, config } = office;
  const raw = logAt({ place: config.log, pool, databaseUrl }, { raw: true });
  try {
    const [seals, file] = [await readSeals(pool), await readSealFile(sealFile(office))];
    const outcome = await verify(raw, {
      ...(from === undefined ? {} : { from }),
      ...(project === undefined ? {} : { stream: projectStream(project) }),
      keepers: [seals, file.seals],
      manyWriters: config.log.kind === 'kurrentdb',
    });
    const sealing = await sealingOf(raw, seals);
    const last = seals.at(-1);
    if (!outcome.ok || file.wrong === null || last === undefined) return { ...outcome, ...sealing };
    const firstBad = { position: Number(last.position), stream: null, version: null, what: file.wrong };
    return { ...outcome, ...sealing, ok: false, firstBad };
  } finally {
    await raw.close();
  }
};
