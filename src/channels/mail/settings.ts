/** X3, X12: how mail leaves. Without a server it stays in the table: read at /dev/mail in a demo, waited for elsewhere. */

export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://… */
  smtpUrl: string;
  /** what letters come from, e.g. 「ひなた市 <noreply@hinata.example>」 */
  from: string;
  /** where letters come back to, e.g. bounces@hinata.example; each with its number behind a '+' */
  bounces: string | null;
}

/** What is missing, in words for the operator. */
export type MailGap = { missing: string };

export function mailSettings(env: Record<string, string | undefined>): MailSettings | MailGap {
  const smtpUrl = env.MINNA_SMTP_URL?.trim();
  const from = env.MINNA_MAIL_FROM?.trim();
  if (!smtpUrl) return { missing: 'MINNA_SMTP_URL (for example smtp://mail.example.jp:587)' };
  if (!/^smtps?:\/\/[^/]+/.test(smtpUrl)) return { missing: 'MINNA_SMTP_URL that begins with smtp:// or smtps://' };
  if (!from) return { missing: 'MINNA_MAIL_FROM (the address letters come from)' };
  const bounces = env.MINNA_BOUNCE_ADDRESS?.trim() || null;
  if (bounces !== null && !/^[^@\s+<>]+@[^@\s<>]+$/.test(bounces))
    return { missing: 'a plain address in MINNA_BOUNCE_ADDRESS (for example bounces@example.jp)' };
  return { smtpUrl, from, bounces };
}

/** The server's address with limits on waiting, so that a silent server doesn't hold a worker. The operator's own settings win. */
export function withLimits(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  for (const [name, ms] of Object.entries(limits)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  return url.toString();
}
