/** The file that says what the folder is and how to open it. */
import { siteConfig } from '../../src/site.config.ts';

/** Its name, which is what an office worker looks for. */
export const GUIDE = '使用说明.txt';

/** Its text as Windows' own editor of any age shows it right: UTF-8 with its mark, lines ended as there. */
export function guideText(content: readonly string[]): string {
  const { name, office, contact } = siteConfig;
  const lines = [
    `${name}（${office}）离线版`,
    '',
    `这个文件夹是“${name}”的完整副本，不用联网、不用安装，在浏览器里就能看，也能检索。`,
    ...content,
    '',
    '怎样打开',
    '',
    '1. 双击这个文件夹里的 index.html。',
    '2. 用 Chrome（109 以上）、Edge 或 Firefox 浏览器。360、QQ 等浏览器请用“极速模式”。',
    '   双击后用别的程序打开的，请在 index.html 上点右键，选“打开方式”，再选上面的浏览器。',
    '',
    '怎样带走',
    '',
    '整个文件夹一起复制，不要只复制其中几个文件，也不要改里面的文件名。',
    '放在 U 盘、电脑硬盘或单位的共享文件夹里都可以。压缩包要先解压再打开。',
    '',
    '打不开、检索不出来时',
    '',
    '- 提示“文件夹里缺了文件”：复制不完整，请把整个文件夹重新复制一份。',
    '- 页面提示要打开 JavaScript：浏览器关闭了它；不打开也能按年度和列表查看，只是不能检索。',
    '- 内容不是最新的：离线版不会自己更新，请向给您文件夹的人要新的一份，换掉整个文件夹。',
    ...(contact ? ['', `联系：${contact}`] : []),
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
