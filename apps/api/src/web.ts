import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';

/** What the page may load: itself. No script stands in the page's text, so an injected one does not run. Ant Design writes its styles at run time. */
export const securityHeaders = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https, // browsers ignore it on plain http and say so on every page
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
  });

/** The built page: its hashed files for ever, index.html for every address that is not the API's, so that a link into the page works. */
export const webPage = (folder: string): readonly RequestHandler[] => {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return [];
  return [
    express.static(folder, {
      index: false,
      dotfiles: 'ignore',
      setHeaders: (response: Response, path: string) => {
        response.setHeader(
          'Cache-Control',
          path.includes(`${join('/', 'assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
    (request: Request, response: Response, next: NextFunction) => {
      const page =
        (request.method === 'GET' || request.method === 'HEAD') &&
        !request.path.startsWith('/api') &&
        !/\.[a-z0-9]{2,5}$/i.test(request.path);
      if (!page) {
        next();
        return;
      }
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(index);
    },
  ];
};
