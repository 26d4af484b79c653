import { CLOCK_NAMES, type ClockState, type Colour, type IsoDate } from '#domain';

const COLOUR_LETTERS: Record<Exclude<Colour, 'green'>, string> = { blue: 'b', yellow: 'y', orange: 'o', red: 'r' };
const COLOURS = Object.fromEntries(
  Object.entries(COLOUR_LETTERS).map(([colour, letter]) => [letter, colour as Exclude<Colour, 'green'>]),
);

const squeeze = (day: IsoDate | null): string => (day === null ? '' : day.replaceAll('-', ''));
const spread = (text: string): IsoDate | null =>
  text === '' ? null : (`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as IsoDate);

/**
 * The running clocks of a row in one short text, so that a list of 100,000 shows the deciding clock, its due day and days late without
 * folding anything: `clock|base due|due|colour letter + day …|pause from-to …`, clocks separated by `;`.
 */
export const packClocks = (clocks: readonly ClockState[]): string =>
  clocks
    .map(({ clock, baseDue, due, crossings, pauses }) =>
      [
        CLOCK_NAMES.indexOf(clock),
        squeeze(baseDue),
        due === baseDue ? '' : squeeze(due),
        crossings.map(({ colour, on }) => COLOUR_LETTERS[colour] + squeeze(on)).join(','),
        pauses.map((pause) => `${squeeze(pause.from)}-${squeeze(pause.to)}`).join(','),
      ].join('|'),
    )
    .join(';');

export const unpackClocks = (packed: string): readonly ClockState[] =>
  packed === ''
    ? []
    : packed.split(';').map((one): ClockState => {
        const [clock = '', baseDue = '', due = '', crossings = '', pauses = ''] = one.split('|');
        return {
          clock: CLOCK_NAMES[Number(clock)]!,
          baseDue: spread(baseDue),
          due: spread(due === '' ? baseDue : due),
          crossings:
            crossings === ''
              ? []
              : crossings
                  .split(',')
                  .map((crossing) => ({ colour: COLOURS[crossing[0]!]!, on: spread(crossing.slice(1))! })),
          pauses:
            pauses === ''
              ? []
              : pauses.split(',').map((pause) => {
                  const [from = '', to = ''] = pause.split('-');
                  return { from: spread(from)!, to: spread(to) };
                }),
        };
      });
