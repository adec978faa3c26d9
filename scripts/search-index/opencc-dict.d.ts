/** OpenCC's character tables: entries parted by |, each a character, a space and its forms parted by spaces. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
