/**
 * The measure of all figures: a bare `node:http` server that sends what Minna sent, byte for byte and header for header, and
 * does nothing else. It fetches its answers from Minna before the measurement begins.
 */
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Copying {
  port: number;
  /** of each: method, address, headers and body as the load generator sends them */
  samples: readonly { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body: string }[];
}

interface Answer {
  status: number;
  headers: string[];
  body: Buffer;
}

// Node writes these itself, here as there.
const OWN_HEADERS = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const AT_ONCE = 8;
const answers = new Map<string, Answer>();

function fetchOne(port: number, sample: Copying['samples'][number]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = sample;
    const request = ask({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const kept: string[] = [];
        for (let at = 0; at < response.rawHeaders.length; at += 2) {
          const name = response.rawHeaders[at]!;
          if (!OWN_HEADERS.has(name.toLowerCase())) kept.push(name, response.rawHeaders[at + 1]!);
        }
        resolve({ status: response.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function copy({ port, samples }: Copying): Promise<{ copied: number; bytes: number; statuses: number[] }> {
  answers.clear();
  let next = 0;
  let bytes = 0;
  const statuses = new Set<number>();
  const work = async () => {
    for (let sample = samples[next++]; sample; sample = samples[next++]) {
      const answer = await fetchOne(port, sample);
      bytes += answer.body.length;
      statuses.add(answer.status);
      // Every act of a load is answered like its sample.
      answers.set(sample.method === 'POST' ? 'POST' : sample.path, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { copied: answers.size, bytes, statuses: [...statuses] };
}

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const answer = answers.get(request.method === 'POST' ? 'POST' : (request.url ?? ''));
  if (!answer) {
    response.writeHead(404, { 'content-length': '0' }).end();
    return;
  }
  if (request.method === 'GET') {
    response.writeHead(answer.status, answer.headers).end(answer.body);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    Buffer.concat(chunks);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});

server.listen(0, '127.0.0.1', () => {
  process.send!({ port: (server.address() as AddressInfo).port });
});
process.on('message', (copying: Copying) => {
  copy(copying).then(
    (done) => process.send!(done),
    (error: Error) => process.send!({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
