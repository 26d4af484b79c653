/** A fresh idempotency key: kept until a command is accepted, a second click or a lost answer changes nothing twice. */
export const commandKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
