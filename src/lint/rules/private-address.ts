import { defineDocumentRule } from '../rule.ts';
import { filePlace } from '../source-offsets.ts';

/** An address that only one computer or one office's network knows, or that carries a password. */
export default defineDocumentRule({
  id: 'private-address',
  severity: 'warning',
  *check({ source }) {
    for (const { index, what, shown } of privateAddresses(source.text)) {
      yield {
        file: source.file,
        ...filePlace(source, index),
        found: `${what} ${shown}`,
        expected: '读者都打得开的网址，或不写网址',
        fix: '换成公开的网址；没有公开网址的，来源（source）写 file 和 note，正文照原件要保留的，在编者注（notes）里说明',
      };
    }
  },
});

const WEB = /https?:\/\/([^\s/?#"'，。；、）》”<>]{1,200})/gi;
const LOCAL =
  /file:\/\/|(?<![A-Za-z\d])[A-Za-z]:\\{1,2}[\p{L}\d]|(?<![\\\p{L}\d])\\\\(?:\\\\)?[A-Za-z\d][\w.-]{0,60}\\{1,2}[\p{L}\d]/giu;
const PRIVATE =
  /^(?:localhost|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|\[(?:::1|f[cd][\da-f:]*|fe80[\da-f:]*)\]|[a-z\d-]+|[a-z\d.-]+\.(?:local|lan|internal|intranet|corp|home))$/i;

function privateAddresses(text: string): { index: number; what: string; shown: string }[] {
  const found: { index: number; what: string; shown: string }[] = [];
  if (/:\/\//.test(text))
    for (const { index, 1: authority = '' } of text.matchAll(WEB)) {
      const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '');
      // A password must not be printed in a report either.
      if (/:.*@/.test(authority)) found.push({ index, what: '网址里带有用户名和密码，主机是', shown: host });
      else if (PRIVATE.test(host)) found.push({ index, what: '内部网的网址', shown: host });
    }
  if (text.includes('\\') || /file:/i.test(text))
    for (const { index } of text.matchAll(LOCAL))
      found.push({ index, what: '电脑上的路径', shown: text.slice(index, index + 12).replace(/\s.*/s, '') });
  return found.sort((a, b) => a.index - b.index);
}
