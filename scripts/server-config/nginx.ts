import {
  ASK_EACH_TIME,
  COMPRESSED_TYPES,
  EDITOR_POLICY,
  FILES_POLICY,
  FOR_GOOD,
  HEADERS,
  KEPT_FOR_GOOD,
} from './responses.ts';
import { indent, type RecipeSettings } from './settings.ts';

/** A place of nginx: `add_header` in it hides those of the places around, so that each place says all of them. */
function place(at: string, caching: string, policy?: string, first: readonly string[] = []): string {
  const headers = HEADERS.map(([name, value]) => {
    return [name, name === 'Content-Security-Policy' ? (policy ?? value) : value] as const;
  });
  const rules = [
    ...first,
    'try_files $uri $uri/ =404;',
    ...[...headers, ['Cache-Control', caching]].map(
      ([name, value]) => `add_header ${name} "${value}" always;`,
    ),
  ];
  return `location ${at} {\n    ${indent(rules.join('\n'), '    ')}\n}`;
}

/** Any print of a number, its code as it stands; the canonical one is left alone, as it has 六角括号 and a closing 号/. */
function numberRewrite(base: string): string {
  const [open, close] = ['[\\[［(（【〔﹝<〈]', '[\\]］)）】〕﹞>〉]'];
  const printed = `(*UTF)^${base}n/([^/]+?) *${open} *(\\d{4}) *${close} *第? *0*(\\d+) *(?:号|號)?/?$`;
  return [
    `if ($uri !~ "(*UTF)^${base}n/[^/]+〔\\d{4}〕[1-9]\\d*号/$") {`,
    `    rewrite "${printed}" "${base}n/$1${encodeURI('〔')}$2${encodeURI('〕')}$3${encodeURI('号')}/" redirect;`,
    '}',
  ].join('\n');
}

/** A server for nginx 1.18 or later, with PCRE in UTF-8. */
export function nginxRecipe({ host, base, root }: RecipeSettings): string {
  const types = COMPRESSED_TYPES.filter((type) => type !== 'application/wasm').join(' ');
  const places = [
    ...(base === '/' ? [] : [`location = ${base.slice(0, -1)} { return 302 ${base}; }`]),
    ...KEPT_FOR_GOOD.map((folder) => place(`~ "^${base}${folder}"`, FOR_GOOD)),
    place(`~ "^${base}[a-z-]+[.]csv$"`, ASK_EACH_TIME, undefined, ['types { }', 'default_type text/csv;']),
    place(`^~ ${base}files/`, ASK_EACH_TIME, FILES_POLICY),
    place(`^~ ${base}admin/`, ASK_EACH_TIME, EDITOR_POLICY),
    place(`^~ ${base}n/`, ASK_EACH_TIME, undefined, [
      '# 文号怎样写都能到：半角、全角、方头括号和空格，都转到规范写法的那一页。',
      ...numberRewrite(base).split('\n'),
    ]),
    place(base, ASK_EACH_TIME),
  ];
  return `# 教研文库的 nginx 配置，由 npm run server-config -- nginx 生成。
# 网站文件放在 ${root}${base}；本文件放进 /etc/nginx/conf.d/，再运行 nginx -t 和 nginx -s reload。
server {
    listen 80;
    listen [::]:80;
    server_name ${host.replace(/:\d+$/, '')};
    root ${root};
    index index.html;
    error_page 404 ${base}404.html;
    charset utf-8;
    charset_types ${types};
    server_tokens off;
    # 转到带斜线的网址时不写明域名和端口，放在反向代理后面也对。
    absolute_redirect off;

    gzip on;
    gzip_vary on;
    gzip_min_length 512;
    gzip_types ${COMPRESSED_TYPES.join(' ')};

    ${indent(places.join('\n\n'), '    ')}
}
`;
}
