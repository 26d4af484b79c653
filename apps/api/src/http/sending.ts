import { Readable } from 'node:stream';
import type { Response } from 'express';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends a file under its name as its bytes come. What goes wrong after the first byte ends the connection: half a file never looks whole. */
export const sendFile = (response: Response, type: string, name: string, bytes: AsyncIterable<Buffer>): void => {
  response.type(type).attachment(name).setHeader('Cache-Control', 'no-store');
  const file = Readable.from(bytes, { objectMode: false });
  file.on('error', (error) => response.destroy(error));
  response.on('close', () => file.destroy());
  file.pipe(response);
};
