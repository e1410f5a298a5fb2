/** F9.2 A reply to an entry, or to another reply of its thread (which it then quotes): threads are one level deep. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { text } from './discussion.ts';
import { addReply, held } from './entries.ts';
import { refusalFor, within } from './refusing.ts';
import { mayReply } from './rules.ts';

export const replyTo = action({
  name: 'discussion.reply',
  input: z.object({ toId: z.uuid(), body: text }),
  async run(ctx, { toId, body }): Promise<{ id: string; parentId: string }> {
    const to = await held(ctx.db, toId);
    within({ body: [body, rulesOf(ctx.hub, to.debate.rules_version).limits.reply] });
    const parent = to.parent_id ? await held(ctx.db, to.parent_id) : to;
    const no =
      mayReply(ctx.hub, ctx.reader, parent.debate, parent, ctx.now) ??
      mayReply(ctx.hub, ctx.reader, to.debate, to, ctx.now);
    if (no) throw refusalFor(no, parent.debate, ctx.lang);
    return addReply(ctx, 'opinions.replied', { kind: 'reply', parent, quotedId: to.parent_id ? to.id : null, body });
  },
});
