/** Raw-data sheet templates -> definitions. Throws `TemplateError`. */
import type { RawSheetDef } from '../model/raw-sheet';
import { rawSheetSchema } from './raw-schema';
import { readTemplate, TemplateError } from './read-template';

export interface TemplateFile {
  readonly file: string;
  readonly json: unknown;
}

export function readRawSheetDef(file: string, json: unknown): RawSheetDef {
  return readTemplate(file, rawSheetSchema, json);
}

/** All of them, in the order given; keys and sheet names are unique. */
export function readRawSheetDefs(files: readonly TemplateFile[]): readonly RawSheetDef[] {
  const defs: RawSheetDef[] = [];
  for (const { file, json } of files) {
    const def = readRawSheetDef(file, json);
    if (defs.some((other) => other.key === def.key)) throw new TemplateError(file, 'key', `${def.key} is another sheet's key`);
    if (defs.some((other) => other.sheet === def.sheet)) throw new TemplateError(file, 'sheet', `${def.sheet} is another sheet's name`);
    defs.push(def);
  }
  return defs;
}
