/** True for a plain path of this very site: one '/' at the start, no second one or backslash, nothing a browser would drop. */
export function isLocalPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not come through
  return path.length <= 2000 && /^\/(?![/\\])/.test(path) && !/[\u0000- \\\u007f]/.test(path);
}
