/** Elements that stand on lines of their own, the government sites' ucapcontent among them. */
export const BLOCKS: ReadonlySet<string> = new Set(
  [
    'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tfoot tr td th caption section',
    'article main header footer nav aside form fieldset legend blockquote pre center figure',
    'figcaption address body html hr menu dir details summary hgroup ucapcontent',
  ].flatMap((names) => names.split(' ')),
);
