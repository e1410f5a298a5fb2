/** F9.6: which characters a TrueType font has. Formats 4 and 12 of its table `cmap`, as the OpenType specification lays them out. */

/** @throws RangeError when the file is no TrueType font or has no Unicode table */
export function codePointsOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const record = cmap + 4 + i * 8;
    const at = cmap + font.readUInt32BE(record + 4);
    const format = font.readUInt16BE(at);
    if (format === 12) addGroups(font, at, found);
    else if (format === 4 && font.readUInt16BE(record) !== 1) addSegments(font, at, found);
  }
  if (found.size === 0) throw new RangeError('a font without a table of Unicode characters');
  return found;
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`a font without the table ${name}`);
}

/** Format 12: groups of first, last and the glyph of the first. */
function addGroups(font: Buffer, at: number, found: Set<number>): void {
  const count = font.readUInt32BE(at + 12);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + i * 12;
    const first = font.readUInt32BE(group);
    const last = font.readUInt32BE(group + 4);
    const glyph = font.readUInt32BE(group + 8);
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) found.add(code);
  }
}

/** Format 4: parallel arrays of last, first, delta and offset; glyph 0 is "missing". */
function addSegments(font: Buffer, at: number, found: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    const last = font.readUInt16BE(at + 14 + i);
    const first = font.readUInt16BE(at + 16 + doubled + i);
    const delta = font.readUInt16BE(at + 16 + 2 * doubled + i);
    const place = at + 16 + 3 * doubled + i;
    const offset = font.readUInt16BE(place);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code : font.readUInt16BE(place + offset + 2 * (code - first));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}
