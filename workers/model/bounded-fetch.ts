// How a model's service is called: no redirect is followed, because the key would go along, and no more of an answer is read
// than an answer can be.

/** An object with the longest reply is a few kilobytes; services wrap it in about as much. */
const ANSWER_BYTES_MAX = 256 * 1024;

/** A fetch that gives up on what is too long. Throws when an answer is. */
export async function boundedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (response.body === null) return response;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.byteLength;
    if (bytes > ANSWER_BYTES_MAX) throw new Error("the answer of the model's service is too long");
    parts.push(part);
  }
  return new Response(await new Blob(parts).arrayBuffer(), {
    status: response.status,
    headers: plain(response.headers),
  });
}

/** Without what described the bytes on the wire. */
function plain(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
  return kept;
}
