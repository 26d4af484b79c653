/** Under which name Nest hands the office to whoever stands at its doors. */
export const OFFICE = Symbol('office');
