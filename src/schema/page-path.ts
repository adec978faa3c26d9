import * as z from 'zod';

/** What is wrong with an address, in the words of a message: what it should have been, and what to do. */
interface PathFault {
  expected: string;
  fix: string;
}

/** The longest name of a file or folder on the disks of servers, in bytes. */
const NAME_BYTES = 255;
/** The longest address in bytes; with the folder of the site it stays below what systems can open. */
const PATH_BYTES = 1000;

/** Folders that the site fills with data, scripts and the search's index. */
const OWN_FOLDERS = new Set(['_astro', 'api', 'pagefind']);
const FILE_NAME =
  /^index$|\.(?:html?|xml|json|txt|csv|css|m?js|map|wasm|ico|svg|png|jpe?g|gif|webp|pdf|docx?|xlsx?|pptx?|zip)$/i;

/** A page's address below the site, as a reader types it, percent-encoding undone: it begins and ends with a slash. */
export const pagePath = z
  .string()
  .trim()
  .min(1)
  .superRefine((value, context) => {
    // What is empty was refused before.
    const fault = value === '' ? undefined : faultOf(value);
    if (fault) context.addIssue({ code: 'custom', params: { ...fault }, message: 'pagePath' });
  });

function faultOf(path: string): PathFault | undefined {
  if (!/^\/(?:[^/]+\/)+$/.test(path)) {
    return {
      expected: '以 / 开头和结尾的站内网址，如 /plans/2012-work-plan/',
      fix: '写域名和网站路径以后的部分，开头和结尾各一个 /，中间没有连着的 /',
    };
  }
  return faultOfSigns(path) ?? faultOfParts(path.slice(1, -1).split('/')) ?? faultOfLength(path);
}

function faultOfSigns(path: string): PathFault | undefined {
  // Such signs are invisible, turn the text round, or are halves of a character.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u.test(path)) {
    return { expected: '网址里没有看不见的控制字符', fix: '照网页上的网址重新输入这一条，不要粘贴' };
  }
  const sign = /[\s?#%\\"<>:*|]/u.exec(path)?.[0];
  if (sign === undefined) return undefined;
  const name = /\s/u.test(sign) ? '空格' : ` ${sign} `;
  return {
    expected: '网址里没有 ? # % \\ " < > : * | 和空格，汉字照写',
    fix: `去掉${name}；从地址栏复制的，? 和 # 以后的不要，%E4 一类的换成汉字`,
  };
}

function faultOfParts(parts: readonly string[]): PathFault | undefined {
  const dotted = parts.find((part) => part.endsWith('.'));
  if (dotted !== undefined) {
    return {
      expected: '网址的各段不是 . 或 ..，也不以点结尾',
      fix: `“${dotted}”不能作网址的一段，写出那一页完整的网址`,
    };
  }
  const [first = ''] = parts;
  if (OWN_FOLDERS.has(first.toLowerCase())) {
    return {
      expected: `网页的网址；/${first}/ 以下是网站自己的数据和程序，不是网页`,
      fix: '删去这一条，这些文件不用登记，也不能转到别处',
    };
  }
  const last = parts.at(-1) ?? '';
  if (!FILE_NAME.test(last)) return undefined;
  return {
    expected: `网页的网址，最后一段不是文件名；“${last}”在服务器上是一个文件`,
    fix: /^index(?:\.html?)?$/i.test(last)
      ? `去掉最后的 ${last}/，只写它所在的网址；那一页另有登记的，删去这一条`
      : '删去这一条，文件的网址不能转到别处',
  };
}

function faultOfLength(path: string): PathFault | undefined {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  const long = path.split('/').find((part) => bytes(part) > NAME_BYTES);
  if (long === undefined && bytes(path) <= PATH_BYTES) return undefined;
  return {
    expected: `网址的每一段不超过 ${NAME_BYTES} 字节（${Math.floor(NAME_BYTES / 3)} 个汉字），整条不超过 ${PATH_BYTES} 字节`,
    fix: '更长的网址服务器存不下，不会发布过；核对后改短，或删去这一条',
  };
}
