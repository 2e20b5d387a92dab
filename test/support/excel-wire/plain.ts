/** Patches as text: the columns of blocks are typed arrays, which JSON does not know. */
import type { WorkbookPatch } from '../../../src/core/model/workbook-patch';

export function packed(patch: WorkbookPatch): string {
  return JSON.stringify(patch, (_, value: unknown) => {
    if (value instanceof Uint8Array) return { bytes: [...value] };
    if (value instanceof Float64Array) return { doubles: [...value].map((one) => (Number.isFinite(one) ? one : String(one))) };
    if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
    return value;
  });
}

export function revived(text: string): WorkbookPatch {
  const patch: WorkbookPatch = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('bytes' in value && Array.isArray(value.bytes)) return Uint8Array.from(value.bytes);
    if ('doubles' in value && Array.isArray(value.doubles)) return Float64Array.from(value.doubles, Number);
    if ('number' in value && Object.keys(value).length === 1) return Number(value.number);
    return value;
  });
  return patch;
}
