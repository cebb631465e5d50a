// Finds out whether ports can be had, before anything is started on them.
import { createServer } from "node:net";

export const LOCAL_HOST = "127.0.0.1";

/** The first of the ports that cannot be listened on, with the system's reason; null when all can. */
export async function firstTakenPort(
  ports: readonly number[],
): Promise<{ readonly port: number; readonly isDenied: boolean } | null> {
  for (const port of ports) {
    const code = await tryListening(port);
    if (code !== null) return { port, isDenied: code === "EACCES" };
  }
  return null;
}

/** The error's code, or null when the port was free (it is again at once). */
function tryListening(port: number): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "unknown"));
    server.listen(port, LOCAL_HOST, () => server.close(() => done(null)));
  });
}
