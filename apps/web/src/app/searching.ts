import { createContext } from 'react';

/** Opens the search over everything; the shell around the pages does it. */
export const Searching = createContext<() => void>(() => undefined);
