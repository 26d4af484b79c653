import { readSealFile, readSeals, verify, type Verification } from '#audit';
import { postgresStore } from '#event-store';
import type { OpenOffice } from '../open-office.ts';
import { PROJECT_STREAM } from '../projects/project-aggregate.ts';
import { sealFile } from './sealing.ts';

/** Reads the log as it is stored, from a position on or of one project, against its chain and every seal. */
export const verifyLog = async (
  office: OpenOffice,
  { from, project }: { readonly from?: bigint; readonly project?: string },
): Promise<Verification> => {
  const { pool, databaseUrl: url } = office;
  const raw = postgresStore({ pool, url, raw: true });
  try {
    return await verify(raw, {
      ...(from === undefined ? {} : { from }),
      ...(project === undefined ? {} : { stream: PROJECT_STREAM + project }),
      keepers: [await readSeals(pool), await readSealFile(sealFile(office))],
    });
  } finally {
    await raw.close();
  }
};
