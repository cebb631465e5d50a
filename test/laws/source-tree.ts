// Reads the project's TypeScript as a list of parsed files: what every law looks at. A law gets the list as an argument,
// so that a test can plant a violation in a made-up tree. Knows no law itself.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ESTree, parseSync } from "vite";
import { walkSyntax } from "./syntax-walk.ts";

export const PROJECT_ROOT = resolve(import.meta.dirname, "../..");

/** The rooms that hold TypeScript; everything else at the top level is configuration. */
const ROOM_FOLDERS = ["objects", "workers", "browser", "web", "migrations", "test"];
const SOURCE_NAME = /\.tsx?$/;
/** Written by a tool, so no law applies. */
const GENERATED_NAME = /(\.generated\.ts|\.d\.ts)$/;
const SKIPPED_FOLDERS = new Set(["node_modules", "dist", "meta"]);

/** One import, re-export, `import()` or `import("…")` type of a file. */
export type Import = {
  readonly specifier: string;
  readonly line: number;
  /** Erased before the program runs. */
  readonly isTypeOnly: boolean;
};

export type ParsedFile = {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly program: ESTree.Program;
  readonly lineAt: (offset: number) => number;
};

/** Every TypeScript file of the project's rooms, parsed. Throws on a file that does not parse. */
export function readSourceTree(root: string): readonly ParsedFile[] {
  const paths = ROOM_FOLDERS.flatMap((folder) => sourcePathsBelow(root, folder));
  return paths.map((path) => parseSource(path, readFileSync(join(root, path), "utf8")));
}

/** A made-up tree for a law's own test: path → text. */
export function plantedTree(texts: Readonly<Record<string, string>>): readonly ParsedFile[] {
  return Object.entries(texts).map(([path, text]) => parseSource(path, text));
}

/** Paths of files below a folder whose name matches, whatever they hold. */
export function pathsBelow(root: string, folder: string, name: RegExp): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : pathsBelow(root, path, name);
    return name.test(entry.name) ? [path] : [];
  });
}

function sourcePathsBelow(root: string, folder: string): readonly string[] {
  return pathsBelow(root, folder, SOURCE_NAME).filter((path) => !GENERATED_NAME.test(path));
}

function parseSource(path: string, text: string): ParsedFile {
  const { program, comments, errors, module } = parseSync(path, text);
  const error = errors[0];
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`);
  const lineAt = lineFinder(text);
  const imports: Import[] = [];
  for (const found of module.staticImports) {
    const isTypeOnly = found.entries.length > 0 && text.startsWith("import type", found.start);
    imports.push({ specifier: found.moduleRequest.value, line: lineAt(found.start), isTypeOnly });
  }
  for (const found of module.staticExports) {
    const request = found.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request === undefined || request === null) continue;
    const isTypeOnly = text.startsWith("export type", found.start);
    imports.push({ specifier: request.value, line: lineAt(found.start), isTypeOnly });
  }
  for (const found of module.dynamicImports) {
    // A computed `import()` cannot be followed here; knip is told about such entries by pattern.
    const literal = /^(["'`])([^$]*)\1$/.exec(text.slice(found.moduleRequest.start, found.moduleRequest.end));
    if (literal?.[2] !== undefined)
      imports.push({ specifier: literal[2], line: lineAt(found.start), isTypeOnly: false });
  }
  walkSyntax(program, (node) => {
    if (node.type !== "TSImportType") return;
    imports.push({ specifier: node.source.value, line: lineAt(node.start), isTypeOnly: true });
  });
  return {
    path,
    text,
    imports,
    comments: comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    program,
    lineAt,
  };
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const after = starts.findIndex((start) => start > offset);
    return after === -1 ? starts.length : after;
  };
}
