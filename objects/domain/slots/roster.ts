// Owns who can take which start while the agents are asked one after another: the first to be asked stands first.

/** The agents of every start, by second of the search; `startsSec` has each start once, in the order of entering. */
export type Roster = { readonly agentIds: Map<number, string[]>; readonly startsSec: number[] };

/** [S1] Enters an agent for a start; once, however many intervals of the agent give it. */
export function enter({ agentIds, startsSec }: Roster, startSec: number, agentId: string): void {
  const ids = agentIds.get(startSec);
  if (ids === undefined) {
    agentIds.set(startSec, [agentId]);
    startsSec.push(startSec);
  } else if (ids[ids.length - 1] !== agentId) ids.push(agentId);
}
