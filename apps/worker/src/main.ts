import { endWhenAsked, openOffice, readConfig, startMetering, startWorker } from '#office';
import { handOverTraces } from '#telemetry';

/** Runs the reminders in this process, beside a server with LUODI_WORKER=apart, until it is asked to stop. Throws ConfigRefused and Unreachable. */
export const serve = async (environment: Readonly<Record<string, string | undefined>>): Promise<void> => {
  const office = await openOffice(readConfig(environment));
  try {
    const metering = await startMetering(office);
    const worker = await startWorker(office, { apart: true, meters: metering?.meters ?? null });
    process.stderr.write(`Luodi 落地 · worker (${worker.alarms.backend})\n`);
    endWhenAsked(() => worker.stop().then(metering?.stop).then(office.close).then(handOverTraces));
  } catch (error) {
    await office.close();
    throw error;
  }
};
