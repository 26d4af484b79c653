/** A record that nothing can be made of, as an older release or somebody with the database open may have left it. Its subject is set aside; nothing is decided on the rest. */
export class UnreadableFact extends Error {
  override readonly name = 'UnreadableFact';
  constructor(reason: string) {
    super(`a record cannot be read: ${reason}`);
  }
}

const isOfAnotherShape = (error: unknown): error is Error => error instanceof TypeError || error instanceof RangeError;

/** What is made of the records of one subject. That one of them has another shape than its kind shows when it is used: throws UnreadableFact then. */
export const madeOf = <Made>(make: () => Made): Made => {
  try {
    return make();
  } catch (error) {
    throw isOfAnotherShape(error) ? new UnreadableFact(error.message) : error;
  }
};

/** The same for one of several subjects: null where a record cannot be read. */
export const ifReadable = <Made>(make: () => Made): Made | null => {
  try {
    return make();
  } catch (error) {
    if (isOfAnotherShape(error) || error instanceof UnreadableFact) return null;
    throw error;
  }
};
