/**
 * An address as the file server must read it: it undoes percent-encoding but for the characters that have a meaning in
 * addresses, and so doesn't find 甲，乙,丙.pdf under its own address. # and ? can stand in no name (rule file-type).
 */
export function servedUrl(url: string): string {
  const [path = '', query] = url.split(/(?=[?#])/, 2);
  return path.replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/gi, decodeURIComponent) + (query ?? '');
}
