/**
 * Loads a file from disk, where a page may neither fetch files nor import modules: a plain script may be loaded from
 * anywhere, and what it brings it hangs on its own element. Files are wrapped so by scripts/offline.
 */

/** A script element that has run. */
export interface LoadedScript extends HTMLScriptElement {
  /** What a wrapped file held; see scripts/offline/wrap-file.ts. */
  file?: { readonly text: string } | { readonly base64: string };
  /** What a bundled module exports; see scripts/offline/bundle-scripts.ts. */
  exported?: unknown;
}

/** Runs the script at `address`. Rejects when it isn't there. */
export function loadScript(address: string): Promise<LoadedScript> {
  return new Promise((resolve, reject) => {
    const script: LoadedScript = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => {
      script.remove();
      resolve(script);
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`not in this folder: ${address}`));
    });
    document.head.append(script);
  });
}
