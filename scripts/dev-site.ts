import process from 'node:process';
import { readEnvironment, readPort } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';

// npm run dev: live editing. Search runs against the last built index; see built-search.ts.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
try {
  const port = readPort();
  readEnvironment();
  const { dev } = await import('astro');
  await dev({ server: { port, host: '127.0.0.1' } });
} catch (error) {
  const message = explainFailure(error);
  if (message === undefined) throw error;
  console.error(message);
  process.exit(2);
}
