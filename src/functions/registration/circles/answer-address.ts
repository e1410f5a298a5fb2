/** F7.3 The address to which a mailed answer goes, with its key behind a '+'. Where the operator named none, answers are written on the page. */

/** `circles@hinata.example` from MINNA_ANSWER_ADDRESS; null where there is none. */
export function answerAddress(key: string, base = process.env.MINNA_ANSWER_ADDRESS?.trim() ?? ''): string | null {
  if (!/^[^@\s+<>]+@[^@\s<>]+$/.test(base)) return null;
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${key}${base.slice(at)}`;
}

/** The key in an address a message was delivered to; null: another address. */
export function keyInAddress(address: string): string | null {
  return /\+([\w-]{32})@/.exec(address)?.[1] ?? null;
}
