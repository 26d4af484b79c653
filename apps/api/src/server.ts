import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { Logger } from 'nestjs-pino';
import { Unreachable } from '#database';
import { ApiModule } from './api.module.ts';
import { compressAnswers } from './http/compress-answers.ts';
import { jsonBody } from './http/body.ts';
import { languageOf } from './http/language.ts';
import { requestLog } from './http/logging.ts';
import { problemOf } from './http/problem.ts';
import { openApiDocument } from './openapi/document.ts';
import type { Office } from '#office';
import type { Meters } from '#telemetry';
import { measuring } from './http/measuring.ts';
import { refuseUnreadable } from './http/unreadable.ts';
import { securityHeaders, webPage } from './web.ts';

export interface Api {
  readonly app: NestExpressApplication;
  readonly document: OpenAPIObject;
}

/** The HTTP application over its services, ready to listen. Whoever made the services closes them. `meters`: where requests are counted, if anywhere. */
export const createApi = async (office: Office, meters: Meters | null = null): Promise<Api> => {
  const { config } = office;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(office), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(config.logLevel === 'silent' ? false : app.get(Logger));
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy ? 1 : false);
  app.set('query parser', 'simple'); // ?a[b]=c is no object: a query holds texts and lists of texts
  const log = requestLog(config.logLevel);
  if (log !== null) app.use(log);
  if (meters !== null) app.use(measuring(meters));
  app.use(securityHeaders(config.publicUrl?.protocol === 'https:'));
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', compressAnswers, ...jsonBody());
  const document = openApiDocument(app);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Luodi API',
  });
  const page = webPage(config.web);
  if (page.length > 0) app.use(...page);
  // What fails before a route is found (a body that is no JSON, an address that cannot be decoded) is answered like everything else.
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { problem } = problemOf(error, languageOf(request));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  });
  await app.init();
  refuseUnreadable(app.getHttpServer());
  return { app, document };
};

/** A proxy keeps a connection for some two minutes without a request (Caddy 120 s, nginx 60 s): who closes first must be the proxy, or it gives a request to a connection that is just being closed. */
const KEPT_ALIVE_MS = 150_000;

/** Listens; the port may be 0 for any free one. Throws Unreachable 'port-in-use'. */
export const listen = async ({ app }: Api, host: string, port: number): Promise<number> => {
  app.getHttpServer().keepAliveTimeout = KEPT_ALIVE_MS;
  try {
    await app.listen(port, host);
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes(String((error as { code?: string }).code)))
      throw new Unreachable('port-in-use', String(port));
    throw error;
  }
  return (app.getHttpServer().address() as AddressInfo).port;
};

const PATIENCE_MS = 5_000;

/** Takes no more requests, lets those under way finish, and cuts off after five seconds what will not end (a followed import, a stuck client). */
export const closeApi = async ({ app }: Api): Promise<void> => {
  const server = app.getHttpServer();
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, PATIENCE_MS);
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50); // a kept-alive connection is idle only after its last answer
  server.closeIdleConnections();
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
    clearInterval(idle);
  }
};
