// Reads what our receiving server found out about a mail's origin (RFC 8601), and says whether the sender is proven.
// Text in such a header can come from the sender (an address in a comment, a header written by hand), so it is read by
// its structure and never searched. SPF proves nothing here: a forwarding mailbox breaks it, and it names the envelope.
import { AUTHENTICATION_CHARS_MAX, AUTHENTICATION_HEADERS_MAX } from "./limits.ts";
import { asciiLowerCase } from "./mail-address.ts";

export type Proof = "proven" | "unproven" | "failed";

export type AuthenticationCheck = {
  /** Values of all Authentication-Results headers, unfolded. */
  readonly headers: readonly string[];
  /** The name under which our own receiving server writes them; others are not believed. */
  readonly receivingServer: string;
  /** Domain of the From address, lower case. */
  readonly fromDomain: string;
  /** Domains whose DKIM signature speaks for it. */
  readonly signers: readonly string[];
};

type MethodResult = {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
};

/** [L3] [L4] "unproven" when our server said nothing, or nothing clear. */
export function proofOf(check: AuthenticationCheck): Proof {
  const verdicts = check.headers
    .slice(0, AUTHENTICATION_HEADERS_MAX)
    .map((header) => readHeader(header, check.receivingServer))
    .filter((results) => results !== null)
    .map((results) => verdictOf(results, check));
  if (verdicts.length === 0) return "unproven";
  if (verdicts.includes("failed")) return "failed";
  // A second header under our server's name may be the sender's: one doubt is enough.
  return verdicts.every((verdict) => verdict === "proven") ? "proven" : "unproven";
}

function verdictOf(results: readonly MethodResult[], check: AuthenticationCheck): Proof {
  const dmarc = results.filter(({ method }) => method === "dmarc");
  const dkim = results.filter(({ method }) => method === "dkim");
  if (dmarc.some(({ result }) => result === "fail")) return "failed";
  const trusted = beforeSpf(results);
  const isOwnSignature = ({ method, result, properties }: MethodResult): boolean =>
    method === "dkim" && result === "pass" && check.signers.includes(properties.get("header.d") ?? "");
  const hasOwnSignature = trusted.some(isOwnSignature);
  if (dkim.some(({ result }) => result === "fail") && !hasOwnSignature) return "failed";
  const dmarcPasses = dmarc.filter((one) => one.result === "pass");
  const isAligned = dmarcPasses.some(
    (one) => trusted.includes(one) && one.properties.get("header.from") === check.fromDomain,
  );
  if (dmarcPasses.length > 0 && (dmarc.length > 1 || !isAligned)) return "unproven";
  return isAligned || hasOwnSignature ? "proven" : "unproven";
}

/** The server writes the envelope sender, which is the sender's own text, into the SPF result: passes stand before it. */
function beforeSpf(results: readonly MethodResult[]): readonly MethodResult[] {
  const spf = results.findIndex(({ method }) => method === "spf");
  return spf === -1 ? results : results.slice(0, spf);
}

/** Null when another server wrote it. */
function readHeader(header: string, receivingServer: string): readonly MethodResult[] | null {
  const [server = "", ...parts] = segments(header.slice(0, AUTHENTICATION_CHARS_MAX));
  // An optional version may follow the name.
  if (asciiLowerCase(server.trim().split(/\s/)[0] ?? "") !== receivingServer) return null;
  return parts.flatMap((part) => readResult(part) ?? []);
}

function readResult(segment: string): MethodResult | null {
  const [first = "", ...rest] = asciiLowerCase(segment).trim().split(/\s+/);
  const [method = "", result = "", extra] = first.split("=");
  if (extra !== undefined || !/^[a-z-]+(\/\d+)?$/.test(method) || !/^[a-z]+$/.test(result)) return null;
  const properties = new Map<string, string>();
  for (const pair of rest) {
    const equals = pair.indexOf("=");
    if (equals > 0 && !properties.has(pair.slice(0, equals))) {
      properties.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
  }
  return { method: method.split("/")[0] ?? "", result, properties };
}

/** Cuts at semicolons; comments (which nest) are left out and quoted text ends nothing. */
function segments(header: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < header.length; i += 1) {
    const char = header.charAt(i);
    if (char === "\\") {
      i += 1;
    } else if (depth === 0 && char === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && char === "(") {
      depth += 1;
      current += " ";
    } else if (!isQuoted && char === ")" && depth > 0) {
      depth -= 1;
    } else if (depth === 0 && !isQuoted && char === ";") {
      found.push(current);
      current = "";
    } else if (depth === 0) {
      // What stands in quotes is one word, so that it cannot pass for a result.
      current += isQuoted && /[\s=]/.test(char) ? "_" : char;
    }
  }
  return [...found, current];
}
