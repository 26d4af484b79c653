import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.mts';

// Few files: a browser asks for six at a time. What stands before the door is one, libraries apart since they change seldom; so is what most pages use.
const GROUPS = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/ },
  { name: 'door', tags: ['$initial' as const] },
  { name: 'often', minShareCount: 24 },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
