import type { Lang } from '#kernel/lang.ts';
import type { Browser, Device } from './rules.ts';
import { words } from './words.ts';

/** 「Firefox（Windows）」 from the coarse word that is kept. */
export function deviceWords(lang: Lang, kept: string): string {
  const w = words(lang);
  const [browser, device] = kept.split('/') as [Browser | undefined, Device | undefined];
  const names = [w.browsers[browser ?? 'other'] ?? w.browsers.other, w.devices[device ?? 'other'] ?? w.devices.other];
  return lang === 'en' ? `${names[0]} (${names[1]})` : `${names[0]}（${names[1]}）`;
}
