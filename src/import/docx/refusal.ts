/** A Word file that cannot be read; the message says why and how to mend it, in Chinese. */
export class Refusal extends Error {}

/** A file whose parts contradict one another or break off. */
export function damaged(what: string): Refusal {
  return new Refusal(
    `Word 文件已经损坏：${what}。改法：用 Word 或 WPS 打开它，另存为新的 .docx 再导入；打不开就请重新取得这份文件`,
  );
}

/** A file beyond what an office writes: made to fill the memory, or chosen by mistake. */
export function oversized(what: string): Refusal {
  return new Refusal(`${what}，不像一份公文。改法：拆成几份，或压缩图片后另存再导入`);
}
