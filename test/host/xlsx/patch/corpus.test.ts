/** Sheets removed and replaced in workbooks full of what others put into them: no new fault, nothing lost that nobody named. */
import { describe, expect, it } from '@jest/globals';
import type { WorkbookPatch } from '../../../../src/core/model/workbook-patch';
import { createXlsxFormat } from '../../../../src/host/xlsx/format';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { handmadeFiles } from '../../../support/corpus/build-corpus';
import { packageFaults } from '../../../support/corpus/faults';
import { viewPackage } from '../../../support/corpus/package-view';
import { cellAt, sheetOf } from '../../../support/workbook-spec';
import { changes, patched } from './patched';

const FILES = handmadeFiles().map(({ name, bytes }) => [name, bytes] as const);
const spec = (name: string): ReturnType<typeof sheetOf> => sheetOf(name, {
  cells: [cellAt(1, 1, '新', { style: 'title', note: '注' }), cellAt(2, 1, 3, { formula: '1+2', style: 'computed' })], protect: true,
  conditionalFormats: [{ ref: 'A1', formula: 'A1=""', look: 'missing' }], print: { orientation: 'portrait', repeatRows: '1:1' },
});
const fresh = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const known = new Set(packageFaults(viewPackage(before)));
  return packageFaults(viewPackage(after)).filter((fault) => !known.has(fault));
};

describe.each(FILES)('%s', (_, bytes) => {
  it('is as sound as before with any sheet replaced, any removed, and one added before each', async () => {
    const workbook = await createXlsxFormat().open(bytesSource(bytes));
    const names = workbook.sheetNames;
    const patches: WorkbookPatch[] = names.flatMap((name) => [
      { replace: [spec(name)] }, { add: [{ spec: spec('质升 新表'), before: name }] }, { remove: [name], add: [{ spec: spec('质升 新表') }] },
    ]);
    for (const patch of patches) {
      const after = await patched(bytes, patch);
      expect([patch.remove ?? patch.replace?.[0]?.name ?? 'add', ...fresh(bytes, after)]).toEqual([patch.remove ?? patch.replace?.[0]?.name ?? 'add']);
      expect((await createXlsxFormat().open(bytesSource(after))).sheetNames.length).toBe(names.length + (patch.add?.length ?? 0) - (patch.remove?.length ?? 0));
    }
  }, 60_000);

  it('has its parts back when what was added is removed', async () => {
    const added = await patched(bytes, { add: [{ spec: spec('质升 新表') }] });
    const back = changes(bytes, await patched(added, { remove: ['质升 新表'] }));
    expect({ gone: back.gone.filter((path) => !path.toLowerCase().includes('calcchain')), added: back.added.filter((path) => !path.includes('styles')) }).toEqual({ gone: [], added: [] });
    // Formats stay, and the workbook goes on asking to be calculated.
    const { kinds } = viewPackage(bytes);
    expect(back.changed.filter((path) => !/Content_Types|\.rels$/i.test(path) && !['workbook', 'styleSheet', 'styles', 'officeDocument'].includes(kinds.get(path) ?? ''))).toEqual([]);
  }, 60_000);
});
