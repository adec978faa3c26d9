/** Prints the configuration of a server for this site: what to send with which files, compressed and kept how long. */
import { readEnvironment } from './build/environment.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { caddyRecipe } from './server-config/caddy.ts';
import { containerRecipe } from './server-config/container.ts';
import { nginxRecipe } from './server-config/nginx.ts';
import { ANY_HOST, type RecipeSettings } from './server-config/settings.ts';
import { storageRecipe } from './server-config/storage.ts';

const USAGE = `用法：npm run --silent server-config -- nginx|caddy|container|storage [选项] > 文件
  nginx      /etc/nginx/conf.d/ 里的一个站点
  caddy      Caddyfile
  container  Containerfile（先生成网站，再由 nginx 提供）
  storage    上传到对象存储的脚本（用 rclone），先后有序，缓存各写明
  --host     域名；省去时取网站设置里的地址（SITE_URL 或 site.config.ts 的 url）
  --root     服务器上的文件夹；网站文件放在它下面的网站路径里，省去时为 /srv/www
网站路径取 BASE_PATH 或 site.config.ts 的 basePath。配置只打印出来，不改动服务器。`;

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const RECIPES: Record<string, (settings: RecipeSettings) => string> = {
  nginx: nginxRecipe,
  caddy: caddyRecipe,
  container: containerRecipe,
  storage: storageRecipe,
};

/** A folder that can be written into a configuration as it is. */
function readRoot(typed: string): string {
  if (/^\/[\w./-]*$/.test(typed)) return typed.replace(/\/+$/, '');
  throw new UsageError(
    `发现 --root ${typed}，应为服务器上的完整路径，只含字母、数字、点、横线和斜线，如 /srv/www。`,
  );
}

function readHost(typed: string): string {
  if (/^[\w.:[\]-]+$/.test(typed)) return typed;
  throw new UsageError(`发现 --host ${typed}，应为域名，如 www.example.org；不带 http:// 和路径。`);
}

/** The site's own host, but none while its settings still name this machine: no visitor asks for that. */
function hostOfSite(siteUrl: string, recipe: string): string {
  const { host, hostname } = new URL(siteUrl);
  if (!LOOPBACK.test(hostname)) return host;
  if (recipe === 'container' || recipe === 'storage') return ANY_HOST;
  console.error(
    '提示：网站设置里还没有域名，配置对任何域名都回应。要写明的，加 --host 域名，或先写进 src/site.config.ts 的 url。',
  );
  return ANY_HOST;
}

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    host: { type: 'string' },
    root: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [name = '', ...more] = positionals;
  const recipe = Object.hasOwn(RECIPES, name) ? RECIPES[name] : undefined;
  if (!recipe || more.length > 0) {
    throw new UsageError(
      `发现${positionals.join(' ') || '没有写要哪一种配置'}，应为 nginx、caddy、container、storage 之一。`,
    );
  }
  const { siteUrl, base } = readEnvironment();
  const settings = {
    host: values.host === undefined ? hostOfSite(siteUrl, name) : readHost(values.host),
    root: readRoot(values.root ?? '/srv/www'),
    base,
  };
  process.stdout.write(recipe(settings));
  return 0;
});
