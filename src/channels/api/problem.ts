/** X8: refusals as problem details (RFC 9457), with the codes and the sentences of the pages, and the field at fault. */

import { z } from 'zod';
import type { Refusal, RefusalItem } from '#kernel/refusal.ts';
import { refuser } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { json } from '#kernel/web/reply.ts';

export type ApiRefusal =
  | 'no-token'
  | 'token-unknown'
  | 'scope'
  | 'no-such-address'
  | 'wrong-method'
  | 'not-json'
  | 'bad-key'
  | 'key-reused'
  | 'precondition'
  | 'function-closed'
  | 'moved'
  | 'no-room'
  | 'fault';

export const refuse = refuser<ApiRefusal>('api');

export const PROBLEM = z.object({
  type: z.string().meta({ description: 'Address of the list of codes; its fragment is `module.code`.' }),
  title: z.string().meta({ description: 'The sentence the page shows, in the language asked for.' }),
  status: z.int(),
  code: z.string().meta({ description: '`module.code`, stable.' }),
  instance: z.string().meta({ description: 'Number of the request, for whoever looks into it.' }),
  errors: z.array(
    z.object({
      code: z.string(),
      detail: z.string(),
      pointer: z.string().optional().meta({ description: 'JSON Pointer to the field at fault in what was sent.' }),
      parameter: z.string().optional().meta({ description: 'Parameter of the address at fault.' }),
      items: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
    }),
  ),
});

interface Said {
  refusal: Refusal;
  sentence: (item: RefusalItem) => string;
  requestId: string;
  isRead: boolean;
}

export function problemReply({ refusal, sentence, requestId, isRead }: Said): Reply {
  const [first] = refusal.all;
  const code = `${refusal.module}.${first?.code ?? 'refused'}`;
  const problem: z.output<typeof PROBLEM> = {
    type: `/api/problems#${code}`,
    title: first ? sentence(first) : '',
    status: refusal.status,
    code,
    instance: `urn:uuid:${requestId}`,
    errors: refusal.all.map((item) => ({
      code: `${refusal.module}.${item.code}`,
      detail: sentence(item),
      ...(item.field ? (isRead ? { parameter: item.field } : { pointer: `/${item.field.replaceAll('.', '/')}` }) : {}),
      ...(item.items ? { items: item.items } : {}),
    })),
  };
  const reply = json(problem, refusal.status, 'application/problem+json; charset=utf-8');
  const [wait] = refusal.all.map(({ facts }) => facts?.seconds ?? (facts?.minutes && Number(facts.minutes) * 60));
  if (refusal.status === 429) reply.headers['retry-after'] = String(wait ?? 60);
  if (refusal.status === 401) reply.headers['www-authenticate'] = 'Bearer realm="minna"';
  return reply;
}
