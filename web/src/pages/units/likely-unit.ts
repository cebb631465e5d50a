// Which unit a listing's title most likely means. Only a proposal: a person links.

type Named = { readonly id: string; readonly label: string };

/** The only unit whose name stands in the title, whatever the spaces and signs; null when there is none, or several. */
export function likelyUnit<Unit extends Named>(title: string | null, units: readonly Unit[]): Unit | null {
  if (title === null) return null;
  const text = ` ${plain(title)} `;
  const found = units.filter((unit) => plain(unit.label) !== "" && text.includes(` ${plain(unit.label)} `));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
