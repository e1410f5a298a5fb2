/** F1.3 A short name for an address, suggested from how a group's name is read. Hepburn, without long vowels. Pure. */
import { DOUBLING, SMALL_Y, SYLLABLES } from './kana-words.ts';

const LETTERS = new Map([...SYLLABLES.matchAll(/([ぁ-ゖ])([a-z]+)/g)].map(([, kana, latin]) => [kana!, latin!]));

function latinOf(kana: string): string {
  let out = '';
  let doubles = false;
  for (const letter of kana) {
    if (letter === DOUBLING) {
      doubles = true;
      continue;
    }
    const vowel = SMALL_Y[letter];
    if (vowel !== undefined) {
      out = /(sh|ch|j)i$/.test(out)
        ? out.slice(0, -1) + vowel
        : /i$/.test(out)
          ? `${out.slice(0, -1)}y${vowel}`
          : `${out}y${vowel}`;
      continue;
    }
    const latin = LETTERS.get(letter) ?? (/[a-z0-9-]/.test(letter) ? letter : '');
    out += doubles && latin !== '' ? latin[0] + latin : latin;
    doubles = false;
  }
  return out;
}

/** 「かわべのかい」→ kawabenokai; '' when nothing is left. At most 30 letters. */
export function suggestedKey(reading: string): string {
  const hiragana = reading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s・]+/g, '-');
  const key = latinOf(hiragana).replace(/-+/g, '-').replace(/^-|-$/g, '').slice(0, 30).replace(/-$/, '');
  return key.length >= 3 ? key : '';
}
