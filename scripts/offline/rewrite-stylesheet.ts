import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLING } from '../search-index/bundle-api.ts';
import { type OfflineSite, placeAddress } from './relative-address.ts';

/** Makes the addresses in the stylesheet at `file` relative; one without any stays as it is. */
export async function rewriteStylesheet(css: string, file: string, site: OfflineSite): Promise<string> {
  if (!/url\(|@import/i.test(css)) return css;
  const { outputFiles } = await build({
    stdin: { contents: css, loader: 'css', sourcefile: path.posix.basename(file) },
    plugins: [
      {
        name: 'relative-addresses',
        setup(builder) {
          builder.onResolve({ filter: /.*/ }, ({ path: address, kind }) => {
            if (kind === 'entry-point') return undefined;
            const placed = placeAddress(address, file, site);
            return { path: typeof placed === 'object' ? placed.address : address, external: true };
          });
        },
      },
    ],
    ...BUNDLING,
  });
  return outputFiles[0]?.text ?? css;
}
