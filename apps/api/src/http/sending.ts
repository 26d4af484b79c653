import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { ReportFormat } from '#office';

const TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};
export const typeOf = (format: ReportFormat): string => TYPES[format];
export const XLSX = TYPES.xlsx;

/** Sends a file under its name as its bytes come. What goes wrong after the first byte ends the connection: half a file never looks whole. */
export const sendFile = (
  response: Response,
  type: string,
  name: string,
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
): void => {
  response.attachment(name).type(type).setHeader('Cache-Control', 'no-store');
  const file = Readable.from(bytes, { objectMode: false });
  file.on('error', (error) => response.destroy(error));
  response.on('close', () => file.destroy());
  file.pipe(response);
};
