import { openOffice, projectsCalled, readConfig, type Config, type OpenOffice } from '#office';
import type { Found } from '#projections';
import { Refused, type Options } from './output.ts';

const KEPT_WHERE = ['DATABASE_URL', 'EVENT_STORE', 'KURRENTDB_URL', 'KURRENTDB_PREFIX'];

/** Where the installation of these options is kept. Throws ConfigRefused. */
export const configOf = ({ data }: Options): Config =>
  readConfig({ ...Object.fromEntries(KEPT_WHERE.map((name) => [name, process.env[name]])), LUODI_DATA: data });

/** What a command works on: the same database and the same locks as a server beside it. Recorded at `now`. Throws ConfigRefused and Unreachable. */
export const openInstallation = (options: Options, now?: () => Date): Promise<OpenOffice> =>
  openOffice(configOf(options), now === undefined ? {} : { now });

/** The one project that `text` names: id, code, national code, contract number or exact name. Several are listed and refused. */
export const projectNamed = async (office: OpenOffice, text: string): Promise<Found> => {
  const found = await projectsCalled(office, text);
  if (found.length === 1) return found[0]!;
  const exact = found.filter(({ id, code }) => id === text || code === text);
  if (exact.length === 1) return exact[0]!;
  throw found.length === 0
    ? new Refused('project-unknown', { zh: `没有这个项目：${text}`, en: `There is no such project: ${text}` })
    : new Refused(
        'project-ambiguous',
        { zh: '有几个项目符合，请用编号指明。', en: 'Several projects match; name one by its code.' },
        { matches: found },
      );
};
