import { describe, expect, it } from '@jest/globals';
import { joinSheet, splitSheet } from '../../../../src/host/xlsx/write/sheet-part';

const MESSY = '<?xml version="1.0"?><worksheet xmlns="m"><extLst/><sheetData><row r="1"><c r="A1"/></row></sheetData><conditionalFormatting/>'
  + '<conditionalFormatting sqref="A1"><cfRule/></conditionalFormatting><cols><col min="1"/></cols><mergeCells count="0"></mergeCells><legacyDrawing r:id="r1"/><pageSetup/></worksheet>';

describe('a worksheet part', () => {
  it('is put together in the order of the schema, without empty lists', () => {
    const { head, tail } = joinSheet(splitSheet(MESSY), { sheetViews: '<sheetViews><sheetView/></sheetViews>', hyperlinks: '<hyperlinks></hyperlinks>' });
    expect(head).toBe('<?xml version="1.0"?><worksheet xmlns="m"><sheetViews><sheetView/></sheetViews><cols><col min="1"/></cols>');
    expect(tail).toBe('<conditionalFormatting sqref="A1"><cfRule/></conditionalFormatting><pageSetup/><legacyDrawing r:id="r1"/></worksheet>');
  });

  it('refuses an element whose place it does not know', () => {
    expect(() => joinSheet(splitSheet('<worksheet><novelty/></worksheet>'), {})).toThrow('novelty');
  });
});
