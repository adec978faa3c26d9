import process from 'node:process';

// npm run dev: live editing. Search runs against the last built index; see built-search.ts.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { dev } = await import('astro');
await dev({ server: { port: Number(process.env['PORT'] || 4321), host: '127.0.0.1' } });
