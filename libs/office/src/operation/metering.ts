import { Unreachable } from '#database';
import { metersOf, openMetrics, type Meters } from '#telemetry';
import type { Office } from '../office.ts';
import { readingsOf } from './readings.ts';

interface Metering {
  readonly meters: Meters;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The meters of a process and their address, where the environment wants them; else null. Throws Unreachable 'port-in-use'. */
export const startMetering = async (office: Office): Promise<Metering | null> => {
  const place = office.config.metrics;
  if (place === null) return null;
  const meters = metersOf(readingsOf(office));
  try {
    const { port, close } = await openMetrics(place, meters);
    return { meters, port, stop: close };
  } catch (error) {
    throw new Unreachable('port-in-use', `LUODI_METRICS ${place.port}: ${(error as Error).message}`);
  }
};
