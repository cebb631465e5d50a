// A certificate for a server of a test, made on the spot: good for nobody, and only a browser that is told to look away takes
// it. Holds just enough of X.509 to be read (version 1, one name, RSA).
import { generateKeyPairSync, sign } from "node:crypto";

const SHA256_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const COMMON_NAME = [0x55, 0x04, 0x03];
const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const NULL = 0x05;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;

/** Key and certificate as PEM, as node's servers take them. */
export function selfSigned(name: string): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const algorithm = der(SEQUENCE, der(OBJECT_ID, SHA256_WITH_RSA), der(NULL));
  const subject = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, der(OBJECT_ID, COMMON_NAME), der(UTF8_STRING, Buffer.from(name)))),
  );
  const validity = der(SEQUENCE, utc("200101000000Z"), utc("491231235959Z"));
  const publicInfo = publicKey.export({ type: "spki", format: "der" });
  const body = der(SEQUENCE, der(INTEGER, [1]), algorithm, subject, validity, subject, publicInfo);
  const signature = der(BIT_STRING, [0], sign("sha256", body, privateKey));
  const whole = der(SEQUENCE, body, algorithm, signature).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`,
  };
}

function utc(time: string): Buffer {
  return der(UTC_TIME, Buffer.from(time));
}

/** One value: its kind, its length, its content. */
function der(kind: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  const head = length < 0x80 ? [kind, length] : [kind, ...long];
  return Buffer.concat([Buffer.from(head), content]);
}
