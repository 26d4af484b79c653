import { readFile } from 'node:fs/promises';
import { refuseFile } from '#imports';
import { Refused } from './output.ts';

/** Bytes as text, in the encoding that their mark names: Windows editors save JSON as UTF-8 with a mark, or as UTF-16. */
const decoded = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);

/** What a file of JSON holds. Refuses `file-missing` where there is no such file, `file-is-folder` for a folder, and a file that is no JSON under the code of what it should have been. */
export const readJson = async (file: string, code = 'file-invalid'): Promise<unknown> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) =>
    refuseFile(error.code === 'EISDIR' ? 'file-is-folder' : 'file-missing', file),
  );
  try {
    return JSON.parse(decoded(bytes));
  } catch (error) {
    throw new Refused(
      code,
      { zh: `这个文件不是 JSON：${file}`, en: `This is no JSON file: ${file}` },
      { field: 'file', detail: (error as Error).message },
    );
  }
};
