/** A timestamp column as an instant: the pool may answer it as text. */
export const instant = (column: string | Date): string => new Date(column).toISOString();
