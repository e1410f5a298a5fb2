/** Single requests beside the load: acts, looks at a page, Minna's own counters. Each has a limit of time. */
import { request as ask } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { type Asked, page } from './requests.ts';

const PATIENCE_MS = 15_000;

export interface Heard {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** as sent, before unpacking */
  bytes: number;
  text: string;
}

/** @throws Error when nothing comes within 15 seconds, or the connection fails */
export function asked({ method, path, headers, body }: Asked, port: number, patienceMs = PATIENCE_MS): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = ask({ host: '127.0.0.1', port, method, path, headers, timeout: patienceMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const sent = Buffer.concat(chunks);
        const whole = response.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: sent.length,
          text: whole.toString(),
        });
      });
    });
    request.on('timeout', () => request.destroy(new Error(`no answer to ${method} ${path}`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** The value of one of Minna's metrics that has no labels. */
export async function metrics(port: number): Promise<(name: string) => number> {
  const { text } = await asked(page('/metrics', port), port);
  return (name) => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`Minna has no metric ${name}`);
    return Number(value);
  };
}
