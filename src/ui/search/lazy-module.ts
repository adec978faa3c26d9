/**
 * A module to be loaded when it is first wanted. A browser remembers that a module failed to load; under another
 * address it tries again.
 */
export function lazyModule<Module>(address: string | URL): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  let failures = 0;
  const load = async (): Promise<Module> => {
    const url = new URL(address);
    if (failures > 0) url.searchParams.set('again', String(failures));
    try {
      return await import(/* @vite-ignore */ url.href);
    } catch (error) {
      failures += 1;
      loading = undefined;
      throw error;
    }
  };
  return () => {
    loading ??= load();
    return loading;
  };
}
