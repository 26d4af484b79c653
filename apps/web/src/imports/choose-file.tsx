import { Upload } from 'antd';
import { useWords } from '../words/words.ts';

const DROP_HEIGHT = 220; // px: what stands in it is read at once
const ACCEPTED = '.xlsx,.xlsm,.xls,.et,.csv,.txt,.htm,.html';

/** Where a ledger is dropped or chosen. What the file really is the server finds out from what it holds. */
export const ChooseFile = ({ onChoose }: { onChoose: (file: File) => void }) => {
  const { t } = useWords();
  return (
    <Upload.Dragger
      accept={ACCEPTED}
      showUploadList={false}
      beforeUpload={(chosen) => {
        onChoose(chosen);
        return false;
      }}
      className="drop"
      height={DROP_HEIGHT}
    >
      <p className="drop-title">{t('drop')}</p>
      <p>{t('dropKinds')}</p>
      <p className="small">{t('dryRun')}</p>
    </Upload.Dragger>
  );
};
