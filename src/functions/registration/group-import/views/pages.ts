/** F7.5 The pages on which the desk brings a list in: send, see what would come, decide. */
import { importHead, isUnderWay, reversalButton, sendView } from '#commons/file-imports/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem as FormProblem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, checkboxGroup, form, radioGroup, selectField, textField } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { CONTACT_ITEMS, fieldWords, groupHref } from '../../groups/index.ts';
import { LIST_ITEMS, LISTS, type ListItem, type Problem } from '../list.ts';
import type { ImportRow } from '../queries.ts';
import { importWords } from '../words.ts';

export function importPath(id: string): string {
  return `/group-imports/${shortId(id)}`;
}

export function listSendView(lang: Lang, action: string, recent: readonly ImportRow[], problem?: FormProblem): Html {
  const accept = '.csv,.tsv,.txt,text/csv';
  return sendView({ lang, kind: LISTS, words: importWords(lang), action, accept, recent, pathOf: importPath, problem });
}

export function importView(lang: Lang, shown: ImportRow, problem?: FormProblem): Html {
  const w = importWords(lang);
  const n = (value: number | undefined) => formatNumber(value ?? 0);
  const { counts, format } = shown;
  const head = importHead(w, shown);
  if (isUnderWay(shown)) return head;
  const said =
    counts &&
    html`<p>${w.counts({ rows: n(counts.rows), coming: n(counts.coming), doubles: n(counts.doubles), problems: n(counts.problems) })}${(counts.passed ?? 0) > 0 && w.passed(n(counts.passed))}</p>`;
  return html`${head}${said}${
    format &&
    keyValues([
      [w.head, format.columns.length > 0 && format.head && w.headRead(format.head.row, format.head.rows)],
      [
        w.format,
        `${format.isPortal ? `${w.portal}、` : ''}${w.encoding[format.encoding]}・${w.delimiter[format.delimiter]}`,
      ],
    ])
  }${shown.state === 'looked' && looked(lang, shown, problem)}${shown.state === 'done' && done(lang, shown)}${
    shown.state === 'undone' && html`<p>${w.undone(n(counts?.removed), n(counts?.kept))}</p>`
  }<p>${link('/groups?state=unclaimed', w.toGroups)}</p>`;
}

function looked(lang: Lang, shown: ImportRow, problem?: FormProblem): Html {
  const w = importWords(lang);
  const at = importPath(shown.id);
  const { counts } = shown;
  const mayCome = counts && counts.problems === 0 && counts.coming > 0;
  return html`${problemsTable(lang, shown)}${mayCome && html`<p>${w.bringLead}</p><div class="buttons">${actButton({ action: `${at}/start`, fields: onceField(), text: w.bring(formatNumber(counts.coming)), tone: 'main' })}</div>`}${previewTable(lang, shown)}${doublesTable(lang, shown)}${emptiedTable(lang, shown)}${mappingForm(lang, shown, problem)}${reversalButton(at, w.discard, 'quiet')}`;
}

function done(lang: Lang, shown: ImportRow): Html {
  const w = importWords(lang);
  const at = importPath(shown.id);
  const { counts } = shown;
  return html`${section({
    title: w.invite,
    lead: w.inviteLead,
    children:
      counts?.invited === undefined
        ? actButton({ action: `${at}/letters`, fields: onceField(), text: w.invite, icon: 'mail' })
        : html`<p>${w.invited(formatNumber(counts.invited))}</p>`,
  })}${section({ title: w.undo, lead: w.undoLead, children: reversalButton(at, w.undo, 'danger') })}`;
}

/** The line an editor counts, and the row of the spreadsheet where line breaks within cells make it another. */
function placeText(lang: Lang, { line, row }: Pick<Problem, 'line' | 'row'>): string {
  const w = importWords(lang);
  return row === undefined ? w.nthLine(line) : w.lineAndRow(line, row);
}

function mistakes(
  lang: Lang,
  of: { id: string; title: string; lead: string; total: number; told: readonly Problem[] },
) {
  const w = importWords(lang);
  return section({
    title: `${of.title} (${formatNumber(of.total)})`,
    lead: of.lead,
    children: table({
      id: of.id,
      caption: of.title,
      captionHidden: true,
      columns: [{ text: w.line, number: true }, { text: w.column }, { text: w.what }],
      rows: of.told.map((one) => [placeText(lang, one), one.column, w.problems[one.code](one)]),
      ...(of.told.length < of.total ? { note: w.doublesShown(of.told.length) } : {}),
    }),
  });
}

function problemsTable(lang: Lang, { problems, counts }: ImportRow): Html | false {
  const w = importWords(lang);
  if (!problems || problems.length === 0) return false;
  const total = counts?.problems ?? problems.length;
  return mistakes(lang, { id: 'problems', title: w.problemsTitle, lead: w.problemsLead, total, told: problems });
}

