/** The fields of Decap's forms, made of the schemas, so that a form never offers what the check refuses. */
import * as z from 'zod';

/** A field of a form as Decap's configuration describes it. */
export interface FormField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  hint?: string;
  /** A regular expression, and what the value should be, said after 应为. */
  pattern?: [string, string] | undefined;
  options?: readonly { label: string; value: string }[];
  multiple?: boolean;
  default?: string;
  collapsed?: boolean;
  summary?: string;
  label_singular?: string;
  fields?: FormField[];
  field?: FormField;
  /** Our own widget `suggest` offers these, and takes any other. */
  suggestions?: readonly string[];
  rows?: number;
  time_format?: false;
  date_format?: string;
  format?: string;
}

/** What a form shows that no schema knows: a choice or a widget for a field named by its path, such as notes.field. */
export type Presentation = Readonly<Record<string, Partial<FormField>>>;

/** A schema no form can show: a widget has to be chosen for it here. */
export class UnknownShape extends Error {
  override readonly name = 'UnknownShape';
}

/** The parts of a JSON Schema that tell how a field is filled in; `documented` adds its words. */
interface Shape {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: readonly string[];
  const?: string;
  properties?: Record<string, Shape>;
  required?: readonly string[];
  items?: Shape;
  anyOf?: readonly Shape[];
  label?: string;
  help?: string;
  example?: string;
  expected?: string;
}

/** The form of an object schema, in its own order. @throws UnknownShape for a field that no form can show. */
export function formFields(schema: z.ZodType, presentation: Presentation = {}): FormField[] {
  const shape = z.toJSONSchema(schema, { io: 'input' }) as Shape;
  return fieldsOf(shape, '', presentation);
}

function fieldsOf({ properties = {}, required = [] }: Shape, parent: string, own: Presentation): FormField[] {
  return Object.entries(properties).map(([name, shape]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    return { ...formField(name, path, shape, required.includes(name), own), ...own[path] };
  });
}

function formField(
  name: string,
  path: string,
  shape: Shape,
  required: boolean,
  own: Presentation,
): FormField {
  const label = shape.label ?? name;
  // Parts of a field are named as the messages of the check name them.
  const base = {
    name,
    label: path.includes('.') ? `${label}（${name}）` : label,
    required,
    ...hintOf(shape),
  };
  return { ...base, ...widgetOf(shape, path, own) };
}

/** What to put there. An example is typed YAML, of which only that of a plain value can be typed into a form. */
function hintOf({ help, example, type }: Shape): { hint?: string } {
  if (help === undefined) return {};
  const typed = type === 'string' && example !== undefined ? `例如 ${example.replaceAll('"', '')}` : '';
  // Decap reads a hint as Markdown.
  return { hint: (help + typed).replace(/[\\`*_[\]<>#~!|]/g, '\\$&') };
}

type Widget = Omit<FormField, 'name' | 'label' | 'required' | 'hint'>;

function widgetOf(shape: Shape, path: string, own: Presentation): Widget {
  if (shape.anyOf) return unionWidget(shape.anyOf, path, own);
  if (shape.enum) return { widget: 'select', options: shape.enum.map(optionOf) };
  switch (shape.type) {
    case 'string':
      return stringWidget(shape);
    case 'boolean':
      return { widget: 'boolean' };
    case 'array':
      return listWidget(shape.items ?? {}, path, own);
    case 'object':
      return { widget: 'object', collapsed: true, fields: fieldsOf(shape, path, own) };
    default:
      throw new UnknownShape(`no form shows ${path}: ${JSON.stringify(shape)}`);
  }
}

function optionOf(value: string) {
  return { label: value, value };
}

function stringWidget({ format, pattern, expected }: Shape): Widget {
  if (format === 'date') {
    return { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
  }
  // Decap builds the expression without flags, and \p needs one; the schema itself judges again before saving.
  const usable = pattern !== undefined && !pattern.includes('\\p');
  return { widget: 'string', ...(usable ? { pattern: [pattern, expected ?? '字段说明页所列的写法'] } : {}) };
}

/** A list of plain values has a form of one field, which stands in no file. */
const ENTRY = 'value';

function listWidget(items: Shape, path: string, own: Presentation): Widget {
  if (items.type === 'object') {
    return { widget: 'list', collapsed: true, fields: fieldsOf(items, path, own) };
  }
  const entry: FormField = { name: ENTRY, label: '一项', required: true, ...widgetOf(items, path, own) };
  return { widget: 'list', collapsed: false, field: { ...entry, ...own[`${path}.${ENTRY}`] } };
}

/**
 * Several ways to write one value: texts and numbers are typed as text; a set of fields of which one value may stand
 * alone (未核实) is shown as the set, with that value first among the choices of its first field.
 */
function unionWidget(ways: readonly Shape[], path: string, own: Presentation): Widget {
  const set = ways.find(({ type }) => type === 'object');
  if (!set) {
    if (ways.every(({ type }) => type === 'string' || type === 'integer')) return { widget: 'string' };
    throw new UnknownShape(`no form shows the union ${path}`);
  }
  const alone = ways.flatMap((way) => (way.const === undefined ? [] : [way.const]));
  if (alone.length !== ways.length - 1) throw new UnknownShape(`no form shows the union ${path}`);
  const [first, ...rest] = fieldsOf(set, path, own);
  if (!first?.options) throw new UnknownShape(`the first field of ${path} has no choices`);
  const options = [...alone.map(optionOf), ...first.options];
  return {
    widget: 'object',
    collapsed: true,
    // What the other fields need depends on the choice, which the schema judges before saving.
    fields: [{ ...first, options }, ...rest.map((field) => ({ ...field, required: false }))],
  };
}
