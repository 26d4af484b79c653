import { Alert, App, Button, Popconfirm, Space, Upload } from 'antd';
import { problemOf } from '../ask/api.ts';
import { useKeepsOrganisation } from '../people/keeps-organisation.ts';
import { useWords } from '../words/words.ts';
import { useDrawBorders } from './borders-queries.ts';

/** For who keeps the organisation: the borders of its regions from a file, and away again. */
export const BordersTools = ({ drawn }: { drawn: boolean }) => {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const keeps = useKeepsOrganisation();
  const draw = useDrawBorders();
  if (!keeps) return null;
  const lay = async (file: File): Promise<void> => {
    const geojson = await file.text();
    draw.mutate(geojson, {
      onSuccess: () => {
        message.success(t('bordersImported'));
      },
    });
  };
  return (
    <div className="no-print space-below" data-testid="borders-tools">
      <Space wrap>
        <Upload
          accept=".geojson,.json"
          showUploadList={false}
          beforeUpload={(file) => {
            void lay(file);
            return false;
          }}
        >
          <Button loading={draw.isPending}>{t(drawn ? 'replaceBorders' : 'importBorders')}</Button>
        </Upload>
        {drawn && (
          <Popconfirm
            title={t('removeBordersSure')}
            onConfirm={() => {
              draw.mutate(null);
            }}
          >
            <Button>{t('removeBorders')}</Button>
          </Popconfirm>
        )}
        <span className="small">{t('bordersHint')}</span>
      </Space>
      {draw.isError && <Alert type="error" showIcon className="space-above" title={say(problemOf(draw.error))} />}
    </div>
  );
};
