/** F9.6, X8: the published document for programs, and publishing, submitting, correcting and receiving it. */
import { z } from 'zod';
import { type ApiOperation, act, copied, gives, within } from '#kernel/api.ts';
import { DOCUMENT, ERRATA } from './described.ts';
import { publishDocument } from './publish-document.ts';
import { recordErratum } from './record-erratum.ts';
import { recordReceipt } from './record-receipt.ts';
import { routes } from './routes.ts';
import { submitDocument } from './submit-document.ts';

export const documentsApi: readonly ApiOperation[] = [
  copied('/rounds/:ref/document', 'documents:show', [routes, '/rounds/:ref/document.json'], DOCUMENT),
  copied('/rounds/:ref/document/errata', 'documents:errata', [routes, '/rounds/:ref/document/errata.json'], ERRATA),
  ...within('edit', [
    act(
      '/rounds/:ref/document',
      publishDocument,
      { ref: 'roundId' },
      gives({ id: z.uuid(), roundId: z.uuid(), number: z.string(), sha256: z.string() }),
    ),
    act(
      '/rounds/:ref/document/submission',
      submitDocument,
      { ref: 'roundId' },
      gives({ roundId: z.uuid(), number: z.string() }),
    ),
    act(
      '/rounds/:ref/document/errata',
      recordErratum,
      { ref: 'roundId' },
      gives({ roundId: z.uuid(), number: z.int() }),
    ),
  ]),
  ...within('answer', [
    act('/rounds/:ref/document/receipt', recordReceipt, { ref: 'roundId' }, gives({ roundId: z.uuid() })),
  ]),
];
