/** F1.2: what the composition root needs to give all modules' data. */
export { dataPackageOf } from './described-table.ts';
export { datasetsOf, openOpenData } from './registry.ts';
export { keepSitemaps } from './sitemap-parts.ts';
