#!/usr/bin/env node
import { startTracing } from '#telemetry';

// What is to be traced is loaded once tracing has begun.
startTracing(process.env)
  .then(() => import('./program.ts'))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
