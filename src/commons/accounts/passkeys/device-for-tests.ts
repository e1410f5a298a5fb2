/** A device with one passkey, made of node:crypto alone: what it answers can be made wrong on purpose, one thing at a time. */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** CBOR (RFC 8949) of what a device needs: small numbers, texts, bytes, maps. */
function cbor(value: number | string | Uint8Array | Map<unknown, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [cbor(key as string), cbor(one as string)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

export interface Wish {
  challenge: string;
  origin: string;
  rpId: string;
  /** false: the device didn't ask who holds it */
  verified?: boolean;
}

export function newDevice(id = 'device-1') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const credentialId = sha256(id);
  const coordinate = (one: string | undefined) => Buffer.from(one!, 'base64url');
  const key = cbor(
    new Map<unknown, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]),
  );
  const client = (type: string, { challenge, origin }: Wish) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = ({ rpId, verified = true }: Wish, flags: number, count: number, more: Uint8Array = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | (verified ? 4 : 0)]), counter, more]);
  };
  const frame = { id: text(credentialId), rawId: text(credentialId), type: 'public-key', clientExtensionResults: {} };
  const device = {
    /** how often it was used; to be set back to play a copy of it */
    counter: 0,
    make(wish: Wish): string {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key]);
      const authData = data(wish, 0x41, device.counter, attested);
      const attestationObject = cbor(
        new Map<unknown, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      const response = {
        clientDataJSON: text(client('webauthn.create', wish)),
        attestationObject: text(attestationObject),
      };
      return JSON.stringify({ ...frame, response });
    },
    show(wish: Wish): string {
      device.counter += 1;
      const clientData = client('webauthn.get', wish);
      const authData = data(wish, 0x01, device.counter);
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(clientData)]))
        .sign(privateKey);
      const response = {
        clientDataJSON: text(clientData),
        authenticatorData: text(authData),
        signature: text(signature),
      };
      return JSON.stringify({ ...frame, response });
    },
  };
  return device;
}
