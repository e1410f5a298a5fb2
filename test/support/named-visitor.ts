/** A browser without a screen that calls a town by its host name, whatever address it listens on; cookies are kept. */
import { request } from 'node:http';

interface Answer {
  status: number;
  location: string;
  body: string;
}

/** A browser that calls the town by its name. */
export function namedVisitor(port: number, host: string) {
  const cookies = new Map<string, string>();
  const ask = (method: 'GET' | 'POST', path: string, fields?: Record<string, string>) =>
    new Promise<Answer>((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const headers = { host, origin: `http://${host}`, cookie, ...(fields ? type : {}) };
      const sent = request({ port, host: '127.0.0.1', method, path: encodeURI(decodeURI(path)), headers }, (answer) => {
        for (const line of answer.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
          cookies.set(name!, value!);
        }
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          body += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode!, location: answer.headers.location ?? '', body }));
      });
      sent.on('error', reject);
      sent.end(fields ? new URLSearchParams(fields).toString() : undefined);
    });
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, fields: Record<string, string>) => ask('POST', path, fields),
  };
}
