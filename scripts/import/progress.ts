import { printable } from './report-parts.ts';

/** Says on the error stream how far a run is, so that a redirected report stays clean. */
export interface Progress {
  /** The file of this number, from 1, is begun. */
  begin(number: number, file: string): void;
  /** All are done, or the run stops. */
  end(done: number): void;
}

/** Fewer files need no progress. */
const MANY = 20;
/** Lines that a long run writes to a log. */
const MOST_LINES = 20;

/** On a terminal one line that changes with each file; elsewhere a line now and then. */
export function showProgress(
  total: number,
  stream: { isTTY?: boolean; write(text: string): unknown },
): Progress {
  const step = Math.ceil(total / MOST_LINES);
  const quiet = total < MANY && stream.isTTY !== true;
  return {
    begin(number, file) {
      if (quiet) return;
      const text = `正在处理 ${number}/${total}：${shorten(printable(file))}`;
      if (stream.isTTY === true) stream.write(`\r\u001b[2K${text}`);
      else if (number % step === 0) stream.write(`${text}\n`);
    },
    end(done) {
      if (quiet) return;
      stream.write(`${stream.isTTY === true ? '\r\u001b[2K' : ''}已处理 ${done}/${total}\n`);
    },
  };
}

/** The end of a long path tells more than its beginning. */
function shorten(file: string): string {
  const chars = [...file];
  return chars.length <= 40 ? file : `…${chars.slice(-39).join('')}`;
}
