// Serves X12 and P7: what may stand in a log. Logs are read by operators and copied to other systems, so personal data never
// reaches them: neither under a field's name that says what it holds, nor inside other text.
import { isIP } from 'node:net';

const REDACTED = '[redacted]';

/** Words that, in a field's name, make its value secret: `email`, `peerAddress`, `set-cookie`, `display_name`… */
const SECRET_WORDS = new Set(
  (
    'email mail recipient password passphrase passcode secret secrets token tokens cookie cookies authorization auth session ' +
    'credential credentials otp pin signature name names nickname surname kana body text content title comment note ' +
    'ip peer address addresses forwarded phone tel telephone fax postcode zip birth birthday birthdate values value ' +
    'params query search form input fields agent referer referrer url uri href detail'
  ).split(' '),
);

const CONNECTION_WITH_PASSWORD = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi;
const EMAIL = /[^\s<>"'(),:;=[\]]{1,64}@[^\s<>"'(),:;=[\]]{1,255}/g;
const MAYBE_ADDRESS = /(?<![\w.:])[0-9a-f:.]{2,45}(?!\w)/gi;
const IPV4_WITH_PORT = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
// Where a server listens is nobody's address.
const OUR_OWN = /^(127\.[\d.]*|0\.0\.0\.0|::1?)$/;
const QUERY_STRING = /\?[^\s"'#]*=[^\s"'#]*/g;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi;

const MAX_TEXT = 4_000;
const MAX_ITEMS = 50;
const MAX_DEPTH = 5;

const secretNames = new Map<string, boolean>();

function isSecret(field: string): boolean {
  let secret = secretNames.get(field);
  if (secret === undefined) {
    const words = field
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    secret = words.some((word) => SECRET_WORDS.has(word));
    if (secretNames.size < 1000) secretNames.set(field, secret);
  }
  return secret;
}

function maskAddress(found: string): string {
  return isIP(found) === 0 || OUR_OWN.test(found) ? found : '[address]';
}

/** Text without e-mail addresses, network addresses, query strings, and credentials; cut at 4,000 characters. */
export function maskText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  // Nothing that is masked below lacks one of these; most lines pass here.
  if (!/[@?:.]|bearer|basic/i.test(cut)) return cut;
  return cut
    .replace(CONNECTION_WITH_PASSWORD, `$1${REDACTED}@`)
    .replace(QUERY_STRING, `?${REDACTED}`)
    .replace(BEARER, `$1 ${REDACTED}`)
    .replace(EMAIL, (found) => (found === `${REDACTED}@` ? found : '[email]'))
    .replace(MAYBE_ADDRESS, maskAddress)
    .replace(IPV4_WITH_PORT, maskAddress);
}

// What PostgreSQL tells of an error without the row it was about (its `detail` and `where` quote what people wrote).
const ERROR_FIELDS = [
  'code',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'status',
  'syscall',
] as const;

function describeError(error: Error, depth: number): Record<string, unknown> {
  const described: Record<string, unknown> = { type: error.name, message: maskText(error.message) };
  for (const field of ERROR_FIELDS) {
    const value = (error as unknown as Record<string, unknown>)[field];
    if (typeof value === 'string' || typeof value === 'number') described[field] = value;
  }
  if (error.stack) described.stack = maskText(error.stack);
  if (error.cause !== undefined) described.cause = redact(error.cause, depth + 1);
  return described;
}

/** A copy of a value as it may stand in a log: plain JSON, bounded in depth and length. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return describeError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  if (value instanceof Map || value instanceof Set) return `[${value.size} items]`;
  const copy: Record<string, unknown> = {};
  for (const [field, item] of Object.entries(value).slice(0, MAX_ITEMS)) {
    copy[field] = isSecret(field) && item != null && typeof item !== 'boolean' ? REDACTED : redact(item, depth + 1);
  }
  return copy;
}
