/** F9.5 "Every sentence of the machine is marked as such until a person has edited or confirmed it": which sentences of a point are still its own. Pure. */

/** A piece of a text; `machine`: stands word for word as the machine wrote it. */
export interface Piece {
  text: string;
  machine: boolean;
}

const OPENS = '「『（(【';
const CLOSES = '」』）)】';
const ENDS = '。！？!?';

/** The sentences of a text, together the text itself. What is quoted inside one doesn't end it; a line end does. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let sentence = '';
  let depth = 0;
  const end = () => {
    if (sentence !== '') found.push(sentence);
    [sentence, depth] = ['', 0];
  };
  for (const letter of text) {
    sentence += letter;
    if (OPENS.includes(letter)) depth += 1;
    else if (CLOSES.includes(letter)) depth = Math.max(0, depth - 1);
    if (letter === '\n' || (depth === 0 && ENDS.includes(letter))) end();
  }
  end();
  return found;
}

/** `text` in pieces, `drafted` being what the machine wrote; neighbours of the same hand are one piece. */
export function piecesOf(text: string, drafted: string): Piece[] {
  const own = new Set(sentencesOf(drafted).map((sentence) => sentence.trim()));
  const pieces: Piece[] = [];
  for (const sentence of sentencesOf(text)) {
    const machine = sentence.trim() !== '' && own.has(sentence.trim());
    const last = pieces.at(-1);
    if (last && last.machine === machine) last.text += sentence;
    else pieces.push({ text: sentence, machine });
  }
  return pieces;
}

/** Whether anything stands there that only the machine has said. */
export function keepsMachine(text: string, drafted: string): boolean {
  return piecesOf(text, drafted).some(({ machine }) => machine);
}
