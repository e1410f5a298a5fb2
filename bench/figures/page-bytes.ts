/** What a reading page brings along besides itself: scripts and style, compressed as they are sent. */
import { asked } from './asking.ts';
import type { Figure, Stage } from './figure.ts';
import { page } from './requests.ts';

const KB = 1024;
const MOST_SCRIPT = 50 * KB;
const MOST_STYLE = 30 * KB;

interface Weight {
  page: string;
  html: number;
  script: number;
  style: number;
}

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/g;
const MODULE = /<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g;
const STYLE = /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g;
/** What a module names to be loaded with it. */
const IMPORT = /\b(?:import|from)\s*\(?\s*"((?:\.{0,2}\/)[^"]+)"/g;

export async function pageBytes({ minna, town }: Stage): Promise<Figure> {
  const [proposal] = await town.rows<{ id: string }>(
    `select id from debates where kind = 'proposal' order by opinion_count desc limit 1`,
  );
  const { port } = minna;
  const { shortId } = await import('#kernel/ids.ts');
  const paths = { home: '/', list: '/proposals', proposal: `/proposals/${shortId(proposal!.id)}` };
  const weights: Weight[] = [];
  for (const [name, path] of Object.entries(paths)) weights.push(await weigh(name, path, port));
  const script = Math.max(...weights.map((weight) => weight.script));
  const style = Math.max(...weights.map((weight) => weight.style));
  const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
  return {
    name: 'bytes',
    title: 'Script and style of reading pages, compressed',
    measured: `script ${kb(script)}, style ${kb(style)} (pages themselves: ${weights.map((one) => `${one.page} ${kb(one.html)}`).join(', ')})`,
    floor: `script ≤ ${kb(MOST_SCRIPT)}, style ≤ ${kb(MOST_STYLE)}`,
    ok: script > 0 && style > 0 && script <= MOST_SCRIPT && style <= MOST_STYLE,
    margin: Math.min(MOST_SCRIPT / script, MOST_STYLE / style),
    facts: { pages: weights },
  };
}

async function weigh(name: string, path: string, port: number): Promise<Weight> {
  let shown = await asked(page(path, port), port);
  if (shown.status >= 300 && shown.status < 400) shown = await asked(page(String(shown.headers.location), port), port);
  if (shown.status !== 200) throw new Error(`${path} answers ${shown.status}`);
  const scripts = new Set([...found(shown.text, SCRIPT), ...found(shown.text, MODULE)]);
  let script = 0;
  // The set grows while it is walked: modules bring further modules.
  for (const address of scripts) {
    const file = await asked(page(address, port), port);
    if (file.status !== 200) throw new Error(`${address} answers ${file.status}`);
    script += file.bytes;
    for (const other of found(file.text, IMPORT)) scripts.add(new URL(other, `http://localhost${address}`).pathname);
  }
  let style = 0;
  for (const address of found(shown.text, STYLE)) style += (await asked(page(address, port), port)).bytes;
  return { page: name, html: shown.bytes, script, style };
}

function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1]!);
}
