// Serves every form and X10 (files): reads what a browser sends, as a stream and within limits, so that neither a huge
// body nor a slow sender can hold the process.
import { IncomingMessage } from 'node:http';
import { Readable, Writable } from 'node:stream';
import busboy from 'busboy';
import { decodePart, parseUrlEncoded } from './form-decoding.ts';
import { FormRefusal, FormValues } from './form-values.ts';

export { FormRefusal, type FormRefusalCode, FormValues } from './form-values.ts';

const KB = 1024;
const MB = 1024 * KB;
const ALL_FIELDS_BYTES = MB;
/** How long the rest of a refused body is thrown away, at least, so that its sender can finish and read our answer. */
const GRACE_MS = 5_000;

export interface FormLimits {
  /** Bytes of the whole body as sent: 1 MB by default, and where files are taken `files` × `fileBytes` more. */
  totalBytes?: number;
  /** Bytes of one field's value, default 256 KB. All fields together: 1 MB. */
  fieldBytes?: number;
  /** Number of fields, default 500. */
  fields?: number;
  /** Number of files, default 10. */
  files?: number;
  /** Bytes of one file, default 20 MB. */
  fileBytes?: number;
  /** Milliseconds until the last byte must have come: default 30,000, where files are taken 300,000. */
  deadlineMs?: number;
}

/** A file on its way in. `fileName` (without folders) and `mimeType` are what its sender claims. */
export interface IncomingFile {
  field: string;
  fileName: string;
  mimeType: string;
  /** Fails with the refusal when the form is refused. */
  stream: Readable;
}

export interface FormOptions<F> {
  limits?: FormLimits;
  /** Takes each file as it arrives, reading its stream; what it gives is in `FormValues.files`. Without it, files are refused. */
  onFile?: (file: IncomingFile) => Promise<F>;
  /** Undoes what `onFile` gave, when the form is refused after all. */
  discardFile?: (file: F) => Promise<void> | void;
}

interface BodyReader<F> {
  sink: Writable;
  /** What came, when the whole body has been written to `sink` and every file has been taken. */
  result(): Promise<FormValues<F>>;
  discard(): Promise<void>;
  /** The reason to give when `sink` fails with `error`. */
  explain(error: unknown): unknown;
}

function urlEncodedReader<F>(limits: Required<FormLimits>): BodyReader<F> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return {
    sink,
    result: async () => parseUrlEncoded(Buffer.concat(chunks), limits) as FormValues<F>,
    discard: async () => {},
    explain: (error) => error,
  };
}

async function takeFile<F>(file: IncomingFile, onFile: FormOptions<F>['onFile']): Promise<F[]> {
  if (file.fileName === '') {
    // What browsers send for a file field that was left empty.
    for await (const _bytes of file.stream) throw new FormRefusal('broken-form', file.field);
    return [];
  }
  if (!onFile) throw new FormRefusal('unexpected-file', file.field);
  const taken = await onFile(file);
  file.stream.resume();
  return [taken];
}

function multipartReader<F>(contentType: string, limits: Required<FormLimits>, options: FormOptions<F>): BodyReader<F> {
  const values = new FormValues<F>();
  const tasks: { field: string; taken: Promise<F[]> }[] = [];
  let textBytes = 0;
  const sink = busboy({
    headers: { 'content-type': contentType },
    defCharset: 'latin1',
    defParamCharset: 'latin1',
    // The parser calls a value that just fits truncated, hence one more.
    limits: {
      fieldSize: limits.fieldBytes + 1,
      fields: limits.fields,
      files: limits.files,
      fileSize: limits.fileBytes + 1,
    },
  });
  let refusal: unknown;
  const refuse = (error: unknown) => {
    refusal ??= error;
    // Later, because the parser fails on its own missing stream when it is destroyed in one of its events.
    process.nextTick(() => sink.destroy(error as Error));
  };
  const guarded =
    <A extends unknown[]>(step: (...given: A) => void) =>
    (...given: A) => {
      try {
        step(...given);
      } catch (error) {
        refuse(error);
      }
    };
  sink.on('fieldsLimit', () => refuse(new FormRefusal('too-many-fields')));
  sink.on('filesLimit', () => refuse(new FormRefusal('too-many-files')));
  sink.on(
    'field',
    guarded((rawName: string | undefined, rawValue: string | undefined, info: busboy.FieldInfo) => {
      if (rawName === undefined || rawValue === undefined) throw new FormRefusal('broken-form');
      const name = decodePart(rawName);
      textBytes += rawName.length + rawValue.length;
      if (info.valueTruncated) throw new FormRefusal('field-too-long', name);
      if (textBytes > ALL_FIELDS_BYTES) throw new FormRefusal('too-large', name);
      values.append(name, decodePart(rawValue, name));
    }),
  );
  sink.on(
    'file',
    guarded((rawName: string | undefined, stream: Readable, info: busboy.FileInfo) => {
      stream.on('error', () => {});
      if (refusal !== undefined || sink.destroyed) return void stream.resume();
      if (rawName === undefined) throw new FormRefusal('broken-form');
      const field = decodePart(rawName);
      stream.once('limit', () => {
        const tooLarge = new FormRefusal('file-too-large', field);
        stream.destroy(tooLarge);
        refuse(tooLarge);
      });
      const fileName = decodePart(info.filename ?? '', field);
      const taken = takeFile({ field, fileName, mimeType: info.mimeType, stream }, options.onFile);
      taken.catch(refuse);
      tasks.push({ field, taken });
    }),
  );
  return {
    sink,
    async result() {
      if (refusal !== undefined) throw refusal;
      for (const { field, taken } of tasks) for (const file of await taken) values.appendFile(field, file);
      return values;
    },
    async discard() {
      const settled = await Promise.allSettled(tasks.map(({ taken }) => taken));
      const files = settled.flatMap((task) => (task.status === 'fulfilled' ? task.value : []));
      await Promise.allSettled(files.map(async (file) => options.discardFile?.(file)));
    },
    explain: () => refusal ?? new FormRefusal('broken-form'),
  };
}

