import { walk } from './xml.ts';
import type { Archive } from './zip.ts';

export interface Relationship {
  readonly type: string; // the last word of its address: worksheet, styles …
  readonly target: string | null; // a part of this package; null: it lies outside
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** A target as a part's name: absolute from the root, or relative to the folder of the part that names it. */
const resolved = (part: string, target: string): string => {
  const path = target.replace(/\\/g, '/');
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : folderOf(part) + path).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
};

/** What a part says of the parts that belong to it (ECMA-376 part 2, 9.3). */
export const relationshipsOf = async (archive: Archive, part: string): Promise<ReadonlyMap<string, Relationship>> => {
  const found = new Map<string, Relationship>();
  await walk(archive, `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag !== 'Relationship') return;
      const target = TargetMode === 'External' ? null : resolved(part, Target);
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
};
