import { pageWords } from './page-words.ts';

process.stdout.write(pageWords());
