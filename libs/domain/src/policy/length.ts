/** A span of time: calendar days, working days of the calendar, or months with clamping. */
export interface Length {
  readonly value: number;
  readonly unit: 'days' | 'working-days' | 'months';
}
