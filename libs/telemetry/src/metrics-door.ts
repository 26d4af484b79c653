import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Meters } from './meters.ts';

/** Where metrics are read: an address of its own, apart from the one that people use. `token`: what a scraper must bring; null on the loopback only. */
export interface MetricsPlace {
  readonly host: string;
  readonly port: number;
  readonly token: string | null;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const admits = (token: string | null, header: string | undefined): boolean =>
  token === null || timingSafeEqual(digest(`Bearer ${token}`), digest(header ?? ''));

const serving = ({ token }: MetricsPlace, meters: Meters): Server =>
  createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    if (!admits(token, request.headers.authorization)) {
      response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end();
      return;
    }
    meters.text().then(
      (text) => response.writeHead(200, { 'Content-Type': meters.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });

interface MetricsDoor {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Opens GET /metrics. Rejects with the error of the system where the address cannot be taken. */
export const openMetrics = async (place: MetricsPlace, meters: Meters): Promise<MetricsDoor> => {
  const server = serving(place, meters);
  await new Promise<void>((opened, refused) => {
    server.once('error', refused).listen(place.port, place.host, opened);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
};
