/** A line on a terminal that says how far the check has come, for libraries that take long. */
export interface ProgressLine {
  show(done: number, all: number): void;
  clear(): void;
}

/** Shown from so many documents on. */
const LARGE = 500;
/** Between two changes of the line, in documents. */
const STEP = 50;

/** Nothing is shown where nobody watches: in a file, a pipe or a workflow. */
export function showProgress(stream: { isTTY?: boolean; write(text: string): unknown }): ProgressLine {
  let shown = false;
  return {
    show(done, all) {
      if (!stream.isTTY || all < LARGE || (done % STEP !== 0 && done !== all)) return;
      shown = true;
      stream.write(`\r正在检查：${done} / ${all} 份文件`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
