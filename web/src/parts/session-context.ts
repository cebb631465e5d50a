// Who is signed in, for every part below the shell.
import { type Accessor, createContext, useContext } from "solid-js";
import type { Me } from "#contracts/api/organisation";

export const SessionContext = createContext<Accessor<Me>>();

/** The signed-in person. Only inside the shell. */
export function useMe(): Accessor<Me> {
  const me = useContext(SessionContext);
  if (me === undefined) throw new Error("useMe was called outside the shell");
  return me;
}
