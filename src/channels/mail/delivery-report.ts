/**
 * X3: reads a delivery status notification (RFC 3464, in a multipart/report of RFC 6522) as a mail server hands it over. Of all that may be
 * in there only three things are taken: which of our letters it is about, what became of it, and the status code. Pure.
 */
import { headersOf, type Part, partOf, partsOf, typeOf } from './mime-parts.ts';

export interface DeliveryReport {
  /** our number of the letter, from the address the report came to or from the returned letter's Message-ID */
  mailId: string | null;
  /** failed for good, by one of its recipients */
  isFailure: boolean;
  /** enhanced status code, '5.1.1' */
  status: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
/** The letter's number behind a '+', as `returnPath` writes it. */
const TAGGED = /\+([0-9a-f]{32})@/i;

/** Null for a message that reports nothing: somebody wrote to the address. `envelope`: the address it was delivered to, if the server says so. */
export function readDeliveryReport(message: string, envelope = ''): DeliveryReport | null {
  const parts = partsOf(partOf(message.replace(/\r\n?/g, '\n')));
  const status = parts.find(({ headers }) => typeOf(headers) === 'message/delivery-status');
  if (!status) return null;
  const failures = fieldsOf(decoded(status))
    .map((fields) => ({
      action: fields.get('action')?.toLowerCase() ?? '',
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
    }))
    .filter(({ action, status }) => action === 'failed' && status.startsWith('5'));
  const [top] = parts;
  const addressed = [
    envelope,
    ...['to', 'delivered-to', 'x-original-to', 'envelope-to'].map((name) => top!.headers.get(name) ?? ''),
  ];
  const tagged = addressed.map((text) => TAGGED.exec(text)?.[1]).find((id) => id !== undefined);
  const returned = parts.find(({ headers }) => /^(message\/rfc822|text\/rfc822-headers)/.test(typeOf(headers)));
  const messageId = returned ? (partOf(decoded(returned)).headers.get('message-id') ?? '') : '';
  return {
    mailId: tagged ? hyphened(tagged.toLowerCase()) : (UUID.exec(messageId)?.[0] ?? null),
    isFailure: failures.length > 0,
    status: failures[0]?.status ?? '',
  };
}

function hyphened(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Groups of fields with blank lines between: one of the message, one for each recipient. */
function fieldsOf(body: string): Map<string, string>[] {
  return body.split(/\n{2,}/).map((group) => headersOf(group));
}

function decoded({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
  if (encoding !== 'quoted-printable') return body;
  return body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
