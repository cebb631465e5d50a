// Owns how many typing errors lie between two words: letters left out, added, changed, or swapped with their neighbours.

/** Longer words than these are not compared. */
const CHARS_MAX = 31;
const WIDTH = CHARS_MAX + 1;
/** Row n: the edits from the first n letters of the one word to each beginning of the other. */
const ROWS = new Uint8Array(WIDTH * WIDTH);
for (let index = 0; index < WIDTH; index += 1) ROWS[index] = index;

/** Edits (insert, delete, replace, swap of neighbours) between two words; more than `most` is given as `most + 1`. */
export function editsBetween(left: string, right: string, most: number): number {
  if (left.length > CHARS_MAX || right.length > CHARS_MAX) return most + 1;
  for (let i = 1; i <= left.length; i += 1) {
    const row = i * WIDTH;
    const letter = left.charCodeAt(i - 1);
    ROWS[row] = i;
    let least = i;
    for (let j = 1; j <= right.length; j += 1) {
      const at = row + j;
      const other = right.charCodeAt(j - 1);
      let cost = (ROWS[at - WIDTH - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (ROWS[at - WIDTH] as number) + 1, (ROWS[at - 1] as number) + 1);
      if (i > 1 && j > 1 && letter === right.charCodeAt(j - 2) && left.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (ROWS[at - 2 * WIDTH - 2] as number) + 1);
      ROWS[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
  }
  return ROWS[left.length * WIDTH + right.length] as number;
}
