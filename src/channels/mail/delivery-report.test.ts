import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeliveryReport } from './delivery-report.ts';
import { returnPath } from './return-path.ts';

const ID = '0193f1c2-7a3b-7c4d-8e5f-001122334455';

const report = ({
  to = 'bounces@hinata.example',
  action = 'failed',
  status = '5.1.1',
  messageId = `<${ID}@hinata.example>`,
  eol = '\r\n',
  encoding = '',
} = {}) => {
  const delivery = `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; fumi@example\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 no such user`;
  const body = encoding === 'base64' ? Buffer.from(delivery).toString('base64') : delivery;
  return `From: MAILER-DAEMON@mx.example
To: ${to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="=_a/b+c"

This is a MIME message.
--=_a/b+c
Content-Type: text/plain; charset=utf-8

I could not deliver your letter.
--=_a/b+c
Content-Type: message/delivery-status
${encoding ? `Content-Transfer-Encoding: ${encoding}\n` : ''}
${body}

--=_a/b+c
Content-Type: text/rfc822-headers

Message-ID: ${messageId}
Subject: hello

--=_a/b+c--
`.replaceAll('\n', eol);
};

describe('X3 a delivery report', () => {
  test.each([
    ['by the address it came to', report({ to: returnPath('bounces@hinata.example', ID), messageId: '<other@x>' })],
    ['by the returned Message-ID', report()],
    ['with line feeds alone', report({ eol: '\n' })],
    ['in base64', report({ encoding: 'base64' })],
  ])('is known %s', (_, message) => {
    expect(readDeliveryReport(message)).toEqual({ mailId: ID, isFailure: true, status: '5.1.1' });
  });

  test('is known by the address the server names', () => {
    const message = report({ messageId: '<nothing>' });
    expect(readDeliveryReport(message)?.mailId).toBeNull();
    expect(readDeliveryReport(message, returnPath('bounces@hinata.example', ID))?.mailId).toBe(ID);
  });

  test.each([
    ['a delay', { action: 'delayed', status: '4.4.1' }],
    ['a success', { action: 'delivered', status: '2.0.0' }],
    ['a full mailbox for now', { status: '4.2.2' }],
  ])('is no failure when it tells of %s', (_, parts) => {
    expect(readDeliveryReport(report(parts))?.isFailure).toBe(false);
  });

  test('is not what somebody wrote', () => {
    expect(readDeliveryReport('From: a@b\nTo: bounces@hinata.example\n\nHello?')).toBeNull();
    expect(readDeliveryReport('')).toBeNull();
  });

  test('may be any bytes: it never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (noise) => void readDeliveryReport(noise)));
    const whole = report();
    fc.assert(fc.property(fc.nat({ max: whole.length }), (end) => void readDeliveryReport(whole.slice(0, end))));
  });
});
