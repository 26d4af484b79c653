// Ends with 1 where what is installed is not what package-lock.json names.
import { readFileSync } from 'node:fs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

try {
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([place]) => place !== '');
  const installed = packagesOf('node_modules/.package-lock.json');
  const missing = wanted.some(([place, { version, optional }]) =>
    place in installed ? installed[place].version !== version : !optional,
  );
  process.exitCode = missing ? 1 : 0;
} catch {
  process.exitCode = 1; // nothing is installed
}
