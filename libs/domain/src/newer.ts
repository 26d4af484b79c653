/** A fact that a newer release recorded, of a kind or in a shape that this one does not know. It is left as it is; nothing is decided on what is half understood. */
export class NewerFact extends Error {
  override readonly name = 'NewerFact';
  constructor(type: string) {
    super(`${type}: ${BY_NEWER}, which alone can read it`);
  }
}

const BY_NEWER = 'recorded by a newer release';

/** Whether something was set aside for such a fact. */
export const isForNewerFact = (reason: string): boolean => reason.includes(BY_NEWER);

/** How a fact reads whose shape is newer than ours: as one of another kind, so that nothing takes it for what it knows. */
export const inNewerShape = (type: string, version: number): string => `${type}@${version}`;
export const isInNewerShape = (type: string): boolean => type.includes('@');

/** What the log calls it. */
export const writtenType = (type: string): string => type.replace(/@\d+$/, '');
