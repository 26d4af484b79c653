import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

export type PastImport = Schemas['PastImport'];

/** The fields that a column can be, in the reader's language; they change with the server only. */
export const useImportFields = () => {
  const { language } = useWords();
  const fields =
    useQuery({
      queryKey: ['catalogue', 'import-fields'],
      queryFn: () => answered(api.GET('/api/imports/fields')),
      staleTime: Infinity,
    }).data?.fields ?? [];
  const names = new Map(fields.map((one) => [one.name, one[language]]));
  return {
    options: fields.map((one) => ({ value: one.name, label: one[language] })),
    nameOf: (name: string): string => names.get(name) ?? name,
    isMoney: (name: string): boolean => fields.some((one) => one.name === name && one.nature === 'money'),
  };
};

export const usePastImports = (enabled = true) =>
  useQuery({ queryKey: ['imports'], queryFn: () => answered(api.GET('/api/imports')), enabled });

const BETWEEN = 500; // milliseconds between two looks at how far it is

/** Of how many projects an import is taken back so far; null where the server that answers does not know. */
export const useTakenBackSoFar = (id: string, goesOn: boolean): number | null =>
  useQuery({
    queryKey: ['imports', id, 'taken-back'],
    queryFn: () => answered(api.GET('/api/imports/past/{id}/taken-back', { params: { path: { id } } })),
    enabled: goesOn,
    refetchInterval: BETWEEN,
    retry: false,
  }).data?.projects ?? null;

/** `every`: after how many milliseconds it is asked again. */
export const usePastImport = (id: string, every: number | false = false) =>
  useQuery({
    queryKey: ['imports', id],
    refetchInterval: every,
    queryFn: () => answered(api.GET('/api/imports/past/{id}', { params: { path: { id } } })),
  });
