import { existsSync } from 'node:fs';
import { REDIS, startRedis as start, type TestRedis } from '../support/redis.ts';

/** A Redis of the bench's own, or null where the machine has none. */
export const startRedis = async (): Promise<TestRedis | null> => (existsSync(REDIS.file) ? start() : null);
