import ts from 'typescript';
import { type Settings, UnknownSettings } from './settings.ts';

/**
 * The text of src/site.config.ts with other values in the places of the old ones; comments, layout and all other settings
 * stay as they are. The places are found in the syntax tree, never by a pattern.
 * @throws UnknownSettings when a setting has no place in it.
 */
export function changeSettings(source: string, settings: Settings): string {
  const file = ts.createSourceFile('site.config.ts', source, ts.ScriptTarget.Latest, true);
  const object = settingsObject(file);
  const changes = Object.entries(settings).map(([name, value]) => {
    const place = object?.properties.find(
      (property): property is ts.PropertyAssignment =>
        ts.isPropertyAssignment(property) && property.name.getText(file) === name,
    )?.initializer;
    if (!place) throw new UnknownSettings(missing(name));
    return { start: place.getStart(file), end: place.getEnd(), text: written(value) };
  });
  // From the end, so that the places before stay where they are.
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: value }) => text.slice(0, start) + value + text.slice(end), source);
}

/** The object that `export const siteConfig = {…}` sets. */
function settingsObject(file: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (name.getText(file) !== 'siteConfig' || !initializer) continue;
      if (ts.isObjectLiteralExpression(initializer)) return initializer;
    }
  }
  return undefined;
}

function missing(name: string): string {
  return `发现 src/site.config.ts 里没有 ${name} 这一项，应在 siteConfig 里写明。改法：照随程序发来的样子补上这一项，再运行一次。`;
}

/** A value as the formatter writes it: quoted singly unless that would need escapes. */
function written(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  const pairs = Object.entries(value as object).map(([key, inner]) => `${key}: ${written(inner)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  if (inner.includes("'") && !inner.includes('"')) return `"${inner}"`;
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
