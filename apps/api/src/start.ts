import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkLogReach,
  openOffice,
  sealing,
  startMetering,
  startWorker,
  upToDate,
  type Config,
  type OpenOffice,
} from '#office';
import { closeApi, createApi, listen } from './server.ts';

export interface Running {
  readonly port: number;
  readonly metricsPort: number | null; // where a scraper reads, if the environment wants it
  readonly office: OpenOffice;
  /** The administrator made at the first start of an installation: shown once by whoever started it. */
  readonly firstAdministrator: { readonly user: string; readonly password: string } | null;
  readonly stop: () => Promise<void>;
}

const LEFT_AFTER_MS = 86_400_000; // no upload takes a day

/** Clears away uploads of a process that was killed. Where other servers may share the folder, only what is older than any upload. */
const emptied = async (folder: string, shared: boolean): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700); // what is in it is for this bureau's servers alone
  for (const left of await readdir(folder)) {
    const file = join(folder, left);
    const changed = await stat(file).catch(() => null); // null: another server has cleared it away
    if (changed !== null && (!shared || Date.now() - changed.mtimeMs > LEFT_AFTER_MS))
      await rm(file, { recursive: true, force: true });
  }
};

/**
 * The whole server in this process: office, read model, reminders and HTTP. Throws ConfigRefused and Unreachable; whatever was begun is then ended.
 * Stopping answers what has been asked, then closes in the opposite order.
 */
export const startServer = async (config: Config): Promise<Running> => {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = undo.pop(); end !== undefined; end = undo.pop()) await end();
  };
  try {
    const office = await openOffice(config, { alone: true });
    undo.push(office.close);
    const { store, projects, leads } = office;
    await emptied(office.imports.folder, !office.embedded);
    await emptied(office.papers.folder.incoming, !office.embedded);
    await checkLogReach(office);
    await upToDate(office);
    undo.push(leads.projects.leave);
    const following = store.subscribe(await store.head(), (events) =>
      leads.projects.reach(events.at(-1)!.position, projects.standsAt, projects.catchUp),
    );
    undo.push(following.stop);
    undo.push(sealing(office));
    const metering = await startMetering(office);
    if (metering !== null) undo.push(metering.stop);
    const meters = metering?.meters ?? null;
    if (config.worker === 'inside') undo.push((await startWorker(office, { apart: false, meters })).stop);
    const api = await createApi(office, meters);
    undo.push(() => closeApi(api));
    const firstAdministrator = await office.identity.firstAdministrator();
    const metricsPort = metering?.port ?? null;
    return { port: await listen(api, config.host, config.port), metricsPort, office, firstAdministrator, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
