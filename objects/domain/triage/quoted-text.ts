// Owns what of a message is quoted from an earlier one: it was said before, and is not said again. Mail programs mark it.

/** "On 4 Mar Lease Team wrote:", "El 4 de marzo … escribió:", "-----Original Message-----", and everything after. */
const INTRODUCED =
  /^[ \t]*(?:[>|]*[ \t]*(?:on|el)\b[^\n]{3,120}\b(?:wrote|escribi[oó])[ ]?:|-{2,}[ ]?(?:original message|mensaje original|forwarded message)[ ]?-{2,}).*$/imu;
const QUOTED_LINE = /^[ \t]*>.*$/gmu;

/** The text without what it quotes; the whole text where nothing else would be left. */
export function withoutQuoted(text: string): string {
  const introduced = INTRODUCED.exec(text);
  const own = (introduced === null ? text : text.slice(0, introduced.index)).replace(QUOTED_LINE, "");
  return /[\p{L}\p{N}]/u.test(own) ? own : text;
}
