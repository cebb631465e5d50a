import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { firstTakenPort, LOCAL_HOST } from "./free-ports.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it("names the taken port and not the free ones", async () => {
  const taken = await takenPort();
  const free = await freePort();
  expect(await firstTakenPort([free, taken])).toEqual({ port: taken, isDenied: false });
});

it("leaves a free port free", async () => {
  const free = await freePort();
  expect(await firstTakenPort([free])).toBeNull();
  expect(await firstTakenPort([free])).toBeNull();
});

async function takenPort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, LOCAL_HOST, done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function freePort(): Promise<number> {
  const port = await takenPort();
  await new Promise((done) => servers.pop()?.close(done));
  return port;
}
