import { createContext, useContext } from 'react';

/** What the choices of a form are called, by their values: kept while it is open, so that what will be recorded is said as it was chosen. */
export const ChoiceNames = createContext<Map<string, string>>(new Map());

/** Keeps how the choices of a field are called. Names are only added, so that it may happen while the field is drawn. */
export const useNaming = (options: readonly { readonly value: string; readonly label: string }[]): void => {
  const names = useContext(ChoiceNames);
  for (const { value, label } of options) names.set(value, label.trim());
};
