import process from 'node:process';
import { basePath, outputDir, runBuild } from './build-site.ts';
import { serveStatic } from './serve-static.ts';

// npm start: build the site and its search, then serve it until stopped. PORT overrides 4321.
const port = Number(process.env['PORT'] || 4321);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(
    `发现 PORT 的值是“${process.env['PORT']}”，应为 0 到 65535 的整数。改法：例如 PORT=8080 npm start。`,
  );
  process.exit(2);
}
if (!(await runBuild())) process.exit(1);
try {
  const server = await serveStatic(outputDir(), { port, basePath: basePath() });
  console.log(`网站在 ${server.url} ，按 Ctrl+C 停止。`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(
    `发现端口 ${port} 已被占用，应为空闲的端口。改法：换一个端口，例如 PORT=${port + 1} npm start。`,
  );
  process.exit(2);
}
