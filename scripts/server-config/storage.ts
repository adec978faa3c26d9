import { ASK_EACH_TIME, FOR_GOOD } from './responses.ts';
import type { RecipeSettings } from './settings.ts';

/**
 * A script that puts the site into a bucket of an object store with rclone, in an order in which a reader never meets a
 * page whose files are not there yet: first what is named after its content, then pages and data, at last what leads
 * into them. Old files stay until they are asked away, for pages that were opened before need them.
 */
export function storageRecipe({ base }: Pick<RecipeSettings, 'base'>): string {
  const below = base.slice(0, -1);
  return `#!/bin/sh
# 教研文库放进对象存储，由 npm run server-config -- storage 生成。
#   sh upload.sh 目的地           上传 dist（OUT_DIR 可以换一个文件夹）
#   sh upload.sh 目的地 --clean   一天以后再运行：删去网站里已经没有的旧文件
# 目的地是 rclone config 里配好的存储名和桶名，例如 oss:wenku。
# 桶要打开静态网站：首页 index.html（子目录也用它），出错页 ${base.slice(1)}404.html。
set -eu
site="\${OUT_DIR:-dist}"
if [ $# -lt 1 ] || [ ! -f "$site/pagefind/pagefind-entry.json" ]; then
  echo "发现没有写目的地，或 $site 里没有生成好的网站，应两样都有。改法：先 npm run build，再 sh upload.sh 存储名:桶名。" >&2
  exit 2
fi
to="$1${below}"
good="--header-upload=Cache-Control: ${FOR_GOOD}"
ask="--header-upload=Cache-Control: ${ASK_EACH_TIME}"
if [ "\${2:-}" = --clean ]; then
  exec rclone sync --checksum "$ask" "$site" "$to"
fi
# 名称随内容变的：先传，新旧网页都找得到自己的文件。
rclone copy --checksum "$good" "$site/_astro" "$to/_astro"
rclone copy --checksum "$good" --filter "+ /[0-9a-f]*/**" --filter "- *" "$site/pagefind" "$to/pagefind"
# 网页、数据、附件。
rclone copy --checksum "$ask" --filter "- /_astro/**" --filter "- /pagefind/**" --filter "- /index.html" "$site" "$to"
# 检索入口和首页最后。
rclone copy --checksum "$ask" --filter "- /[0-9a-f]*/**" "$site/pagefind" "$to/pagefind"
rclone copyto --checksum "$ask" "$site/index.html" "$to/index.html"
echo "完成。走 CDN 的，刷新网页和 ${base}pagefind/pagefind-entry.json；一天以后运行 sh upload.sh $1 --clean。"
`;
}
