// The shape of a text without the text: letters become x, digits 0, white space and plain punctuation stay, everything else becomes *.
// Pure. What comes out is ASCII and needs no escaping in HTML.

/** Punctuation that tells the shape of dates, prices and addresses of all kinds. Nothing that means something in HTML. */
const PUNCTUATION = new Set(".,:;!?-_/()@'#$%+=");

/** At most `charsMax` characters of shape; a cut one ends in "...". */
export function maskText(text: string, charsMax: number): string {
  let shape = "";
  for (const char of text) {
    if (shape.length >= charsMax) return `${shape}...`;
    shape += maskChar(char);
  }
  return shape;
}

function maskChar(char: string): string {
  if (/\s/.test(char)) return char === "\n" ? "\n" : " ";
  if (PUNCTUATION.has(char)) return char;
  if (/\p{L}|\p{M}/u.test(char)) return "x";
  return /\p{N}/u.test(char) ? "0" : "*";
}
