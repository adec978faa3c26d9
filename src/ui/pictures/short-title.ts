/** 关于印发《甲方案》的通知: in a small picture the text that is issued says more than the notice. */
const ISSUES = /[《〈](.+)[》〉]的?(?:通知|决定|公告|通告|函)$/u;
/** 某机关关于加强某事的意见 → 加强某事的意见; 的通知 says nothing, whereas 意见 and 办法 do. */
const ABOUT = /^.{0,30}?关于(?:做好|切实做好)?(.+?)(?:的通知|的函)?$/u;

/** What is forwarded is another document, and must not look like it. */
const FORWARDS = /转发[《〈]/u;

/** Fewer characters than this wouldn't tell one document from another. */
const LEAST = 4;

/** The part of a title by which a reader knows the document, for a place with room for a few characters. */
export function shortTitle(title: string, issuer = ''): string {
  const plain = title.replace(/^[《〈](.*)[》〉]$/u, '$1');
  const issued = ISSUES.exec(plain);
  const core = aboutWhat(issued?.[1] ?? plain);
  if (issued && FORWARDS.test(plain)) return `转发：${core}`;
  const own = issuer !== '' && core.startsWith(issuer) ? core.slice(issuer.length) : core;
  return [own, core].find((text) => [...text].length >= LEAST) ?? plain;
}

function aboutWhat(title: string): string {
  return ABOUT.exec(title)?.[1] ?? title;
}
