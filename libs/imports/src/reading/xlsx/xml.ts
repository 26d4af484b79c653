import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';
import type { Archive } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface Walker {
  readonly open?: (tag: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (tag: string) => void;
}

/** A tag's or attribute's name without its prefix: generators choose their own. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** xsd:boolean */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Excel's own escapes (ST_Xstring, ECMA-376 part 1, 22.9.2.19): _x000D_ is a carriage return, _x005F_ an underscore. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

const encodingOf = (first: Buffer): string => {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/** Walks one XML part. External entities do not exist for this parser: nothing is ever fetched, nothing unfolds. */
export const walk = async (archive: Archive, part: string, on: Walker): Promise<void> => {
  const parser = new SaxesParser();
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let sinceTag = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceTag = 0;
    on.open?.(local(tag.name), tag.attributes);
  });
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => {
    sinceTag = 0;
    on.close?.(local(tag.name));
  });
  await archive.read(part, (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
    sinceTag += chunk.length;
    if (sinceTag > BOUNDS.withoutTag) unreadable('file-bomb', part);
  });
  if (decoder !== null) parser.close();
};
