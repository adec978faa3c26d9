/**
 * The Content-Security-Policy of every page: nothing but the site's own files, and of what stands in a page only the
 * scripts whose SHA-256 is given (base64). Pagefind's engine is WebAssembly, which a policy has to allow by name.
 * What only a server can say (who may frame a page) is added by the servers' own configuration, see scripts/deploy.
 */
export function contentPolicy(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map((hash) => `'sha256-${hash}'`);
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
