import type * as Online from '../search/lazy-module.ts';
import { loadScript } from './load-script.ts';

/** A module to be loaded when it is first wanted; on disk it is a plain script. Tries again after a failure. */
export const lazyModule: typeof Online.lazyModule = <Module>(address: string | URL) => {
  let loading: Promise<Module> | undefined;
  const load = async (): Promise<Module> => {
    try {
      const { exported } = await loadScript(new URL(address).href);
      // Only the bundled module that was asked for lies at that address.
      return exported as Module;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return () => {
    loading ??= load();
    return loading;
  };
};
