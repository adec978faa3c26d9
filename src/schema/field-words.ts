import type * as z from 'zod';
import { type FieldPath, fieldsAt, labelOf } from './field-docs.ts';

/** A path as an editor reads it: `编者注（notes）第 1 项的说明（text）`. */
export function where(path: FieldPath, schema: z.ZodType): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `第 ${step + 1} 项`;
      const fields = fieldsAt(schema, path.slice(0, index));
      const label = Object.hasOwn(fields, step) ? labelOf(fields[step]) : undefined;
      return `${index > 0 ? '的' : ''}${named(clip(step), label)}`;
    })
    .join('');
}

/** A field by both its names: what readers call it and what is typed in the file. */
export function named(name: string, label: string | undefined): string {
  return label === undefined ? ` ${name} ` : `${label}（${name}）`;
}

/** A value as it is typed, with its kind where that is what is wrong; `text` names a text's kind too. */
export function show(value: unknown, text = ''): string {
  if (typeof value === 'string') return `${text}“${clip(value)}”`;
  if (value === null) return '空值';
  const kind = Array.isArray(value) ? '列表' : typeof value === 'object' ? '一组字段' : '';
  return `${typeof value === 'number' ? '数字' : kind} ${clip(JSON.stringify(value) ?? '')}`;
}

/** A wrong value may be a whole pasted text: its beginning is enough to recognise it by. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}
