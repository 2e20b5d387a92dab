/** The file of `--map`: target column <- source column, constants, translated choices, derived columns. */
import { z } from 'zod';
import { ownRecord } from './own-record';
import { jsonPath } from './read-template';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const schema = z.strictObject({
  columns: ownRecord(z.string().nullable()).optional(),
  constants: ownRecord(scalar).optional(),
  choices: ownRecord(ownRecord(z.string())).optional(),
  derive: ownRecord(z.strictObject({ copy: z.string(), when: z.string().optional() })).optional(),
});

export interface Derivation {
  /** Target column to copy. */
  readonly copy: string;
  /** Only in rows where this target column is filled; always when null. */
  readonly when: string | null;
}

/** Columns are named by their header in the target sheet, or by key. */
export interface ImportMap {
  /** Target -> source header; null leaves the target blank although a source column would fit. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly constants: Readonly<Record<string, string | number | boolean>>;
  /** Target -> text in the source -> value. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly derive: Readonly<Record<string, Derivation>>;
}

export type MapFault =
  | { readonly fault: 'unknown-key'; readonly path: string; readonly key: string }
  | { readonly fault: 'shape'; readonly path: string; readonly problem: string };

/** A user's file: what is wrong with it comes back as data, all of it. */
export function parseImportMap(json: unknown): { readonly map: ImportMap } | { readonly faults: readonly MapFault[] } {
  const result = schema.safeParse(json);
  if (!result.success) return { faults: result.error.issues.flatMap(faultsOf) };
  const { columns = {}, constants = {}, choices = {}, derive = {} } = result.data;
  const derivations = Object.entries(derive).map(([name, { copy, when = null }]) => [name, { copy, when }] as const);
  return { map: { columns, constants, choices, derive: Object.fromEntries(derivations) } };
}

function faultsOf(issue: z.core.$ZodIssue): readonly MapFault[] {
  const path = jsonPath(issue.path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ fault: 'unknown-key', path, key }));
  return [{ fault: 'shape', path, problem: issue.message }];
}
