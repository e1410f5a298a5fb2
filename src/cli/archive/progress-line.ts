/** X12: one line at the terminal that says how far a long work is; silent where nobody watches. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show(done: number, of: number, what: string): void;
  clear(): void;
} {
  const put = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
  };
  return { show: (done, of, what) => put(`${done} / ${of}  ${what}`), clear: () => put('') };
}
