/** Names of fields in the order in which documents are written: the schema's, with the kind beside its issuer. */
export function inWrittenOrder(names: readonly string[]): string[] {
  const others = names.filter((name) => name !== 'kind');
  const at = others.indexOf('issuer') + 1;
  return names.includes('kind') ? [...others.slice(0, at), 'kind', ...others.slice(at)] : others;
}
