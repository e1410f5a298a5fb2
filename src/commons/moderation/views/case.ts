/** X4: one case on its own page: the words then and now, everything said about them, the private part of a claim, the decision. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { closing, labelled, opening } from '#kernel/lang.ts';
import { button, linkButton } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import type { QueuedCase, ShownClaim } from '../case-queries.ts';
import { deskWords } from '../desk-words.ts';
import { isPrivate, type Moderated } from '../kinds.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';
import { lastDay } from './claim.ts';
import { kindName } from './names.ts';
import { type DecisionFieldsProps, decisionFields, earlierOf, hiddenChoice, marks, reportsOf } from './queue.ts';

export interface CaseProps extends DecisionFieldsProps {
  found: QueuedCase;
  /** as it is now; null when it is gone */
  present: Moderated | null;
  /** why this reader can't decide it, as a sentence */
  reason: string | null;
}

export function caseView(props: CaseProps): Html {
  const { lang, found, present } = props;
  const w = deskWords(lang);
  return html`${pageHead({ above: marks(found, lang), title: labelled(kindName(found.kind, lang), found.title, lang) })}${wordsOf(props)}${
    found.reports.length > 0 && section({ title: w.decide.reported, children: reportsOf(found, lang) })
  }${found.claim && claimSection(found.claim, props)}${section({
    title: w.queue.earlier,
    children: found.earlier.length > 0 ? earlierOf(found.earlier, lang) : html`<p>${w.queue.none}</p>`,
  })}${
    found.decided_at
      ? notice({ tone: 'info', title: w.decide.decided })
      : section({
          title: w.decide.title,
          children: props.reason
            ? button({ text: w.decide.submit, reason: props.reason })
            : form({
                action: '/moderation/decisions',
                label: w.decide.title,
                children: html`${onceField()}${hidden('one', 'yes')}${hiddenChoice(found, present?.version ?? found.object_version)}${decisionFields({ ...props, isLetter: isPrivate(found.kind) })}`,
                buttons: html`${button({ text: w.decide.submit, tone: 'main' })}${linkButton({ text: w.decide.back, href: '/moderation' })}`,
              }),
        })
  }`;
}

function wordsOf({ lang, found, present }: CaseProps): Html {
  const w = deskWords(lang);
  const changed = present !== null && present.version !== found.object_version;
  return section({
    title: w.decide.snapshot,
    children: html`<blockquote class="voice-quote">${paragraphs(found.body)}</blockquote>${
      changed &&
      html`${notice({ tone: 'warn', title: w.decide.changed })}<h3>${w.decide.present}</h3><blockquote class="voice-quote">${paragraphs(present.body)}</blockquote>`
    }${(present === null || present.isWithdrawn) && notice({ tone: 'info', title: w.decide.gone })}${
      present?.hiddenAt && notice({ tone: 'info', title: w.decide.hiddenAlready })
    }${found.context !== '' && html`<h3>${w.queue.context}</h3>${paragraphs(found.context)}`}<p>${
      found.author_name === null ? w.queue.nobody : w.queue.by(found.author_name)
    }${!isPrivate(found.kind) && html`・${link(found.path, w.queue.see)}`}</p>${isPrivate(found.kind) && html`<p>${privateWords(lang).onlyThis}</p>`}`,
  });
}

function claimSection(claim: ShownClaim, { lang }: CaseProps): Html {
  const w = deskWords(lang).decide;
  return section({
    title: w.claim,
    children: keyValues([
      [w.claimant, `${claim.claimant}${opening(lang)}${w.relation[claim.relation]}${closing(lang)}`],
      [w.contact, claim.contact === '' ? null : claim.contact],
      [w.right, words(lang).claim.rights[claim.claimed_right]],
      [w.passage, paragraphs(claim.passage)],
      [w.why, paragraphs(claim.why)],
      [
        w.consent,
        html`${w.consents[claim.consent ?? 'none']}${claim.consent === null && `${opening(lang)}${deskWords(lang).queue.asking(lastDay(claim.answer_by, lang))}${closing(lang)}`}${
          claim.consent_reason !== '' && paragraphs(claim.consent_reason)
        }`,
      ],
      [claim.is_candidate ? deskWords(lang).queue.urgent : '', claim.is_candidate ? w.candidate : null],
      [w.keptUntil, w.keptUntilText(formatDate(tokyoDate(new Date(claim.keep_until)), lang))],
    ]),
  });
}
