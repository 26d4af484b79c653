import type { NextFunction, Request, Response } from 'express';
import type { Meters } from '#telemetry';

/** The pattern of the route that answered, so that a thousand projects are one line of the metrics; what no route knows is one line too. */
const routeOf = ({ route }: Request): string => {
  const path = (route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
};

/** Counts each request with its route and outcome, and how long it took. */
export const measuring =
  ({ answered }: Meters) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    response.once('close', () => {
      answered(request.method, routeOf(request), response.statusCode, (performance.now() - began) / 1000);
    });
    next();
  };