function emptiedTable(lang: Lang, { sight, counts }: ImportRow): Html | false {
  const w = importWords(lang);
  const told = sight?.emptied ?? [];
  if (told.length === 0) return false;
  return mistakes(lang, {
    id: 'emptied',
    title: w.emptiedTitle,
    lead: w.emptiedLead,
    total: counts?.emptied ?? told.length,
    told,
  });
}

/** Each of those shown can be said to be another group; the others stay out. */
function doublesTable(lang: Lang, { id, sight, counts, mapping }: ImportRow): Html | false {
  const w = importWords(lang);
  if (!sight || sight.doubles.length === 0) return false;
  const total = counts?.doubles ?? 0;
  const mayChoose = mapping?.double === 'skip';
  const shown = table({
    id: 'doubles',
    caption: w.doublesTitle,
    captionHidden: true,
    columns: [
      { text: w.line, number: true },
      { text: w.items.name },
      { text: w.what },
      { text: w.doublesTitle },
      ...(mayChoose ? [{ text: w.another }] : []),
    ],
    rows: sight.doubles.map((one) => [
      placeText(lang, one),
      one.name,
      w.by[one.by],
      one.id ? link(groupHref(one.id), one.other) : `${one.other}${opening(lang)}${w.inList}${closing(lang)}`,
      ...(mayChoose
        ? [
            html`<input type="checkbox" name="lines" value="${one.line}" aria-label="${w.comes(one.name, one.line)}"${one.comes === true && html` checked`}>`,
          ]
        : []),
    ]),
    ...(sight.doubles.length < total ? { note: w.doublesShown(sight.doubles.length) } : {}),
  });
  return section({
    title: `${w.doublesTitle} (${formatNumber(total)})`,
    ...(mayChoose ? { lead: w.doublesLead } : {}),
    children: mayChoose
      ? form({
          action: `${importPath(id)}/doubles`,
          children: html`${onceField()}${shown}`,
          buttons: button({ text: w.chooseDoubles }),
        })
      : shown,
  });
}

function previewTable(lang: Lang, { sight, mapping }: ImportRow): Html | false {
  const w = importWords(lang);
  if (!sight || sight.rows.length === 0 || !mapping) return false;
  const items = LIST_ITEMS.filter(
    (item) => item === 'name' || mapping.columns[item] !== undefined || sight.rows.some((row) => row[item]),
  );
  return section({
    title: w.preview,
    children: table({
      id: 'preview',
      caption: w.preview,
      captionHidden: true,
      columns: [{ text: w.line, number: true }, ...items.map((item) => ({ text: w.items[item] }))],
      rows: sight.rows.map((row) => [
        w.nthLine(Number(row.line)),
        ...items.map((item) => cellText(lang, item, row[item] ?? '')),
      ]),
    }),
  });
}

function cellText(lang: Lang, item: ListItem, value: string): string {
  const kinds: Readonly<Record<string, string>> = fieldWords(lang).kinds;
  return item === 'kind' ? (kinds[value] ?? value) : value;
}

function mappingForm(lang: Lang, { id, format, mapping }: ImportRow, problem?: FormProblem): Html | false {
  if (!format || !mapping || format.columns.length === 0) return false;
  const w = importWords(lang);
  const f = formWords(lang);
  const choices = format.columns.map((text, at) => ({ value: String(at), text: text || w.nthColumn(at + 1) }));
  const select = (item: ListItem) =>
    selectField(
      {
        name: `c-${item}`,
        label: w.items[item],
        plain: true,
        value: String(mapping.columns[item] ?? ''),
        empty: w.noColumn,
        choices,
      },
      f,
    );
  return section({
    title: w.mapping,
    lead: w.mappingLead,
    children: form({
      action: `${importPath(id)}/columns`,
      children: html`${onceField()}${textField(
        {
          name: 'headRow',
          label: w.headRow,
          hint: w.headRowHint,
          plain: true,
          width: 4,
          inputmode: 'numeric',
          value: format.head?.row ?? 1,
          error: errorAt(problem?.items ?? [], 'headRow'),
        },
        f,
      )}<div class="field-row">${LIST_ITEMS.map(select)}</div>${checkboxGroup(
        {
          name: 'open',
          label: w.open,
          hint: w.openHint,
          plain: true,
          values: mapping.open,
          choices: CONTACT_ITEMS.map((value) => ({ value, text: w.items[value] })),
          inline: true,
        },
        f,
      )}${radioGroup(
        {
          name: 'double',
          label: w.double,
          value: mapping.double,
          choices: (['skip', 'bring'] as const).map((value) => ({ value, text: w.doubles[value] })),
          inline: true,
        },
        f,
      )}${checkbox({ name: 'isLenient', label: w.lenient, checked: mapping.isLenient }, f)}`,
      buttons: button({ text: w.again }),
    }),
  });
}
