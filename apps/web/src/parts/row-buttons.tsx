import { Button } from 'antd';
import type { MatterCommand } from '../matters/matter-kinds.ts';
import { useWords } from '../words/words.ts';

/** What the sections of a matter get: the commands allowed now, and how to begin one for a row of theirs. */
export interface RowCommands {
  readonly allowed: readonly MatterCommand[];
  readonly begin: (command: MatterCommand, row: string) => void;
}

/** The commands for one row of a matter, where they are allowed. */
export const RowButtons = ({ rows, row, types }: { rows: RowCommands; row: string; types: readonly string[] }) => {
  const { say } = useWords();
  return (
    <span className="buttons">
      {rows.allowed
        .filter(({ type }) => types.includes(type))
        .map((command) => (
          <Button
            key={command.type}
            size="small"
            onClick={() => {
              rows.begin(command, row);
            }}
          >
            {say(command.title)}
          </Button>
        ))}
    </span>
  );
};
