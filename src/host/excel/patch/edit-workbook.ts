/** Defined names and properties of the workbook. */
import { HostError } from '../../../app/ports';
import type { WorkbookPatch } from '../../../core/model/workbook-patch';
import type { Context } from '../api';
import { RANGE_BYTES, type Step } from '../write/step';
import type { Survey } from './survey';

const MAX_NAME = 255;

function assertName(name: string): void {
  const sound = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= MAX_NAME && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name);
  if (!sound) throw new HostError('xlsx/name-invalid', { name });
}

/** Throws HostError `xlsx/name-invalid`. */
export function nameSteps(names: NonNullable<WorkbookPatch['names']>, { names: there }: Survey): readonly Step[] {
  const known = new Map([...there].map(([name, refersTo]) => [name.toLowerCase(), { name, refersTo }]));
  return names.flatMap(({ name, refersTo }): readonly Step[] => {
    const before = known.get(name.toLowerCase());
    if (refersTo !== null) assertName(name);
    if (refersTo === null && before === undefined) return [];
    return [{
      bytes: RANGE_BYTES + (refersTo?.length ?? 0) * 3,
      carryOut({ workbook }) {
        if (refersTo === null) workbook.names.getItemOrNullObject(name).delete();
        else if (before === undefined) workbook.names.add(name, `=${refersTo}`);
        else workbook.names.getItemOrNullObject(name).formula = `=${refersTo}`;
      },
      undo: [{ what: 'name', name: before?.name ?? name, refersTo: before?.refersTo ?? null }],
    }];
  });
}

export function propertySteps(properties: NonNullable<WorkbookPatch['properties']>, { properties: there }: Survey): readonly Step[] {
  return Object.entries(properties).flatMap(([name, value]): readonly Step[] => {
    const before = there.get(name);
    if (value === null && before === undefined) return [];
    const set = ({ workbook }: Context, wanted: string): void => void workbook.properties.custom.add(name, wanted);
    return [{
      bytes: RANGE_BYTES + (value?.length ?? 0) * 3,
      carryOut: (context) => (value === null ? context.workbook.properties.custom.getItemOrNullObject(name).delete() : set(context, value)),
      undo: [{ what: 'property', name, value: before ?? null }],
    }];
  });
}
