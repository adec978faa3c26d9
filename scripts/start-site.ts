import process from 'node:process';
import { keepCompiledCode } from './build/compiled-code.ts';
import { readEnvironment, readPort } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { runBuild } from './build/run-build.ts';
import { serveStatic } from './serve-static.ts';

// npm start: build the site and its search, then serve it until stopped. PORT overrides 4321.
async function start(): Promise<void> {
  keepCompiledCode();
  const port = readPort();
  const { outDir, base } = readEnvironment();
  if (!(await runBuild())) process.exit(1);
  const server = await serveStatic(outDir, { port, basePath: base }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `发现端口 ${port} 已被占用，应为空闲的端口。改法：换一个端口，例如 PORT=${port + 1} npm start。`,
    );
    process.exit(2);
  });
  console.log(`网站在 ${server.url} ，按 Ctrl+C 停止。`);
}

await start().catch((error: unknown) => {
  const message = explainFailure(error);
  if (message === undefined) throw error;
  console.error(message);
  process.exit(2);
});
