/** F9.6: one print from the standard input, one PDF to the standard output. */
import { json } from 'node:stream/consumers';
import type { Print } from './print.ts';
import { typeset } from './typeset.ts';

process.stdout.end(typeset((await json(process.stdin)) as Print));
