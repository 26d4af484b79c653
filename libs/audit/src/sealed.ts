import type { RecordedEvent } from '#domain';
import type { FirstBad } from './findings.ts';
import { NO_SEAL, sealHash, stretch, type Seal } from './seals.ts';

const bad = (seal: Seal, what: FirstBad['what']): FirstBad => ({
  position: Number(seal.position),
  stream: null,
  version: null,
  what,
});

/** The seals of one keeper up to the first that is not what was sealed or contradicts the seal before it, and that one. */
export const trusted = (
  seals: readonly Seal[],
): { readonly seals: readonly Seal[]; readonly changed: FirstBad | null } => {
  for (const [index, seal] of seals.entries()) {
    const before = seals[index - 1];
    const follows =
      before === undefined
        ? seal.number > 1 || seal.previous === NO_SEAL
        : seal.previous === before.hash && seal.number === before.number + 1;
    if (!follows || sealHash(seal) !== seal.hash)
      return { seals: seals.slice(0, index), changed: bad(seal, 'seal-changed') };
  }
  return { seals, changed: null };
};

interface SealedStretches {
  readonly take: (event: RecordedEvent) => FirstBad | null;
  /** The log ends after `last`. */
  readonly end: (last: bigint) => FirstBad | null;
}

/**
 * Compares the log with its seals while it is read in order. `take` is given every record; it answers at the end of a sealed stretch.
 * Stretches that began before `after` are not judged.
 */
export const sealedStretches = (seals: readonly Seal[], after: bigint): SealedStretches => {
  let index = seals.findIndex(
    ({ number, position }, at) =>
      (at === 0 ? number === 1 && after <= 0n : BigInt(seals[at - 1]!.position) >= after) && BigInt(position) > after,
  );
  if (index < 0) index = seals.length;
  let begins = index === 0 ? 0n : BigInt(seals[index - 1]?.position ?? '0');
  let current = stretch();
  let events = 0;
  const close = (seal: Seal): FirstBad | null => {
    const same = events === seal.events && current.digest() === seal.digest;
    begins = BigInt(seal.position);
    current = stretch();
    events = 0;
    index += 1;
    return same ? null : bad(seal, 'seal-broken');
  };
  return {
    take: (event) => {
      let seal = seals[index];
      while (seal !== undefined && event.position > BigInt(seal.position)) {
        // its last record is gone
        const found = close(seal) ?? bad(seal, 'seal-broken');
        if (found) return found;
        seal = seals[index];
      }
      if (seal === undefined || event.position <= begins) return null;
      current.add(event);
      events += 1;
      return event.position === BigInt(seal.position) ? close(seal) : null;
    },
    end: (last) =>
      BigInt(seals.at(-1)?.position ?? '0') <= last
        ? null
        : { position: Number(last) + 1, stream: null, version: null, what: 'sealed-records-missing' },
  };
};
