/** F1.2: what the composition root needs to give all modules' data. */
export { openOpenData } from './registry.ts';
