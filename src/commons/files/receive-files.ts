/**
 * X10: a form with files, read as it comes. A file that can't be taken is refused without losing what else was typed: the form
 * is read to its end, and the refusal is handed back to be shown at its field. Files that could be taken stay taken, so that a
 * form that is shown again doesn't ask for them twice.
 */
import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Action } from '#kernel/action.ts';
import { isUuid } from '#kernel/ids.ts';
import { Refusal, type RefusalItem } from '#kernel/refusal.ts';
import type { FormValues, IncomingFile } from '#kernel/web/form-data.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { type Problem, problemJson, type Visit } from '#kernel/web/visit.ts';
import { refuse, type UploadedFile } from './file.ts';
import { keepFile } from './keep-file.ts';
import { A_DAY, limitsOf, MB } from './limits.ts';
import { bytesSince, ownUploads } from './queries.ts';
import { files } from './setting.ts';

const DAY_MS = 24 * 3_600_000;
const LONGEST_MS = 300_000;
/** More than any thing may carry: how many a form may bring before it is refused as a whole. */
const MOST_IN_A_FORM = 50;
const MOST_FIELDS_BYTES = MB;

interface Arrival {
  field: string;
  name: string;
  /** null: too large, and thrown away while it came */
  path: string | null;
  bytes: number;
}

export interface Received {
  form: FormValues<unknown>;
  /** by the name of the file field: those that came, and those a form before this one had brought already */
  files(field: string): UploadedFile[];
  /** every file that couldn't be taken, each at its field; null when all could */
  refusal: Refusal | null;
}

/** Name of the hidden field that holds files a form has brought before. */
export function keptName(field: string): string {
  return `${field}-kept`;
}

/**
 * Reads the form that is being sent, by somebody who is signed in; ask before whether that person may add files at all.
 * @throws FormRefusal when the form as a whole can't be read
 */
export async function receiveFiles(visit: Visit): Promise<Received> {
  const limits = limitsOf(visit.hub);
  const most = Math.min(limits.most, MOST_IN_A_FORM);
  const totalBytes = MOST_FIELDS_BYTES + most * limits.bytes;
  const arrivals: Arrival[] = [];
  try {
    const form = await visit.formWith<unknown>({
      limits: { files: MOST_IN_A_FORM, fileBytes: totalBytes, totalBytes, deadlineMs: LONGEST_MS },
      onFile: async (file) => {
        const arrival = {
          field: file.field,
          name: file.fileName,
          path: join(files().arrivals, randomUUID()),
          bytes: 0,
        };
        arrivals.push(arrival);
        await arrive(file, arrival, limits.bytes);
        return arrival;
      },
    });
    return await taken(visit, form, arrivals, limits.bytes);
  } finally {
    await Promise.all(arrivals.map(async ({ path }) => path && rm(path, { force: true })));
  }
}

/** Onto the disk, as far as it may go; the rest is read and thrown away, so that the fields behind it are heard, too. */
async function arrive({ stream }: IncomingFile, arrival: Arrival, longest: number): Promise<void> {
  const file = await open(arrival.path!, 'wx', 0o600);
  try {
    for await (const chunk of stream as Readable & AsyncIterable<Buffer>) {
      arrival.bytes += chunk.length;
      if (arrival.bytes <= longest) await file.write(chunk);
    }
  } finally {
    await file.close();
  }
}

async function taken(visit: Visit, form: FormValues<unknown>, arrivals: Arrival[], longest: number): Promise<Received> {
  const { hubwise, hub, now } = visit;
  const { person } = visit.signedIn;
  const items: RefusalItem[] = [];
  const found = new Map<string, UploadedFile[]>();
  const add = (field: string, ...more: UploadedFile[]) => found.set(field, [...(found.get(field) ?? []), ...more]);
  await bringBack(visit, form, add);
  const refusals: Refusal[] = [];
  let today =
    arrivals.length > 0 ? await visit.read((db) => bytesSince(db, person.id, new Date(now.getTime() - DAY_MS))) : 0;
  for (const { field, name, path, bytes } of arrivals) {
    try {
      if (bytes > longest) throw refuse('file-too-large', { facts: { megabytes: longest / MB } });
      today += bytes;
      if (today > A_DAY) throw refuse('too-much-today', { facts: { megabytes: A_DAY / MB } });
      add(field, await keepFile({ hubwise, hubId: hub.id, personId: person.id, now }, path!, name));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
      items.push(...error.all.map((item) => ({ ...item, field })));
    }
  }
  const status = Math.max(422, ...refusals.map((one) => one.status));
  return {
    form,
    files: (field) => found.get(field) ?? [],
    refusal: items.length > 0 ? new Refusal('files', items, status) : null,
  };
}

async function bringBack(
  visit: Visit,
  form: FormValues<unknown>,
  add: (field: string, ...more: UploadedFile[]) => void,
): Promise<void> {
  for (const [name, values] of form.entries()) {
    if (!name.endsWith('-kept')) continue;
    const ids = values.filter(isUuid).slice(0, MOST_IN_A_FORM);
    add(name.slice(0, -'-kept'.length), ...(await visit.read((db) => ownUploads(db, visit.signedIn.person.id, ids))));
  }
}

/** `visit.attempt` for a form with files: a file that couldn't be taken is a problem like any other. */
export async function attemptWithFiles<Input, Output>(
  visit: Visit,
  received: Received,
  act: Action<Input, Output>,
  input: unknown,
  ways: { done: (output: Output) => string | Reply; again: (problem: Problem) => Reply | Promise<Reply> },
): Promise<Reply> {
  if (!received.refusal) return visit.attempt(act, input, ways);
  const problem = visit.problem(received.refusal);
  if (visit.wantsJson) return problemJson(problem);
  return { ...(await ways.again(problem)), status: problem.status };
}
