// The arrows between rooms: which room may import which (the table below is the architecture), that nothing climbs out of
// its room with `../`, and which packages the pure rooms may know. Types count as much as values: an arrow is an arrow.
import { type Edge, importEdges } from "./import-graph.ts";
import type { ParsedFile } from "./source-tree.ts";

/** Rooms in the order in which a path is tried against them. */
const ROOMS = [
  "objects/domain",
  "objects/contracts",
  "objects/runtime",
  "objects",
  "workers",
  "browser",
  "web",
  "migrations",
  "test",
] as const;
type Room = (typeof ROOMS)[number];

const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  "objects/domain": [],
  "objects/contracts": ["objects/domain"],
  "objects/runtime": ["objects/contracts", "objects/domain"],
  // The actors: objects/<actor>/. They know each other only through the contracts.
  objects: ["objects/runtime", "objects/contracts", "objects/domain"],
  browser: ["objects/contracts", "objects/domain"],
  web: ["objects/contracts", "objects/domain"],
  workers: ["objects", "objects/runtime", "objects/contracts", "objects/domain", "browser", "migrations"],
  migrations: [],
  test: [...ROOMS],
};

const PURE: ReadonlySet<Room> = new Set<Room>(["objects/domain", "objects/contracts"]);

/** The one thing that the web app may know of the server: the type of its API. */
const API_TYPE = "workers/api/app.ts";
/** Packages of the rooms that must stay free of a runtime; the other rooms are free. */
const PACKAGES: Partial<Record<Room, readonly RegExp[]>> = {
  "objects/domain": [],
  "objects/contracts": [/^zod(\/mini)?$/],
};

/** One sentence for every import that the architecture does not allow. */
export function arrowViolations(files: readonly ParsedFile[]): readonly string[] {
  const edges = importEdges(files);
  return [...edges.flatMap((edge) => verdict(edge) ?? []), ...apiTypeViolations(edges)];
}

/** The room that a path belongs to; an actor's room is its own folder. A test beside the code belongs to test/. */
export function roomOf(path: string): Room {
  if (/\.test\.tsx?$/.test(path)) return "test";
  const room = ROOMS.find((each) => path.startsWith(`${each}/`));
  if (room === undefined) throw new Error(`${path} is in no room`);
  return room;
}

function verdict(edge: Edge): string | null {
  const { from, target } = edge;
  const at = `${from.path}:${edge.import.line}`;
  const room = roomOf(from.path);
  if (target.kind === "missing") return `${at} imports ${target.path}, which does not exist`;
  if (target.kind === "package") {
    const allowed = PACKAGES[room];
    if (allowed === undefined || allowed.some((pattern) => pattern.test(target.name))) return null;
    return `${at} imports the package ${target.name}, which ${room} must not know`;
  }
  // The web app has no alias: its tests reach it by path.
  const isWebTest = room === "test" && target.path.startsWith("web/");
  if (edge.import.specifier.startsWith(".") && !isWebTest && folderOf(from.path) !== folderOf(target.path)) {
    return `${at} climbs out of its room with ${edge.import.specifier}`;
  }
  if (target.kind === "asset" || folderOf(from.path) === folderOf(target.path)) return null;
  const targetRoom = roomOf(target.path);
  if (room === "web" && target.path === API_TYPE && edge.import.isTypeOnly) return null;
  // A column may say which type of ours it holds.
  if (room === "migrations" && edge.import.isTypeOnly && PURE.has(targetRoom)) return null;
  if (MAY_IMPORT[room].includes(targetRoom)) return null;
  return `${at} imports ${target.path}: ${room} must not know ${targetRoom}`;
}

/** The folder that `../` may not leave: the room, and for an actor its own folder. */
function folderOf(path: string): string {
  const room = ROOMS.find((each) => path.startsWith(`${each}/`));
  return room === "objects" ? path.split("/").slice(0, 2).join("/") : (room ?? "");
}

function apiTypeViolations(edges: readonly Edge[]): readonly string[] {
  const importers = new Set(
    edges
      .filter(({ from, target }) => roomOf(from.path) === "web" && target.kind === "file" && target.path === API_TYPE)
      .map(({ from }) => from.path),
  );
  return importers.size <= 1 ? [] : [`${API_TYPE} is imported by ${[...importers].join(" and ")}: one file may`];
}
