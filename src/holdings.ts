/** X1: whoever leaves or takes their data along meets every module's list of personal data. Loaded then, not before: it brings all pages. */
import { setHoldings } from '#commons/leaving/index.ts';

setHoldings(async () => (await import('./modules.ts')).modules);
