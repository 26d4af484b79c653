import { Card, Descriptions } from 'antd';
import { useFactWords } from '../parts/fact-words.ts';
import type { ProjectState } from './project-state.ts';

/** The columns of the ledger that no fact has a place for, under their own headers: the firm’s contact, a remark. The server masks numbers from who only looks. */
export const KeptColumns = ({ state: { extra } }: { state: ProjectState }) => {
  const { fieldName } = useFactWords();
  const columns = Object.entries(extra);
  if (columns.length === 0) return null;
  return (
    <Card size="small" title={fieldName('extra')} className="space-above" data-testid="kept-columns">
      <Descriptions
        column={1}
        size="small"
        items={columns.map(([header, said]) => ({ key: header, label: header, children: said }))}
      />
    </Card>
  );
};
