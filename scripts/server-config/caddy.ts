import { ASK_EACH_TIME, EDITOR_POLICY, FILES_POLICY, FOR_GOOD, HEADERS, KEPT_FOR_GOOD } from './responses.ts';
import { ANY_HOST, type RecipeSettings } from './settings.ts';

/**
 * A site for Caddy 2. It gets its certificate itself where the host name is a public one. Of two rules for one header
 * Caddy lets the more general one win, so that each place is told apart from all others.
 */
export function caddyRecipe({ host, base, root }: RecipeSettings): string {
  const [[, policy] = ['', ''], ...others] = HEADERS;
  const kept = `path_regexp ^${base}(${KEPT_FOR_GOOD.join('|')})`;
  const canonical = `path_regexp ^${base}n/[^/]+〔\\d{4}〕[1-9]\\d*号/$`;
  const [open, close] = ['[\\[［(（【〔﹝<〈]', '[\\]］)）】〕﹞>〉]'];
  const printed = `^${base}n/([^/]+?) *${open} *(\\d{4}) *${close} *第? *0*(\\d+) *(?:号|號)?/?$`;
  return `# 教研文库的 Caddy 配置，由 npm run server-config -- caddy 生成。
# 网站文件放在 ${root}${base}；本文件存为 /etc/caddy/Caddyfile，再运行 caddy reload。
(headers) {
    header {
${others.map(([name, value]) => `        ${name} "${value}"`).join('\n')}
        -Server
    }
}

${host === ANY_HOST ? ':80' : host} {
    root * ${root}
    encode zstd gzip
${base === '/' ? '' : `    redir ${base.slice(0, -1)} ${base} 302\n`}    import headers

    @kept ${kept}
    header @kept Cache-Control "${FOR_GOOD}"
    @fresh not ${kept}
    header @fresh Cache-Control "${ASK_EACH_TIME}"

    @files path ${base}files/*
    header @files Content-Security-Policy "${FILES_POLICY}"
    @editor path ${base}admin/*
    header @editor Content-Security-Policy "${EDITOR_POLICY}"
    @pages not path ${base}files/* ${base}admin/*
    header @pages Content-Security-Policy "${policy}"

    # 文号怎样写都能到：半角、全角、方头括号和空格，都转到规范写法的那一页。
    @printed {
        not ${canonical}
        path_regexp number "${printed}"
    }
    redir @printed "${base}n/{re.number.1}〔{re.number.2}〕{re.number.3}号/" 302

    file_server
    handle_errors {
        @missing expression {err.status_code} == 404
        rewrite @missing ${base}404.html
        import headers
        header Content-Security-Policy "${policy}"
        header Cache-Control "${ASK_EACH_TIME}"
        file_server
    }
}
`;
}
