import { codePointName } from '../character-names.ts';
import { characterFindings } from '../odd-characters.ts';
import { privateCharacter } from '../private-characters.ts';
import { defineDocumentRule } from '../rule.ts';

/** Characters that only one computer's fonts know, and the mark that stands where a character was lost. */
export default defineDocumentRule({
  id: 'private-characters',
  severity: 'warning',
  check(document) {
    return characterFindings(document, UNKNOWN, ({ code, count }) => {
      const times = count > 1 ? ` ${count} 处` : '';
      if (code === 0xfffd)
        return {
          found: `乱码 ${codePointName(code)}${times}：这里的字在转换编码时丢失了`,
          expected: '原件上的字',
          fix: '对照原件补上；查不到的，用 <Supplied>□</Supplied> 占位，在编者注（notes）里说明',
        };
      if (code === 0xfffc)
        return {
          found: `${codePointName(code)}${times}：这里原来有图片、公式或别的对象，没有带过来`,
          expected: '原件上的内容',
          fix: '对照原件补上；不要的删去',
        };
      const { what, fix } = privateCharacter(code);
      return {
        found: `私用区字符 ${codePointName(code)}${times}：${what}`,
        expected: '各处都显示得出来的通用字符',
        fix,
      };
    });
  },
});

const UNKNOWN = /\p{Co}|[\ufffc\ufffd]/gu;
