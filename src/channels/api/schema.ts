/** X8: JSON Schema (2020-12, as OpenAPI 3.1 takes it) from the very schemas the acts and reads use. */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** What is sent. `without`: fields the address says already. */
export function inputSchema(schema: z.ZodType, without: readonly string[] = []): JsonSchema {
  return leaveOut(plain(schema, 'input'), new Set(without));
}

/** What is answered. */
export function answerSchema(schema: z.ZodType): JsonSchema {
  return plain(schema, 'output');
}

function plain(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
      // The language has patterns of its own beside the formats; readers know the formats.
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  }) as JsonSchema;
  return made;
}

/** Unions and intersections of objects lose the same fields in each of their parts. */
function leaveOut(schema: JsonSchema, names: ReadonlySet<string>): JsonSchema {
  const parts = Object.fromEntries(
    ['allOf', 'anyOf', 'oneOf'].flatMap((key) =>
      Array.isArray(schema[key]) ? [[key, (schema[key] as JsonSchema[]).map((part) => leaveOut(part, names))]] : [],
    ),
  );
  const { properties, required, ...rest } = schema as { properties?: JsonSchema; required?: string[] };
  if (!properties) return { ...rest, ...parts };
  const left = (required ?? []).filter((name) => !names.has(name));
  return {
    ...rest,
    ...parts,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name))),
    ...(left.length > 0 ? { required: left } : {}),
  };
}
