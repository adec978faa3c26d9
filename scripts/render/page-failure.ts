/** A file could not be made: a fault of the program, with what it was about. */
export class PageFailure extends Error {
  override readonly name = 'PageFailure';
}
