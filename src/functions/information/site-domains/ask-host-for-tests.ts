/** F1.3: for tests: asks a server under another name than its address has, as a proxy does. */
import { request } from 'node:http';

export interface HostAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface HostAsk {
  method?: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

export function askHost(
  server: string,
  host: string,
  path: string,
  { method = 'GET', fields, headers = {} }: HostAsk = {},
): Promise<HostAnswer> {
  const body = fields && new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, server),
      {
        method,
        headers: {
          host,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', origin: `http://${host}` }),
          ...headers,
        },
      },
      async (response) => {
        const pieces: Buffer[] = [];
        for await (const piece of response) pieces.push(piece as Buffer);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString('utf8'),
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
