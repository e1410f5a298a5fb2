/** F9.2, X13: who stands where somebody spoke in a hall without a name: the voice of that meeting's participants, nobody's account. */
import { words } from './words.ts';

const LONGEST_NAME = 80;

/** A name is kept in the source language, as other names are. */
export function voiceName(title: string): string {
  const name = words('ja').voice(title);
  const letters = [...name];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 2).join('')}…）` : name;
}
