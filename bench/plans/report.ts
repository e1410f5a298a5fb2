/** What the addresses asked, as files: JSON for programs, Markdown for people, and a picture. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressCost, isFile, MOST_QUERIES, MOST_ROWS } from './bounds.ts';
import { rowsPicture } from './picture.ts';

export interface PlansReport {
  tables: { table: string; rows: number }[];
  routes: AddressCost[];
  findings: string[];
}

/** As many of each sort stand in the table for people; the JSON has all. */
const LISTED = 120;

const RESULTS = join(import.meta.dirname, '..', 'results');

/** Overwrites `name`.{json,md,svg} in bench/results. */
export function keepPlans(report: PlansReport, name: 'plans' | 'plans-standard'): void {
  mkdirSync(RESULTS, { recursive: true });
  const pages = report.routes.filter(({ route }) => !isFile(route));
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(join(RESULTS, `${name}.md`), markdown(report, name));
  writeFileSync(join(RESULTS, `${name}-routes.txt`), routeLines(pages));
  writeFileSync(join(RESULTS, `${name}.svg`), rowsPicture(pages, MOST_ROWS));
}

/** Every page that was measured, for the test that no list goes without: address, queries, rows read. */
function routeLines(pages: readonly AddressCost[]): string {
  const lines = pages.map(({ route, queries, rowsRead }) => `${route}\t${queries}\t${rowsRead}\n`);
  return lines.sort().join('');
}

function markdown({ tables, routes, findings }: PlansReport, name: string): string {
  const count = (figure: number) => figure.toLocaleString('en');
  const held = tables.slice(0, 12).map(({ table, rows }) => `${table} ${count(rows)}`);
  const row = ({ route, queries, rowsRead, bytes }: AddressCost) =>
    `| \`${route}\` | ${queries} | ${count(rowsRead)} | ${count(bytes)} |`;
  const rows = (some: AddressCost[]) => {
    const [next] = some.slice(LISTED);
    const listed = some.slice(0, LISTED).map(row).join('\n');
    return next ? `${listed}\n\n${some.length - LISTED} more, of at most ${count(next.rowsRead)} rows each.` : listed;
  };
  const head = '| address | queries | rows read | bytes |\n| --- | ---: | ---: | ---: |';
  return `# What each address asks of the database

The largest tables: ${held.join(', ')}. Bounds of a page: ${MOST_QUERIES} queries, ${count(MOST_ROWS)} rows read, no large table from one end to
the other. How it is measured: [README](../README.md). Beyond the bounds: ${findings.length === 0 ? 'none.' : `\n\n${findings.map((one) => `- ${one}`).join('\n')}`}

![Rows read by the costliest pages](${name}.svg)

## Pages

${head}
${rows(routes.filter(({ route }) => !isFile(route)))}

## Files: whole lists, in portions

${head}
${rows(routes.filter(({ route }) => isFile(route)))}
`;
}
