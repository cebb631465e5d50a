// Where each import of the tree leads: to a file of the project, to a package, or nowhere. The aliases are read from
// package.json, so that a law follows the same way as Node does. Judges nothing.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type Import, type ParsedFile, PROJECT_ROOT } from "./source-tree.ts";

export type Target =
  | { readonly kind: "file"; readonly path: string }
  /** A stylesheet, picture or text that a bundler takes in, or plain JavaScript. */
  | { readonly kind: "asset"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "missing"; readonly path: string };

export type Edge = { readonly from: ParsedFile; readonly import: Import; readonly target: Target };

const CODE_NAME = /\.tsx?$/;
const ALIASES = Object.entries(packageJson().imports).map(([pattern, target]) => ({
  prefix: pattern.replace("*", ""),
  folder: target.replace(/^\.\//, "").replace(/\*\.ts$/, ""),
}));

/** Every import of every file, resolved. */
export function importEdges(files: readonly ParsedFile[]): readonly Edge[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    file.imports.map((one) => ({ from: file, import: one, target: resolveImport(file.path, one.specifier, known) })),
  );
}

function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): Target {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith(".")) {
    const path = posix.normalize(posix.join(posix.dirname(from), bare));
    if (known.has(path)) return { kind: "file", path };
    return CODE_NAME.test(path) && !path.endsWith(".d.ts") && !path.includes(".generated.")
      ? { kind: "missing", path }
      : { kind: "asset", path };
  }
  const alias = ALIASES.find(({ prefix }) => bare.startsWith(prefix));
  if (alias === undefined) return { kind: "package", name: bare };
  const path = `${alias.folder}${bare.slice(alias.prefix.length)}.ts`;
  if (known.has(path)) return { kind: "file", path };
  return path.includes(".generated.") ? { kind: "asset", path } : { kind: "missing", path };
}

function packageJson(): { readonly imports: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
}
