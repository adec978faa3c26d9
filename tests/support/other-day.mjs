// Loaded before a build by --import: the clock shows another day, years later, or the one that OTHER_DAY names.
const RealDate = Date;
const named = process.env.OTHER_DAY;
const SHIFT = named ? RealDate.parse(named) - RealDate.now() : 1000 * 86_400_000;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + SHIFT);
    else super(...args);
  }
  static now() {
    return RealDate.now() + SHIFT;
  }
};
