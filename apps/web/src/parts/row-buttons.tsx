import { Button } from 'antd';
import type { RowCommands } from '../matters/matter-page.tsx';
import { useWords } from '../words/words.ts';

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
