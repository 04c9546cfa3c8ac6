/** Metrics of the fonts every PDF reader has; in the package's exports, and not yet in its community types. */
declare module 'pdfkit/standard-fonts/*' {
  /** Advances in thousandths of the size, in the order of the font's own encoding: ASCII from the space on comes first. */
  const font: { readonly name: string; readonly glyphWidths: readonly number[] };
  export default font;
}
