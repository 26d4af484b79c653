import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { accepts } from './http/accepts.ts';

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

// Best first: what a browser accepts of these is sent as the build wrote it.
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** Asks for the compressed file beside the one asked for, where there is one and the browser takes it. */
const smallest = (folder: string): RequestHandler => {
  const files = new Set(
    readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll(sep, '/')}`),
  );
  return (request, response, next) => {
    const path = files.has(request.path) ? request.path : null;
    if (path !== null) response.vary('Accept-Encoding');
    const encoding = ENCODINGS.find(
      ({ name, suffix }) => path !== null && files.has(path + suffix) && accepts(request, name),
    );
    if (path !== null && encoding !== undefined) {
      response.type(extname(path));
      response.setHeader('Content-Encoding', encoding.name);
      request.url = path + encoding.suffix;
    }
    next();
  };
};

const isOfApi = ({ path }: Request): boolean => path === '/api' || path.startsWith('/api/');

/** The built page: its hashed files for ever, index.html for every address that is not the API's, so that a link into the page works. No file is looked for under the API's. */
export const webPage = (folder: string): readonly RequestHandler[] => {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return [];
  const files = express.static(folder, {
    index: false,
    dotfiles: 'ignore',
    setHeaders: (response: Response, path: string) => {
      response.setHeader(
        'Cache-Control',
        path.includes(`${join('/', 'assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return [
    (request: Request, _response: Response, next: NextFunction) => {
      const page =
        (request.method === 'GET' || request.method === 'HEAD') &&
        !isOfApi(request) &&
        !/\.[a-z0-9]{2,5}$/i.test(request.path);
      if (page) request.url = '/index.html';
      next();
    },
    smallest(folder),
    (request, response, next) => {
      if (isOfApi(request)) next();
      else files(request, response, next);
    },
  ];
};
