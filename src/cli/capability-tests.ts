/** Which tests prove which capability: the ids in the titles of their groups. */

export interface TestFile {
  path: string;
  text: string;
}

const GROUP = /\bdescribe(?:\.\w+\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[\s\S])+)\1/g;
const ID = /(?<![\w.])(?:[FCPX]\d+(?:\.\d+)?)(?![\w.])/g;

/** Test files by capability id, each once, in the order given. */
export function testsByCapability(files: readonly TestFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files) {
    const titles = [...text.matchAll(GROUP)].map((match) => match[2]!);
    for (const id of new Set(titles.flatMap((title) => title.match(ID) ?? []))) {
      found.set(id, [...(found.get(id) ?? []), path]);
    }
  }
  return found;
}
