/** In local mode: what the check says of the file that was just saved. */
import type { LocalCheck } from '../../editor/local-check.ts';
import { showReport } from './report.ts';

/** Shows the last check. Not returned to Decap, which would take it for the entry's data. */
export async function showCheck(): Promise<void> {
  const response = await fetch('/api/check');
  const check = (await response.json()) as LocalCheck | null;
  if (!check) return;
  const { file, errors, warnings, issues } = check;
  const heading =
    issues.length === 0
      ? `已存入 ${file}，检查没有发现问题`
      : `已存入 ${file}，检查发现 ${errors} 个错误、${warnings} 个警告`;
  showReport(heading, issues, errors > 0);
}
