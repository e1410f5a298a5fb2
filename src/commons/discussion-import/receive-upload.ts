/** The files of a form, kept piece by piece while they come. */
import { FormRefusal, type FormValues, readForm } from '#kernel/web/form-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { FileName } from './conversation.ts';
import { beginUpload, discardUpload, keepFile } from './uploads.ts';

const MB = 1024 * 1024;
/** All files together. A conversation of a million votes has about 60 MB. */
export const LARGEST_MB = 200;

const FILE_OF: Readonly<Record<string, FileName>> = {
  comments: 'comments.csv',
  votes: 'votes.csv',
  'participants-votes': 'participants-votes.csv',
  summary: 'summary.csv',
};

/**
 * Reads the form that is being sent. Null when it was sent before: what comes is thrown away.
 * @throws FormRefusal; nothing is kept then
 */
export async function receiveUpload(visit: Visit, id: string): Promise<FormValues<FileName> | null> {
  const { hub, hubwise, now } = visit;
  const begun = await beginUpload(hubwise, hub.id, id, visit.signedIn.person.id, now);
  const met = new Set<FileName>();
  try {
    const form = await readForm<FileName>(visit.request, {
      limits: { files: 4, fileBytes: LARGEST_MB * MB, totalBytes: (LARGEST_MB + 1) * MB },
      onFile: async ({ field, stream }) => {
        const name = FILE_OF[field];
        if (!name || met.has(name)) throw new FormRefusal('unexpected-file', field);
        met.add(name);
        if (begun) await keepFile(hubwise, hub.id, id, name, stream);
        else for await (const _bytes of stream);
        return name;
      },
    });
    return begun ? form : null;
  } catch (error) {
    if (begun) await discardUpload(hubwise, hub.id, id);
    throw error;
  }
}
