// A port that nobody uses now. The system does not give it out again soon, so that a process can be started on it.
import { createServer } from "node:net";
import { LOCAL_HOST } from "../local/free-ports.ts";

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, LOCAL_HOST, () => {
      const address = server.address();
      const port = address === null || typeof address === "string" ? 0 : address.port;
      server.close(() => done(port));
    });
  });
}
