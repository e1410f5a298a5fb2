/** `./minna bench`: X12, figures beside a bare server in the same run; `./minna bench kill`: that nothing acknowledged is lost; `./minna bench bad-days [--only NAME]`: what is wrong on bad days; `./minna bench map`: the opinion map; `./minna bench print`: the PDF; `./minna bench plans`: what pages ask of the database; `./minna bench search`: the search over a million texts; `./minna bench import`: a list of 60,000 groups. */
import { benchOptions, OptionMistake } from '../../bench/options.ts';

/** Resolves with the exit code: 1 when a floor is missed or something was lost, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  try {
    const options = benchOptions(args);
    if (options.map) return await (await import('../../bench/map/map.ts')).measureMap(options.quick);
    if (options.print) return await (await import('../../bench/print/print.ts')).measurePrint(options.quick);
    if (options.plans) return await (await import('../../bench/plans/plans.ts')).measurePlans(options);
    if (options.search) return await (await import('../../bench/search/search.ts')).measureSearch(options);
    if (options.import) return await (await import('../../bench/import/import.ts')).measureImport(options.quick);
    if (options.badDays)
      return await (await import('../../bench/bad-days/bad-days.ts')).playBadDays(options.badDays, options.keep);
    if (options.kill) return await (await import('../../bench/kill/kill.ts')).kill(options);
    return await (await import('../../bench/bench.ts')).measure(options);
  } catch (error) {
    if (!(error instanceof OptionMistake)) throw error;
    console.error(error.message);
    return 2;
  }
}
