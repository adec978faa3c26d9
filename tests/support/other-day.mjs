// Loaded before a build by --import: the clock shows another day, years later.
const LATER = 1000 * 86_400_000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + LATER);
    else super(...args);
  }
  static now() {
    return RealDate.now() + LATER;
  }
};
