/** The workbook part edited as text: tabs, names, the calculation it asks for. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { calculatedOnOpening } from '../../../../src/host/xlsx/patch/calculation';
import { assertNames, setNames } from '../../../../src/host/xlsx/patch/names';
import { insertTab, openVisible, readTabs, removeTab } from '../../../../src/host/xlsx/patch/tabs';

const PART = 'xl/workbook.xml';
const entry = (name: string, more = ''): string => `<sheet name="${name}" sheetId="${name.length + 50}" r:id="r${name}"${more}/>`;
const workbook = (sheets: string, views = '<workbookView activeTab="1" firstSheet="0"/>', names = ''): string =>
  `<workbook xmlns="m" xmlns:r="r"><workbookPr/><bookViews>${views}</bookViews><!-- <sheets> --><sheets>${sheets}</sheets>${names}<extLst/></workbook>`;
const local = (name: string, index: number): string => `<definedName name="${name}" localSheetId="${index}">x</definedName>`;
const names = (xml: string): readonly string[] => [...xml.matchAll(/<sheet name="([^"]*)"/g)].map((found) => found[1] ?? '');
const opened = (xml: string): string | undefined => names(xml)[Number(/activeTab="(\d+)"/.exec(xml)?.[1] ?? 0)];

describe('tabs', () => {
  it('are read with their parts; one that leads nowhere, as modules of old versions do, has none', () => {
    const links = [{ id: 'rA', type: 'worksheet', target: 'xl/a.xml', external: false }];
    expect(readTabs(workbook(entry('A', ' state="veryHidden"')), PART, links)).toEqual([{ name: 'A', sheetId: 51, id: 'rA', kind: 'worksheet', path: 'xl/a.xml', visible: false }]);
    expect(readTabs(workbook(entry('B')), PART, links)).toEqual([{ name: 'B', sheetId: 51, id: 'rB', kind: '', path: '', visible: true }]);
  });

  it('move what counts them when one is put before', () => {
    const xml = workbook(entry('A') + entry('B') + entry('C'), '<workbookView activeTab="1" firstSheet="0"/><workbookView/>', `<definedNames>${local('p', 0)}${local('p', 2)}<definedName name="g">y</definedName></definedNames>`);
    expect(insertTab(xml, PART, 1, entry('N'))).toBe(xml.replace(entry('B'), entry('N') + entry('B')).replace('activeTab="1"', 'activeTab="2"').replace('localSheetId="2"', 'localSheetId="3"'));
    expect(insertTab(xml, PART, 0, entry('N'))).toContain('<workbookView activeTab="2" firstSheet="0"/><workbookView activeTab="1"/>');
    expect(insertTab(xml, PART, 3, entry('N'))).toBe(xml.replace('</sheets>', `${entry('N')}</sheets>`));
  });

  it('are put in under the prefix of the part', () => {
    const xml = '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="A"/></x:sheets></x:workbook>';
    expect(insertTab(xml, PART, 0, '<sheet name="B"/>')).toBe('<x:workbook xmlns:x="m"><x:sheets><x:sheet name="B"/><x:sheet name="A"/></x:sheets></x:workbook>');
  });

  it('go with their local names, the tab that opens being the next visible one', () => {
    const hidden = ' state="hidden"';
    const xml = workbook(entry('A') + entry('B') + entry('C', hidden) + entry('D'), undefined, `<definedNames>${local('p', 1)}${local('p', 3)}</definedNames>`);
    const left = removeTab(xml, PART, 1);
    expect(left).toBe(xml.replace(entry('B'), '').replace(local('p', 1), '').replace('localSheetId="3"', 'localSheetId="2"').replace('activeTab="1"', 'activeTab="2"'));
    expect(opened(removeTab(workbook(entry('A') + entry('B') + entry('C', hidden)), PART, 1))).toBe('A');
    expect(removeTab(workbook(entry('A') + entry('B'), undefined, `<definedNames>${local('p', 0)}</definedNames>`), PART, 0)).not.toContain('definedNames');
  });

  it('are as before when what was put in is taken out', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(6), fc.nat(5), fc.nat(5), fc.array(fc.nat(5), { maxLength: 5 }), (count, index, active, first, scoped) => {
      const sheets = Array.from({ length: count }, (_, i) => entry(`S${i}`)).join('');
      const own = [...new Set(scoped.map((i) => i % count))].map((i) => local('p', i)).join('');
      const xml = workbook(sheets, `<workbookView activeTab="${active % count}" firstSheet="${first % count}"/>`, own === '' ? '' : `<definedNames>${own}</definedNames>`);
      const at = index % (count + 1);
      const between = insertTab(xml, PART, at, entry('NEW'));
      expect(names(between)[at]).toBe('NEW');
      expect(opened(between)).toBe(opened(xml));
      expect(removeTab(between, PART, at)).toBe(xml);
    }));
  });

  it('open with one that can be seen', () => {
    const xml = workbook(entry('A', ' state="hidden"') + entry('B'), '<workbookView activeTab="7"/><workbookView activeTab="1"/>');
    expect(openVisible(xml, PART)).toBe(xml.replace('activeTab="7"', 'activeTab="1"'));
  });
});

describe('setNames', () => {
  const list = '<definedNames><definedName name="Old" hidden="1" comment="c">a</definedName><definedName name="old" localSheetId="0">b</definedName><definedName name="z"/></definedNames>';
  const xml = workbook(entry('A'), undefined, list);

  it('sets in place without case, keeps attributes and local ones, adds behind', () => {
    expect(setNames(xml, PART, [{ name: 'OLD', refersTo: 'IF(1<2,"&",NORM.S.INV(0.5))' }, { name: 'Z', refersTo: '3' }, { name: '新', refersTo: '数据!$A$1' }])).toBe(xml
      .replace('>a<', '>IF(1&lt;2,&quot;&amp;&quot;,_xlfn.NORM.S.INV(0.5))<').replace('<definedName name="z"/>', '<definedName name="z">3</definedName><definedName name="新">数据!$A$1</definedName>'));
    expect(setNames(xml, PART, [{ name: 'old', refersTo: 'q', localSheetId: 0 }])).toBe(xml.replace('>b<', '>q<'));
  });

  it('makes the list where the schema wants it, and leaves none that is empty', () => {
    expect(setNames(workbook(entry('A')), PART, [{ name: 'n', refersTo: '1' }])).toContain('</sheets><definedNames><definedName name="n">1</definedName></definedNames><extLst/>');
    expect(setNames(xml, PART, [{ name: 'old', refersTo: null }, { name: 'z', refersTo: null }, { name: 'old', refersTo: null, localSheetId: 0 }])).toBe(workbook(entry('A')));
    expect(setNames(xml, PART, [{ name: 'unknown', refersTo: null }])).toBe(xml);
  });

  it.each(['A1', 'R1C1', 'c', '1x', 'a b', '', 'x'.repeat(256), '表1'])('refuses %p', (name) => {
    expect(() => assertNames([{ name, refersTo: '1' }], ['表1'])).toThrow(expect.objectContaining({ code: 'xlsx/name-invalid', params: { name } }));
    expect(() => assertNames([{ name, refersTo: null }], ['表1'])).not.toThrow();
  });
});

describe('calculatedOnOpening', () => {
  it('keeps what else the workbook says of calculation', () => {
    expect(calculatedOnOpening('<w><calcPr calcId="7" iterate="1"/></w>', PART)).toBe('<w><calcPr fullCalcOnLoad="1" calcId="7" iterate="1"/></w>');
    expect(calculatedOnOpening('<w><calcPr fullCalcOnLoad="0"/></w>', PART)).toBe('<w><calcPr fullCalcOnLoad="1"/></w>');
    expect(calculatedOnOpening('<x:w><x:sheets/><x:extLst/></x:w>', PART)).toBe('<x:w><x:sheets/><x:calcPr fullCalcOnLoad="1"/><x:extLst/></x:w>');
  });
});
