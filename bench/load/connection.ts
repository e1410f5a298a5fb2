/** One kept-alive connection that sends a request as soon as the answer before is complete. No more of HTTP/1.1 than needed. */
import { connect, type Socket } from 'node:net';

export interface ConnectionParts {
  port: number;
  /** the next request, or null to end */
  next(): string | null;
  answered(status: number, bodyBytes: number, milliseconds: number, head: string): void;
  lost(error: Error): void;
}

const BUFFER = 64 * 1024;
const LENGTH = /\r\ncontent-length: (\d+)/i;

/** Resolves when `next` has given null, or the connection is lost. */
export function runConnection({ port, next, answered, lost }: ConnectionParts): Promise<void> {
  return new Promise((resolve) => {
    let head = '';
    let status = 0;
    let length = 0;
    /** bytes of the body still to come; -1 while the head is read */
    let missing = -1;
    let sentAt = 0;
    let over = false;

    const end = () => {
      over = true;
      socket.destroy();
      resolve();
    };
    const send = () => {
      const request = next();
      if (request === null) return end();
      sentAt = performance.now();
      socket.write(request);
    };
    const complete = () => {
      missing = -1;
      const read = head;
      head = '';
      answered(status, length, performance.now() - sentAt, read);
      send();
    };
    const readHead = (bytes: Buffer, size: number) => {
      const close = bytes.indexOf('\r\n\r\n');
      const whole = close !== -1 && close < size;
      head += bytes.toString('latin1', 0, whole ? close : size);
      if (!whole) return;
      status = Number(head.slice(9, 12));
      const told = LENGTH.exec(head);
      if (!told && status !== 304 && status !== 204) {
        lost(new Error('an answer without content-length'));
        return end();
      }
      length = Number(told?.[1] ?? 0);
      missing = length - (size - close - 4);
      if (missing <= 0) complete();
    };
    const take = (size: number, bytes: Uint8Array): boolean => {
      if (over) return true;
      if (missing < 0) readHead(bytes as Buffer, size);
      else {
        missing -= size;
        if (missing <= 0) complete();
      }
      return true;
    };
    const socket: Socket = connect({
      port,
      host: '127.0.0.1',
      onread: { buffer: Buffer.allocUnsafe(BUFFER), callback: take },
    });
    socket.setNoDelay(true);
    socket.once('connect', send);
    socket.on('error', (error) => lost(error));
    socket.on('close', () => {
      if (!over) {
        lost(new Error('the connection was closed'));
        end();
      }
    });
  });
}
