/** Requests as a browser sends them, whole, ready to be written to a socket. */
import { SESSION_COOKIE } from '#kernel/web/listener.ts';

const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'ja,en-US;q=0.7,en;q=0.3',
  'accept-encoding': 'gzip, deflate, br',
};

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string;
}

export function page(path: string, port: number, session?: string): Asked {
  const headers = {
    host: `127.0.0.1:${port}`,
    ...BROWSER,
    ...(session ? { cookie: `${SESSION_COOKIE}=${session}` } : {}),
  };
  return { method: 'GET', path, headers, body: '' };
}

/** An act as the page's script sends it. */
export function act(path: string, port: number, session: string, fields: Record<string, string>): Asked {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    host: `127.0.0.1:${port}`,
    ...BROWSER,
    accept: 'application/json',
    origin: `http://127.0.0.1:${port}`,
    cookie: `${SESSION_COOKIE}=${session}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  };
  return { method: 'POST', path, headers, body };
}

export function written({ method, path, headers, body }: Asked): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`;
}
