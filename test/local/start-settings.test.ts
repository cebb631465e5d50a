import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "./quiet-environment.ts";
import { PORT_DEFAULT, readStartSettings } from "./start-settings.ts";

describe("the settings of npm start", () => {
  it("has defaults for everything", () => {
    expect(readStartSettings({})).toEqual({
      ok: true,
      value: {
        port: PORT_DEFAULT,
        twinPorts: [
          { platform: "spareroom", port: 8788 },
          { platform: "roomies", port: 8789 },
          { platform: "leasebreak", port: 8790 },
          { platform: "renthop", port: 8791 },
          { platform: "furnishedfinder", port: 8792 },
        ],
        dataFolder: `${PROJECT_ROOT}/.local`,
      },
    });
  });

  it("takes another port and another place for the data", () => {
    expect(readStartSettings({ PORT: " 9000 ", LEASE_BOT_DATA: "/srv/data" })).toMatchObject({
      value: { port: 9000, dataFolder: "/srv/data" },
    });
    expect(readStartSettings({ LEASE_BOT_DATA: ".local/two" })).toMatchObject({
      value: { dataFolder: `${PROJECT_ROOT}/.local/two` },
    });
  });

  it.each(["0", "80a", "-1", "8.5", "65531", "1e3", "eight"])("refuses the port %s in one sentence", (port) => {
    const settings = readStartSettings({ PORT: port });
    expect(settings).toEqual({ ok: false, error: `PORT must be a whole number from 1 to 65530, not "${port}".` });
  });

  it("takes the last port from which all six fit", () => {
    expect(readStartSettings({ PORT: "65530" })).toMatchObject({ ok: true, value: { port: 65_530 } });
  });
});
