/** An address that a page may link to, as a source has it; undefined for one of another kind or of this file. */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim();
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(trimmed) ? trimmed : undefined;
}
