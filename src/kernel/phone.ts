/** F1.2: the telephone number in words that say how to reach somebody: national columns keep it apart. Pure. */

const NUMBER = /(?:\+81[-\s(]{0,2}\d|0\d)\d{0,3}[-\s)(]{1,2}\d{1,4}[-\s)]{1,2}\d{3,4}|(?<!\d)0\d{9,10}(?!\d)/;

/** `rest`: the words without it. Both '' where there is nothing of that. */
export function phoneIn(contact: string): { phone: string; rest: string } {
  const text = contact.normalize('NFKC').replace(/[‐‑–—−ー](?=\d)/g, '-');
  const phone = NUMBER.exec(text)?.[0] ?? '';
  if (phone === '') return { phone, rest: contact.trim() };
  const rest = text.replace(phone, '').replace(/(?:電話|TEL|Tel|tel)\s*[:：]?\s*$/u, '');
  return { phone: phone.trim(), rest: rest.replace(/\s+/g, ' ').trim() };
}
