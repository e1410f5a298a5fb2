/** F7.6 The pages of requirement sets: the list, one of them, the form of a new one. */
import { lastingRecord, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { pager } from '#ui/pager.ts';
import { paragraphs, prose } from '#ui/prose.ts';
import { dayText, fieldsForm } from '../../groups/index.ts';
import { checksPath, setPath, standingPath } from '../addresses.ts';
import type { RequirementSet } from '../queries.ts';
import { ITEM_KINDS, LIMITS } from '../requirement.ts';
import { eligibilityWords } from '../words.ts';
import { itemName } from './pieces.ts';

export interface Named {
  id: string;
  name: string;
}

export interface SetListProps {
  lang: Lang;
  sets: readonly RequirementSet[];
  more: boolean;
  later: boolean;
  /** the reader speaks for an office that may publish one */
  publishes: boolean;
}

export function setListView({ lang, sets, more, later, publishes }: SetListProps): Html {
  const w = eligibilityWords(lang);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    ...(publishes ? { buttons: linkButton({ href: '/requirements/new', text: w.publish, icon: 'add' }) } : {}),
  })}${
    sets.length === 0
      ? empty({ title: w.none })
      : list(
          sets.map((set) =>
            listItem({
              title: set.name,
              href: setPath(set),
              level: 2,
              body: set.items.map((item) => itemName(item, lang)).join(lang === 'en' ? '; ' : '、'),
              meta: `${w.by(set.owner_name)}${set.closed_at ? `・${w.closed}` : ''}`,
            }),
          ),
        )
  }${pager({
    label: w.pages,
    ...(later ? { previous: { href: '/requirements', text: w.first } } : {}),
    ...(more ? { next: { href: `/requirements?before=${sets.at(-1)!.id}`, text: w.next } } : {}),
  })}`;
}

export interface SetProps {
  lang: Lang;
  set: RequirementSet;
  /** registered groups the reader speaks for */
  own: readonly Named[];
  checks: boolean;
  closes: boolean;
}

export function setNow({ lang, set, own, checks }: SetProps): Html | undefined {
  const w = eligibilityWords(lang);
  const acts: NowAct[] = [
    ...(checks ? [{ text: w.checks, href: checksPath(set) }] : []),
    ...own.map((one) => ({ text: w.asGroup(one.name), href: standingPath(one.id, set.id) })),
  ];
  if (acts.length > 0) return nowBox({ title: w.now, acts });
  if (set.closed_at) return undefined;
  return nowBox({ title: w.now, acts: [{ text: w.registerFirst, href: '/groups/new' }], note: w.needGroup });
}

export function setMain({ lang, set, closes }: SetProps): Html {
  const w = eligibilityWords(lang);
  const at = setPath(set);
  return html`${set.closed_at && notice({ tone: 'info', title: w.closed })}${set.about !== '' && prose(paragraphs(set.about))}${section(
    {
      title: w.required,
      children: list(
        set.items.map((item) =>
          listItem({ title: itemName(item, lang), level: 3, ...(item.paper ? { meta: w.withPaper } : {}) }),
        ),
      ),
    },
  )}<p>${w.holds(set.valid_months)}。${w.erased(set.papers_days)}。</p><p class="meta">${w.seen}</p>${
    closes &&
    !set.closed_at &&
    html`${lastingRecord(lang)}${actButton({ action: `${at}/closure`, fields: onceField(), text: w.close, tone: 'quiet' })}`
  }`;
}

export function setHead({ lang, set }: SetProps): Html {
  const w = eligibilityWords(lang);
  return html`<h1>${set.name}</h1><p class="meta">${w.by(set.owner_name)}・${w.since(dayText(set.published_at, lang))}</p>`;
}

export function publishView(
  lang: Lang,
  offices: readonly Named[],
  typed: Record<string, string>,
  problem?: Problem,
): Html {
  const w = eligibilityWords(lang);
  const number = (name: string, label: string, unit: string) =>
    ({ name, label, unit, as: 'number', optional: true }) as const;
  return html`${pageHead({ title: w.publish, lead: w.publishLead })}${fieldsForm({
    lang,
    typed: { own: offices[0]?.id ?? '', validMonths: '12', papersDays: '30', ...typed },
    problem,
    action: '/requirements',
    note: lastingRecord(lang),
    submit: w.publish,
    fields: [
      { name: 'own', label: w.own, as: 'select', choices: offices.map(({ id, name }) => ({ value: id, text: name })) },
      { name: 'name', label: w.name, hint: w.nameHint },
      { name: 'about', label: w.about, as: 'area', limit: LIMITS.about, optional: true },
      {
        name: 'kinds',
        label: w.kinds,
        as: 'boxes',
        choices: ITEM_KINDS.map((kind) => ({ value: kind, text: w.kindNames[kind] })),
      },
      number('leastMembers', w.leastMembers, w.people),
      number('leastLocal', w.leastLocal, w.percent),
      { name: 'other', label: w.other, optional: true },
      { name: 'otherPaper', label: w.otherPaper, as: 'box', optional: true },
      number('validMonths', w.validMonths, w.months),
      number('papersDays', w.papersDays, w.days),
    ],
  })}`;
}
