/** What may be asked of `./minna bench`. */
import { parseArgs } from 'node:util';

export const FIGURES = ['anonymous', 'list', 'proposal', 'votes', 'memory', 'start', 'bytes', 'crowd'] as const;
export type FigureName = (typeof FIGURES)[number];

export interface BenchOptions {
  /** a town of a two-hundredth, and short turns: to see that everything runs, not to publish */
  quick: boolean;
  /** a town of a tenth */
  tenth: boolean;
  /** the usual size, where another one is usual */
  standard: boolean;
  /** how many web processes share the load */
  web: number;
  only: readonly FigureName[];
  /** where the figures are written as JSON, besides bench/results */
  json: string | null;
  /** a data folder that stays, to be used again */
  keep: string | null;
  /** where V8's CPU profiles of Minna's processes are written */
  profile: string | null;
  kill: boolean;
  /** names of the days to be played, or all; null: no bad days */
  badDays: readonly string[] | null;
  /** the opinion map, without a town */
  map: boolean;
  /** the printed document, without a town */
  print: boolean;
  /** what every address asks of the database, in a grown town */
  plans: boolean;
  /** the search, over a million texts */
  search: boolean;
  /** a town's list of 60,000 groups */
  import: boolean;
}

export class OptionMistake extends Error {}

export function benchOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args);
  const kill = positionals[0] === 'kill';
  const map = positionals[0] === 'map';
  const print = positionals[0] === 'print';
  const plans = positionals[0] === 'plans';
  const search = positionals[0] === 'search';
  const isImport = positionals[0] === 'import';
  if (
    positionals.length >
    (['kill', 'map', 'print', 'plans', 'search', 'import', 'bad-days'].includes(positionals[0] ?? '') ? 1 : 0)
  )
    throw new OptionMistake(`"${positionals.at(-1)}" is not understood`);
  const badDays = positionals[0] === 'bad-days';
  const only = (badDays ? [] : (values.only ?? [])).map((name) => {
    const known = FIGURES.find((figure) => figure === name);
    if (!known) throw new OptionMistake(`--only takes one of ${FIGURES.join(', ')}`);
    return known;
  });
  const web = Number(values.web ?? 1);
  if (!Number.isInteger(web) || web < 1 || web > 8) throw new OptionMistake('--web takes 1 to 8 processes');
  const sizes = [values.quick, values.tenth, values.standard].filter((wanted) => wanted);
  if (sizes.length > 1) throw new OptionMistake('a town has one size: --quick, --tenth or --standard');
  return {
    quick: values.quick === true,
    tenth: values.tenth === true,
    standard: values.standard === true,
    web,
    only,
    json: values.json ?? null,
    keep: values.keep ?? null,
    profile: values.profile ?? null,
    kill,
    badDays: badDays ? (values.only ?? []) : null,
    map,
    print,
    plans,
    search,
    import: isImport,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean' },
        tenth: { type: 'boolean' },
        standard: { type: 'boolean' },
        web: { type: 'string' },
        only: { type: 'string', multiple: true },
        json: { type: 'string' },
        keep: { type: 'string' },
        profile: { type: 'string' },
      },
    });
  } catch (error) {
    throw new OptionMistake((error as Error).message);
  }
}
