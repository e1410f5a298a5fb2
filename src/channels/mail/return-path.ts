/** X3: the address a letter comes back to, with the letter's number in it (VERP), so that a report is known whatever it quotes. */

/** 'bounces@example.jp' and a letter's id → 'bounces+0193…@example.jp'. */
export function returnPath(address: string, mailId: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${mailId.replaceAll('-', '')}${address.slice(at)}`;
}
