import { formerAddresses } from '../../core/former-addresses.ts';
import { numberKey } from '../../core/number-key.ts';
import { leadsOn, numberBearers, numberOfPath } from '../number-bearers.ts';
import { defineRule, type LintContext, type LintDocument } from '../rule.ts';
import { mayBeThere } from '../unknown-pages.ts';

type Context = Pick<LintContext, 'documents' | 'unreadable' | 'topics' | 'addresses' | 'pages'>;

interface Redirect {
  path: string;
  to: string;
}

/** A redirect of addresses.yml that leads nowhere, to another redirect, or away from a page that is still there. */
export default defineRule({
  id: 'redirect-target',
  severity: 'error',
  needs: ['documents', 'unreadable', 'topics', 'addresses', 'pages'],
  *check(context) {
    const { addresses } = context;
    const stepFrom = stepFinder(context);
    for (const [index, { path, to }] of addresses.entries.entries()) {
      const fault = to === undefined ? undefined : judge({ path, to }, context, stepFrom);
      if (fault) yield { file: addresses.file, line: addresses.lineOf([index, 'to']), ...fault };
    }
  },
});

function judge({ path, to }: Redirect, context: Context, stepFrom: StepFinder) {
  if (context.pages.has(path)) {
    return {
      found: `网址 ${path} 写了 to: ${to}，而这一页还在`,
      expected: 'to 只用于不再有的网页',
      fix: leadsOn(path, context)
        ? `改回 - ${path}；要撤下这一页的，先删去文件，或删去文件 aliases 里的它`
        : '有文件接替的，在那一份的 aliases 里加上这个文号，再去掉 to；没有的，删去这一条，这一页照旧说明谁引用了它',
    };
  }
  if (to === path) {
    return {
      found: `网址 ${path} 转到的就是它自己`,
      expected: '现在有的网页',
      fix: '把 to 改为接替它的网页；没有的，写上级的列表页，如 /policies/',
    };
  }
  const next = stepFrom(to);
  if (next !== undefined) {
    return {
      found: `网址 ${path} 转到的 ${to} 自己也要转到 ${next}`,
      expected: '一次就转到现在有的网页',
      fix: next === path ? '两条互相转到对方，改成各自接替的网页' : `把 to 改为 ${next}`,
    };
  }
  if (context.pages.has(to) || mayBeThere(to, context)) return undefined;
  return {
    found: `网址 ${path} 转到 ${to}，新网站没有这一页`,
    expected: '现在有的网页',
    fix: '在网站上打开接替它的网页，照抄地址栏里域名和网站路径以后的部分；没有哪一页接替的，写上级的列表页，如 /policies/',
  };
}

/** Where an address that is itself only a redirect leads; undefined for any other. */
type StepFinder = (path: string) => string | undefined;

/** Makes the finder of next steps; a register may have as many redirects as the library has documents. */
function stepFinder({ documents, addresses }: Context): StepFinder {
  const steps = new Map(
    addresses.entries.flatMap(({ path, to }) => (to === undefined ? [] : [[path, to] as const])),
  );
  const former = formerAddresses(
    documents.map(({ id, source, data }) => ({
      id,
      collection: source.collection,
      aliases: data.aliases ?? [],
    })),
  );
  // The page of a number that one document bears leads to it; one that several bear lets the reader choose.
  const bearerOf = (number: string): LintDocument | undefined => {
    const [bearer, ...others] = numberBearers(documents).get(numberKey(number)) ?? [];
    return others.length === 0 ? bearer : undefined;
  };
  return (path) => {
    const number = numberOfPath(path);
    const document = number === undefined ? former.get(path.slice(1, -1)) : bearerOf(number);
    return steps.get(path) ?? (document && `/${document.id}/`);
  };
}
