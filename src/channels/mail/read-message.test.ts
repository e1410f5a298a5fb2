import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { describe, expect, test } from 'vitest';
import { readMessage } from './read-message.ts';

const TO = 'circles+key@town.example';
const composed = (mail: object) =>
  new MailComposer({ from: '橋の会 <Hashi@group.example>', to: TO, subject: 'Re: 川開き', ...mail }).compile().build();
const byHand = (head: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`From: a@b.example\r\nTo: ${TO}\r\n${head}\r\n\r\n`), Buffer.from(body as string)]);

describe('F7.3 a mailed answer is read', () => {
  test.each([
    ['in plain text', { text: '行きます。\n\n> 引用' }],
    ['in base64', { text: '行きます。', textEncoding: 'base64' as const }],
    ['in quoted-printable', { text: `${'行きます。'.repeat(40)}\n=終わり`, textEncoding: 'quoted-printable' as const }],
    [
      'beside HTML and an attachment',
      { text: 'はい', html: '<p>はい</p>', attachments: [{ filename: 'a.txt', content: 'x' }] },
    ],
    ['with an attachment of text in front', { text: 'はい', attachments: [{ filename: '名.txt', content: 'いいえ' }] }],
  ])('%s, as another reader of mail reads it', async (_, mail) => {
    const bytes = await composed(mail);
    const [own, theirs] = [readMessage(bytes), await simpleParser(bytes)];
    expect(own.text.trim()).toBe(theirs.text?.trim());
    expect(own).toMatchObject({ from: 'hashi@group.example', to: [TO], isAutomatic: false });
  });

  test('in the character sets of Japan', () => {
    const jis = Buffer.from('\u001b$B$O$$\u001b(B', 'latin1');
    const type = (charset: string) => `Content-Type: text/plain; charset=${charset}`;
    expect(readMessage(byHand(type('ISO-2022-JP'), jis)).text).toBe('はい');
    expect(readMessage(byHand(type('"Shift_JIS"'), Buffer.from([0x82, 0xcd, 0x82, 0xa2]))).text).toBe('はい');
    expect(readMessage(byHand(type('windows-31j'), Buffer.from([0x82, 0xcd, 0x82, 0xa2]))).text).toBe('はい');
    expect(readMessage(byHand(type('no-such-set'), 'はい')).text).toBe('はい');
  });

  test('with its soft line breaks joined, quotations left as they are', () => {
    const flowed = (more: string, body: string) =>
      readMessage(byHand(`Content-Type: text/plain; charset=utf-8; format=flowed${more}`, body)).text;
    expect(flowed('', 'one \ntwo\n> three \n> four')).toBe('one two\n> three \n> four');
    expect(flowed('; delsp=yes', '川 \nの会\n-- \n署名')).toBe('川の会\n-- \n署名');
  });

  test('from HTML where there is nothing else, without the letter that is answered', () => {
    const text = (markup: string) => readMessage(byHand('Content-Type: text/html; charset=utf-8', markup)).text;
    expect(text('<style>p{}</style><p>行きます&amp;&#33;</p><p>2人<br>です</p><blockquote>引用</blockquote>')).toBe(
      '行きます&!\n2人\nです',
    );
    expect(text('<div>はい</div><div class="gmail_quote">引用</div>')).toBe('はい');
  });

  test('and known as written by a machine', () => {
    for (const head of ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <a.b>', 'Return-Path: <>'])
      expect(readMessage(byHand(head, 'x')).isAutomatic).toBe(true);
    expect(readMessage(byHand('Auto-Submitted: no', 'x')).isAutomatic).toBe(false);
  });

  test('from one sender alone, wherever the server says it came to', () => {
    const from = (header: string) => readMessage(Buffer.from(`From: ${header}\n\nx`)).from;
    expect(from('"a@b.example" <c@d.example>')).toBe('c@d.example');
    expect(from('c@d.example (橋)')).toBe('c@d.example');
    expect(from('a@b.example, c@d.example')).toBe('');
    expect(from('nobody')).toBe('');
    expect(readMessage(byHand('Delivered-To: x@y.example', ''), 'z@y.example').to).toEqual([
      'z@y.example',
      'x@y.example',
      TO,
    ]);
  });

  test('whatever its bytes: it never throws', async () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => void readMessage(Buffer.from(noise))));
    const whole = await composed({ text: 'はい', html: '<p>はい</p>' });
    fc.assert(fc.property(fc.nat({ max: whole.length }), (end) => void readMessage(whole.subarray(0, end))));
  });
});
