import type { Shape } from './shape.ts';
import { STORED_SHAPES } from './stored-shapes.ts';

/** Every published shape by name and version, `LeadRegistered@2`. */
const SHAPES: ReadonlyMap<string, Shape> = new Map(Object.entries(STORED_SHAPES));

const ENVELOPE = 'CloudEvent';

export const ENVELOPE_SHAPE: Shape = SHAPES.get(`${ENVELOPE}@1`)!;

/** Versions of each type of event, the oldest first. */
export const VERSIONS: ReadonlyMap<string, readonly number[]> = [...SHAPES.keys()].reduce((versions, name) => {
  const [type = '', version = ''] = name.split('@');
  if (type !== ENVELOPE)
    versions.set(
      type,
      [...(versions.get(type) ?? []), Number(version)].sort((a, b) => a - b),
    );
  return versions;
}, new Map<string, readonly number[]>());

/** Null where there is no such event, or no such version of it. */
export const shapeOf = (type: string, version: number): Shape | null =>
  (VERSIONS.has(type) ? SHAPES.get(`${type}@${version}`) : undefined) ?? null;
