import type { Hub, Reader } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { buttons, linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import type { LinkedProvider } from '../outside/linked.ts';
import { linkedSection } from '../outside/views/linked.ts';
import type { PasskeyItem } from '../passkeys/passkey.ts';
import { passkeySection } from '../passkeys/views/passkeys.ts';
import { safetyWords } from '../safety-words.ts';
import type { SecondStepState } from '../second-step/second-step.ts';
import { secondStepSection } from '../second-step/views/second-step.ts';

export interface SafetyProps {
  lang: Lang;
  hub: Pick<Hub, 'origin'>;
  /** origin of the accounts host, on a town that sends there for signing in: passkeys are made there */
  elsewhere: string | null;
  reader: Reader;
  /** changes are open: the owner showed lately that it is they */
  isProved: boolean;
  passkeys: readonly PasskeyItem[];
  second: SecondStepState;
  outside: readonly LinkedProvider[];
  /** what was just done, a key of the words' `done` */
  just: string;
  problem: Problem | null;
}

/** Everything can be read at once; what changes something appears once the owner has shown that it is they. */
export function safetyView(props: SafetyProps): Html {
  const { lang, reader, just } = props;
  const w = safetyWords(lang);
  const done = Object.hasOwn(w.done, just) ? w.done[just] : undefined;
  return html`${pageHead({ title: w.safety.title, lead: w.safety.lead })}${
    done !== undefined && notice({ tone: 'success', title: done, live: true })
  }${restingNotice(lang, reader)}${proofNotice(props)}${passkeySection(props)}${secondStepSection(props)}${linkedSection(props)}<p>${link('/account', w.safety.toAccount)}</p>`;
}

function proofNotice({ lang, isProved }: SafetyProps): Html {
  const w = safetyWords(lang).safety;
  if (isProved) return notice({ tone: 'info', title: w.proved });
  return notice({
    tone: 'info',
    title: w.proveFirst,
    body: w.proveFirstText,
    actions: buttons(
      linkButton({ href: `/account/proof?next=${encodeURIComponent('/account/safety')}`, text: w.prove }),
    ),
  });
}

/** Somebody whose office waits for a second factor is told so, and what to do; null for everybody else. */
export function restingNotice(lang: Lang, reader: Reader, actions?: Html): Html | null {
  const w = safetyWords(lang).safety;
  const names = (reader.resting ?? []).map(({ organisation }) => organisation.name);
  if (names.length === 0) return null;
  return notice({
    tone: 'warn',
    title: w.restTitle,
    body: w.restText(names.join(lang === 'en' ? ', ' : '、')),
    ...(actions ? { actions } : {}),
  });
}
