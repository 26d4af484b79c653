import { Upload } from 'antd';
import { useWords } from '../words/words.ts';

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
    >
      <p className="drop-title">{t('drop')}</p>
      <p>{t('dropKinds')}</p>
      <p className="small">{t('dryRun')}</p>
    </Upload.Dragger>
  );
};