function readerFor<F>(contentType: string, limits: Required<FormLimits>, options: FormOptions<F>): BodyReader<F> {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (type === 'multipart/form-data') {
    try {
      return multipartReader(contentType, limits, options);
    } catch {
      throw new FormRefusal('broken-form');
    }
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  if (type === 'application/x-www-form-urlencoded' && isUtf8) return urlEncodedReader(limits);
  throw new FormRefusal('unsupported-form');
}

function pump<F>(body: Readable, { sink, explain }: BodyReader<F>, limits: Required<FormLimits>): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = 0;
    let ended = false;
    const settle = (error: unknown) => {
      clearTimeout(timer);
      body.off('data', onData).off('end', onEnd).off('close', onClose);
      if (error === undefined) resolve();
      else reject(error);
    };
    const refuse = (error: Error) => {
      sink.destroy(error);
      settle(error);
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received > limits.totalBytes) refuse(new FormRefusal('too-large'));
      else if (!sink.write(chunk)) {
        body.pause();
        sink.once('drain', () => body.resume());
      }
    };
    const onEnd = () => {
      ended = true;
      sink.end();
    };
    const onClose = () => {
      if (!ended) refuse(new FormRefusal('cut-off'));
    };
    const timer = setTimeout(() => refuse(new FormRefusal('too-slow')), limits.deadlineMs);
    sink.on('error', (error) => {
      settle(explain(error));
      sink.destroy();
    });
    sink.once('finish', () => settle(undefined));
    body.on('error', () => refuse(new FormRefusal('cut-off')));
    if (body.destroyed) refuse(new FormRefusal('cut-off'));
    else body.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}

/** Throws the rest of a refused body away while its sender reads our answer, and cuts the connection if it never ends. */
function throwAway(body: Readable, deadlineMs: number): void {
  if (body.destroyed || body.readableEnded) return;
  body.on('error', () => {});
  const timer = setTimeout(() => body.destroy(), Math.max(deadlineMs, GRACE_MS)).unref();
  body.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
  body.resume();
}

function withDefaults<F>({ limits = {}, onFile }: FormOptions<F>): Required<FormLimits> {
  const { fieldBytes = 256 * KB, fields = 500, files = 10, fileBytes = 20 * MB } = limits;
  const { totalBytes = MB + (onFile ? files * fileBytes : 0), deadlineMs = onFile ? 300_000 : 30_000 } = limits;
  return { totalBytes, fieldBytes, fields, files, fileBytes, deadlineMs };
}

/**
 * Reads a form from the body of a request, urlencoded or multipart. Files go to `onFile` as streams and never stay in memory.
 * When it refuses, the rest of the body is thrown away for a while: answer and leave the connection as it is, so that a
 * browser can finish sending and show the answer.
 * @throws FormRefusal with `status` 400, 408, 413 or 415 and a `code`; or whatever `onFile` threw
 */
export async function readForm<F = never>(
  source: IncomingMessage | Request,
  options: FormOptions<F> = {},
): Promise<FormValues<F>> {
  const limits = withDefaults(options);
  const isMessage = source instanceof IncomingMessage;
  const header = (name: string) => (isMessage ? source.headers[name] : source.headers.get(name))?.toString() ?? '';
  const body = isMessage ? source : source.body ? Readable.fromWeb(source.body as never) : Readable.from([]);
  let reader: BodyReader<F> | undefined;
  try {
    if (header('content-encoding') !== '') throw new FormRefusal('unsupported-form');
    reader = readerFor(header('content-type'), limits, options);
    if (Number(header('content-length')) > limits.totalBytes) throw new FormRefusal('too-large');
    await pump(body, reader, limits);
    return await reader.result();
  } catch (error) {
    throwAway(body, limits.deadlineMs);
    await reader?.discard();
    throw error;
  }
}
