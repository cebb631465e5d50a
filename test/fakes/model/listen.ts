// Starts the stub of a model before the tests of the workers, and tells them where it listens.
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { makeModelStub } from "./stub.ts";

export default async function listen(project: TestProject): Promise<() => Promise<void>> {
  const server = makeModelStub();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("modelOrigin", `http://localhost:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
