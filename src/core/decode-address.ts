/** A part of an address with its percent-encoding undone; a % that encodes nothing leaves it as it stands. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
