import { expect, it } from "vitest";
import { confirmationSchema } from "#browser/confirmation";
import { PLATFORMS } from "#domain/platform";
import { startTwin } from "../fakes/platforms/main.ts";
import { confirmationOf } from "./confirmations.ts";

it.each(PLATFORMS)(
  "turns the manifest of the %s twin into a confirmation that the adapters accept",
  async (platform) => {
    const twin = await startTwin({ platform, port: 0, dataDir: ":memory:" });
    try {
      const confirmation = await confirmationOf({ platform, origin: twin.origin });
      expect(confirmationSchema.parse(confirmation)).toEqual(confirmation);
      expect(confirmation).toMatchObject({ platform, origin: twin.origin, by: "twin manifest" });
    } finally {
      await twin.close();
    }
  },
);
