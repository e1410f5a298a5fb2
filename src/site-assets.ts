/** Styles and scripts, built at start-up, as ready answers: hashed names, kept by browsers for ever. */
import { securityHeaders } from '#kernel/web/headers.ts';
import type { Assets } from '#kernel/web/visit.ts';
import type { Served } from '#kernel/web/writing.ts';
import { buildAssets } from '#ui/assets.ts';

export async function siteAssets(): Promise<Assets & { file(path: string): Served | undefined }> {
  const map = await buildAssets();
  const served = new Map<string, Served>();
  for (const [path, file] of map.files) {
    served.set(path, {
      status: 200,
      headers: Object.entries({
        ...securityHeaders(false),
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      }).flat(),
      body: file.gzip ?? file.body,
      gzipped: file.gzip !== undefined,
      etag: `"${path}"`,
    });
  }
  return { css: map.css, icon: map.icon, style: map.style, island: map.island, file: (path) => served.get(path) };
}
