// Where one begins: an agent with the day, an admin with the conversations.
import { Navigate } from "@solidjs/router";
import { useMe } from "../parts/session-context.ts";
import { CONVERSATIONS_PATH, TODAY_PATH } from "../paths.ts";

export function Home() {
  const me = useMe();
  return <Navigate href={me().role === "admin" ? CONVERSATIONS_PATH : TODAY_PATH} />;
}
