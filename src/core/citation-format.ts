const SWAPPED: Record<string, string> = { '《': '〈', '》': '〉', '〈': '《', '〉': '》' };

/**
 * How a document is cited in running text: title first, then its number in round brackets (GB/T 9704-2012, 7.3.3),
 * then the place, e.g. 《全区工作计划》（云教研字〔2012〕3号）第三部分第6条. Book-title marks inside the title become
 * single ones and alternate from there (GB/T 15834).
 */
export function formatCitation(document: { title: string; docNumber: string | null }, clause = ''): string {
  const title = document.title.includes('《')
    ? document.title.replace(/[《》〈〉]/g, (mark) => SWAPPED[mark] ?? mark)
    : document.title;
  const number = document.docNumber ? `（${document.docNumber}）` : '';
  return `《${title}》${number}${clause}`;
}
