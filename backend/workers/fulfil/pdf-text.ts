import Helvetica from 'pdfkit/standard-fonts/Helvetica';
import HelveticaBold from 'pdfkit/standard-fonts/HelveticaBold';

export type Face = 'regular' | 'bold';

const metrics = { regular: Helvetica.glyphWidths, bold: HelveticaBold.glyphWidths };
const widthOfOthers = 556;

/** Width in points. Letters beyond ASCII are taken for as wide as a digit. */
export function widthOf(text: string, face: Face, size: number): number {
  const thousandths = [...text].reduce((sum, letter) => sum + advanceOf(letter, face), 0);
  return (thousandths * size) / 1000;
}

/** `~` is 126: the last code that has a place of its own in the table. */
function advanceOf(letter: string, face: Face): number {
  const code = letter.codePointAt(0) ?? 0;
  return (code >= 32 && code <= 126 ? metrics[face][code - 32] : undefined) ?? widthOfOthers;
}

/** Breaks at spaces; a word longer than a line stays whole. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, face, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Windows-1252 beyond Latin-1, from code 0x80 on. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes in the fonts' encoding, as hex. Other letters lose their marks or show as "?". */
export function encode(text: string): string {
  const bytes = [...text.replaceAll(/[\u202f\u2009\u200a]/g, '\u00a0')].flatMap((letter) => {
    const code = codeOf(letter);
    if (code !== undefined) return [code];
    const plain = [...letter.normalize('NFD').replaceAll(/\p{M}/gu, '')].map(codeOf);
    return plain.length > 0 && plain.every((entry) => entry !== undefined) ? plain : [63];
  });
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function codeOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return code;
  const at = upper.indexOf(letter);
  return at === -1 ? undefined : 0x80 + at;
}
