/** From a failed schema to refusals at their fields. Schemas give their code as the issue's message (see text.ts). */
import type { z } from 'zod';
import { Refusal, type RefusalItem } from './refusal.ts';

const OWN_CODES = new Set([
  'required',
  'too-short',
  'too-long',
  'broken-text',
  'not-a-choice',
  'not-a-date',
  'not-a-number',
  'not-a-year',
  'wrong-digits',
]);

/** `given`: what was parsed; with it, what is there but of another type (programs alone can send that) is told from what is missing. */
export function inputRefusal(error: z.ZodError, given?: unknown): Refusal {
  const byField = new Map<string, RefusalItem>();
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    // One message a field: the first is the most basic one.
    if (!byField.has(field))
      byField.set(field, {
        code: isOtherType(issue, given) ? 'wrong-type' : codeOf(issue),
        ...(field ? { field } : {}),
        facts: limits(issue),
      });
  }
  return new Refusal('kernel', [...byField.values()]);
}

/** @throws Refusal at the fields that can't be read */
export function readInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
  if (!read.success) throw inputRefusal(read.error, given);
  return read.data;
}

/** What can't be read among the fields that hold something; null: all of it can. For forms in steps: what isn't written yet may come later. */
export function mistyped(schema: z.ZodType, fields: Readonly<Record<string, string>>): Refusal | null {
  const { error } = schema.safeParse(fields);
  const items = error
    ? inputRefusal(error).all.filter(({ field }) => field && (fields[field] ?? '').trim() !== '')
    : [];
  return items.length > 0 ? new Refusal('kernel', items) : null;
}

const SAID_OF_TYPES = new Set(['required', 'broken-text', 'not-a-number', 'not-a-date', 'not-a-choice']);

/** A form's text is never of another type: it is put right by writing something else. */
function isOtherType(issue: z.core.$ZodIssue, given: unknown): boolean {
  const value = issue.path.reduce<unknown>((of, key) => (of as Record<PropertyKey, unknown> | null)?.[key], given);
  if (value === undefined || value === null) return false;
  if (issue.code === 'invalid_type') return typeof value !== 'string' || !SAID_OF_TYPES.has(issue.message);
  return typeof value === 'object' && SAID_OF_TYPES.has(codeOf(issue));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (OWN_CODES.has(issue.message)) return issue.message;
  const missing = issue.code === 'invalid_type' && (issue as { input?: unknown }).input === undefined;
  if (missing) return 'required';
  switch (issue.code) {
    case 'too_small':
      return Number(issue.minimum) <= 1 ? 'required' : 'too-short';
    case 'too_big':
      return 'too-long';
    case 'invalid_value':
    case 'invalid_union':
      return 'not-a-choice';
    case 'invalid_format':
      // Only ids come in a form of their own, and nobody types an id.
      return 'not-a-choice';
    case 'invalid_type':
      return issue.expected === 'number' ? 'not-a-number' : 'required';
    default:
      return 'broken-text';
  }
}

function limits(issue: z.core.$ZodIssue): Record<string, number> {
  const { minimum, maximum, params } = issue as {
    minimum?: unknown;
    maximum?: unknown;
    params?: Record<string, unknown>;
  };
  const facts: Record<string, number> = {};
  const min = params?.min ?? minimum;
  const max = params?.max ?? maximum;
  if (min !== undefined) facts.min = Number(min);
  if (max !== undefined) facts.max = Number(max);
  return facts;
}
