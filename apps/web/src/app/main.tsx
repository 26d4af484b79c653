import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { worthAnotherTry } from '../ask/api.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { askSession } from './known-to-all.ts';
import { LanguageChoice } from './language.tsx';
import { leaveChoicesAlone } from './leaving-choices.ts';
import './looks.ts';
import './looks.css';
import './page.css';

const client = new QueryClient({
  defaultOptions: { queries: { refetchOnWindowFocus: true, staleTime: 10_000, retry: worthAnotherTry } },
});

askSession(client); // before anything is drawn
leaveChoicesAlone(document);

const root = createRoot(document.getElementById('root')!);

// As a transition it is drawn bit by bit: the browser paints and answers in between.
startTransition(() => {
  root.render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageChoice>
          <BrowserRouter>
            <ErrorBoundary place="window">
              <Gate />
            </ErrorBoundary>
          </BrowserRouter>
        </LanguageChoice>
      </QueryClientProvider>
    </StrictMode>,
  );
});
