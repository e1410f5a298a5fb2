/** Text as a town's spreadsheet saves it: CP932, the other way round from what browsers decode. */
const LEADS = [...Array.from({ length: 31 }, (_, n) => 0x81 + n), ...Array.from({ length: 29 }, (_, n) => 0xe0 + n)];

function table(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, readonly [number, number]>();
  for (const lead of LEADS)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && letter.length === 1 && letter !== '\ufffd' && !codes.has(letter))
        codes.set(letter, [lead, trail]);
    }
  return codes;
}

/** @throws Error for a letter that CP932 hasn't */
export function inCp932(text: string): Buffer {
  const codes = table();
  const bytes = Buffer.alloc(text.length * 2);
  let length = 0;
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const pair = code < 0x80 ? [code] : codes.get(letter);
    if (!pair) throw new Error(`CP932 has no ${letter}`);
    for (const byte of pair) {
      bytes[length] = byte;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}
