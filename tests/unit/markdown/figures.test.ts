import { describe, expect, it } from 'vitest';
import type { FindImageSize } from '../../../src/markdown/figures.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { renderBody } from '../../../src/markdown/render.ts';

function html(body: string, sizeOf?: FindImageSize): string {
  const parsed = parseBody(body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const links = { numbers: new Map(), titles: new Map(), missing: '/wenku/n/', base: '/wenku/' };
  return renderBody(parsed.tree, { links, codes: [], sizeOf }).html;
}

describe('an image', () => {
  it('that is a paragraph of its own becomes a figure, its title the caption', () => {
    expect(html('![听课节数统计图](/files/a.png "图1 听课节数")')).toMatch(
      /^<figure><img [^>]*src="\/wenku\/files\/a\.png"[^>]*alt="听课节数统计图"[^>]*><figcaption id="p1">图1 听课节数<\/figcaption><\/figure>$/,
    );
  });

  it('without a title gets no caption: its alternative text is not the document’s', () => {
    expect(html('![听课节数统计图](/files/a.png)')).not.toContain('figcaption');
  });

  it('within a paragraph stays there', () => {
    expect(html('见图![签章](/files/a.png)。')).toMatch(/^<p [^>]*>见图<img/);
  });

  it('loads when it comes near, and has its room at once where its size is known', () => {
    const sizes: FindImageSize = (address) =>
      address === '/wenku/files/a.png' ? { width: 800, height: 600 } : undefined;
    expect(html('![图](/files/a.png)', sizes)).toMatch(
      /<img(?=[^>]* loading="lazy")(?=[^>]* width="800")(?=[^>]* height="600")/,
    );
    expect(html('![图](/files/b.png)', sizes)).not.toContain('width=');
  });

  it('cites in its caption as a text does', () => {
    expect(html('![图](/files/a.png "据云教发〔2011〕5号")')).toContain('data-docnumber="云教发〔2011〕5号"');
  });
});
