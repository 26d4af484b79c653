import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { worthAnotherTry } from '../ask/api.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { LanguageAndLooks } from './language.tsx';
import { leaveChoicesAlone } from './leaving-choices.ts';
import './looks.css';
import './page.css';

const SAID_FOR = 8; // seconds: what a message says can be read, and taken back, at leisure

const client = new QueryClient({
  defaultOptions: { queries: { refetchOnWindowFocus: true, staleTime: 10_000, retry: worthAnotherTry } },
});

leaveChoicesAlone(document);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageAndLooks>
        <AntApp message={{ duration: SAID_FOR }}>
          <BrowserRouter>
            <ErrorBoundary place="window">
              <Gate />
            </ErrorBoundary>
          </BrowserRouter>
        </AntApp>
      </LanguageAndLooks>
    </QueryClientProvider>
  </StrictMode>,
);
