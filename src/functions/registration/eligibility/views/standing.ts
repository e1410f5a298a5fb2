/** F7.6 How a group stands: what it shows to everybody, and its own page with what it hands in. */
import { attachments, type FileLimits, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { dayText, fieldHtml, fieldsForm } from '../../groups/index.ts';
import { setPath, standingPath } from '../addresses.ts';
import type { Fact, GroupStanding, RequirementSet } from '../queries.ts';
import { GIVEN_KINDS, LIMITS, type RequiredItem } from '../requirement.ts';
import type { Eligibility, ItemStanding } from '../rules.ts';
import { eligibilityWords } from '../words.ts';
import { itemName, stateChip } from './pieces.ts';

export function eligibleText({ isEligible, until }: Eligibility, lang: Lang): string {
  const w = eligibilityWords(lang);
  return isEligible && until ? w.eligible(formatDate(until, lang)) : w.notEligible;
}

/** What a group shows: items that are confirmed now, and until when. Nothing of what isn't. */
export function shownStandings(lang: Lang, standings: readonly GroupStanding[]): Html | null {
  const w = eligibilityWords(lang);
  const shown = standings.filter(({ items }) => items.some(({ state }) => state === 'confirmed'));
  if (shown.length === 0) return null;
  return list(
    shown.map(({ set, items, ...rest }) =>
      listItem({
        title: set.name,
        href: setPath(set),
        level: 3,
        body: list(
          items
            .filter(({ state }) => state === 'confirmed')
            .map(
              ({ item, until }) =>
                `${itemName(set.items[item]!, lang)}${opening(lang)}${w.until(formatDate(until!, lang))}${closing(lang)}`,
            ),
        ),
        meta: rest.isEligible ? eligibleText({ items, ...rest }, lang) : w.by(set.owner_name),
      }),
    ),
  );
}

/** The tab of a group: what it shows; for those who speak for it, how it stands everywhere. */
export function eligibilityMain(
  lang: Lang,
  groupId: string,
  standings: readonly GroupStanding[],
  speaks: boolean,
): Html {
  const w = eligibilityWords(lang);
  const shown = shownStandings(
    lang,
    standings.filter(({ isShown }) => isShown),
  );
  return html`${section({ title: w.sectionTitle, lead: w.tabLead, children: shown ?? html`<p>${w.tabNone}</p>` })}${
    speaks &&
    standings.length > 0 &&
    section({
      title: w.required,
      children: list(
        standings.map((one) =>
          listItem({
            title: one.set.name,
            href: standingPath(groupId, one.set.id),
            level: 3,
            meta: `${w.by(one.set.owner_name)}・${eligibleText(one, lang)}`,
          }),
        ),
      ),
    })
  }<p>${link('/requirements', w.toSets)}</p>`;
}

export interface StandingProps {
  lang: Lang;
  set: RequirementSet;
  group: { id: string; name: string };
  standing: Eligibility;
  isShown: boolean;
  facts: readonly Fact[];
  limits: FileLimits;
  /** what was typed in the form that was refused */
  typed: Record<string, string>;
  kept: readonly UploadedFile[];
  problem?: Problem | undefined;
}

export function standingView(props: StandingProps): Html {
  const { lang, set, group, standing, isShown } = props;
  const w = eligibilityWords(lang);
  const showing = html`${onceField()}${hidden('shown', isShown ? 'no' : 'yes')}`;
  return html`${pageHead({ title: w.standingTitle(group.name), lead: w.standingLead })}<p>${link(setPath(set), set.name)}${opening(lang)}${w.by(set.owner_name)}${closing(lang)}</p>${notice(
    { tone: standing.isEligible ? 'success' : 'info', title: eligibleText(standing, lang) },
  )}${standing.items.map((one) => itemSection(props, set.items[one.item]!, one))}${actButton({
    action: `${standingPath(group.id, set.id)}/showing`,
    fields: showing,
    text: isShown ? w.showNoMore : w.show,
    tone: 'plain',
  })}<p class="meta">${w.shownNote}</p>`;
}

function itemSection(props: StandingProps, item: RequiredItem, { item: place, state, until }: ItemStanding): Html {
  const { lang, facts, set } = props;
  const w = eligibilityWords(lang);
  const own = facts.filter((fact) => fact.item === place && fact.state !== 'taken-back');
  const newest = own[0];
  const waits = newest?.state === 'handed-in';
  return section({
    title: itemName(item, lang),
    children: html`<p>${stateChip(state, lang)} ${until && w.until(formatDate(until, lang))}</p>${newest && factView(newest, item, lang)}${
      newest && waits
        ? actButton({
            action: `/group-facts/${shortId(newest.id)}/removal`,
            fields: onceField(),
            text: w.takeBack,
            tone: 'quiet',
            small: true,
          })
        : null
    }${newest?.state === 'refused' && !newest.appealed_at && appealForm(props, newest)}${
      !waits && !set.closed_at && (own.length === 0 ? handInForm(props, item, place) : againForm(props, item, place))
    }`,
  });
}

/** What was handed in and what became of it, for the group and for those who check. */
export function factView(fact: Fact, item: RequiredItem, lang: Lang): Html {
  const w = eligibilityWords(lang);
  const said = fact.figure === null ? null : w.figureSaid(item.kind, fact.figure);
  return html`<p class="meta">${w.handedIn(dayText(fact.handed_in_at, lang))}${said && `・${said}`}${fact.state === 'confirmed' && fact.valid_until && `・${w.until(formatDate(fact.valid_until, lang))}`}</p>${fact.word !== '' && paragraphs(fact.word)}${attachments(fact.files, lang)}${
    item.paper && fact.papers_erased_at && html`<p class="meta">${w.papersGone}</p>`
  }${(fact.state === 'refused' || fact.appeal !== '') && keyValues(sidesOf(fact, lang))}${
    fact.appealed_at && !fact.appeal_decided_at && html`<p>${w.appealWaits}</p>`
  }`;
}

/** What the office and the group said to each other, in its order. */
function sidesOf(fact: Fact, lang: Lang): [string, Html | false][] {
  const w = eligibilityWords(lang);
  const isRefused = fact.state === 'refused';
  return [
    [w.reason, isRefused && paragraphs(fact.reason)],
    [w.toDo, isRefused && paragraphs(fact.to_do)],
    [w.appealText, fact.appeal !== '' && paragraphs(fact.appeal)],
    [w.appealAnswer, fact.appeal_answer !== '' && paragraphs(fact.appeal_answer)],
  ];
}

function isThis({ typed }: StandingProps, mark: string): boolean {
  return typed.form === mark;
}

function appealForm(props: StandingProps, fact: Fact): Html {
  const { lang, typed, problem } = props;
  const w = eligibilityWords(lang);
  const mine = isThis(props, fact.id);
  return disclosure({
    summary: w.appeal,
    open: mine,
    body: html`<p>${w.appealLead}</p>${fieldsForm({
      lang,
      typed: mine ? typed : {},
      problem: mine ? problem : undefined,
      action: `/group-facts/${shortId(fact.id)}/appeal`,
      submit: w.appeal,
      tone: 'plain',
      ...(mine ? {} : { prefix: shortId(fact.id) }),
      fields: [{ name: 'appeal', label: w.appealText, as: 'area', limit: LIMITS.reason }],
    })}`,
  });
}

function againForm(props: StandingProps, item: RequiredItem, place: number): Html {
  return disclosure({
    summary: eligibilityWords(props.lang).handInAgain,
    open: isThis(props, `${place}`),
    body: handInForm(props, item, place),
  });
}

function handInForm(props: StandingProps, item: RequiredItem, place: number): Html {
  const { lang, set, group, limits } = props;
  const w = eligibilityWords(lang);
  const mine = isThis(props, `${place}`);
  const typed = mine ? props.typed : {};
  const problem = mine ? props.problem : undefined;
  const errors = problem?.items ?? [];
  const field = { lang, typed, problem, ...(mine ? {} : { prefix: `item-${place}` }) };
  const figure = item.kind === 'members' ? w.figureMembers : w.figureLocal;
  const unit = item.kind === 'members' ? w.people : w.percent;
  return form({
    action: `${standingPath(group.id, set.id)}/facts`,
    files: true,
    label: itemName(item, lang),
    children: html`${onceField()}${hidden('item', place)}${item.least !== null && fieldHtml({ name: 'figure', label: figure, as: 'number', unit }, field)}${
      GIVEN_KINDS.includes(item.kind) &&
      fieldHtml({ name: 'given', label: w.given[item.kind as 'pledge' | 'no-campaign'], as: 'box' }, field)
    }${
      item.paper &&
      uploadFields({
        lang,
        limits,
        name: `file${place}`,
        labelName: `label${place}`,
        kept: mine ? props.kept : [],
        label: typed.label ?? w.kindNames[item.kind],
        fileError: errorAt(errors, `file${place}`),
        labelError: errorAt(errors, `label${place}`),
      })
    }${fieldHtml({ name: 'word', label: w.word, as: 'area', limit: LIMITS.word, optional: true }, field)}`,
    buttons: button({ text: w.handIn }),
  });
}
