/** What lies in a sheet and beside it: extensions of Excel 2010 and later, threaded comments, printing, rare elements. */
import type { CorpusFile } from '../corpus-file';
import { blob, book, DOC, extList, LIST_ROWS, MAIN, MC, MS, PIXEL, SMALL_SHEET, STYLES, type, XML } from './book';

const X14 = `${MS}/spreadsheetml/2009/9/main`;
const XM = `${MS}/excel/2006/main`;
const XR = `${MS}/spreadsheetml/2014/revision`;
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const IGNORABLE = ` xmlns:mc="${MC}" xmlns:x14ac="${MS}/spreadsheetml/2009/9/ac" xmlns:xr="${XR}" mc:Ignorable="x14ac xr" xr:uid="{33333333-2222-4333-8444-555555555555}"`;
const ext = (uri: string, content: string): string => `<ext xmlns:x14="${X14}" xmlns:xm="${XM}" uri="${uri}">${content}</ext>`;

function sparklines(): CorpusFile {
  const group = (kind: string): string => `<x14:sparklineGroup type="${kind}" displayEmptyCellsAs="gap" markers="1"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>清单!B2:B6</xm:f><xm:sqref>F${kind === 'line' ? 2 : 3}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>`;
  return book('sparklines.xlsx', { sheetAttributes: IGNORABLE, afterData: extList(ext('{05C60535-1F16-4fd2-B633-F4F36F0B64E0}', `<x14:sparklineGroups>${group('line')}${group('column')}</x14:sparklineGroups>`)) });
}

function extendedFormats(): CorpusFile {
  const bar = '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="URI" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{44444444-2222-4333-8444-555555555555}</x14:id></ext></extLst></cfRule>'.replace('URI', X14);
  const rules = '<x14:conditionalFormatting><x14:cfRule type="dataBar" id="{44444444-2222-4333-8444-555555555555}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>B2:B6</xm:sqref></x14:conditionalFormatting>'
    + '<x14:conditionalFormatting><x14:cfRule type="iconSet" priority="3" id="{55555555-2222-4333-8444-555555555555}"><x14:iconSet custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>$H$1</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo><x14:cfIcon iconSet="NoIcons" iconId="0"/><x14:cfIcon iconSet="3Flags" iconId="1"/><x14:cfIcon iconSet="3Stars" iconId="2"/></x14:iconSet></x14:cfRule><xm:sqref>D2:D6</xm:sqref></x14:conditionalFormatting>'
    + '<x14:conditionalFormatting><x14:cfRule type="expression" priority="2" id="{66666666-2222-4333-8444-555555555555}"><xm:f>另!$A$1&gt;0</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>A2:A6</xm:sqref></x14:conditionalFormatting>';
  return book('conditional-formats-x14.xlsx', {
    sheetAttributes: IGNORABLE, afterData: `<conditionalFormatting sqref="B2:B6">${bar}</conditionalFormatting><conditionalFormatting sqref="A2:A6"><cfRule type="cellIs" dxfId="0" priority="4" operator="equal"><formula>"甲"</formula></cfRule></conditionalFormatting>${extList(ext('{78C0D931-6437-407d-A8EE-F0AAD7539E65}', `<x14:conditionalFormattings>${rules}</x14:conditionalFormattings>`))}`,
    moreSheets: '<sheet name="另" sheetId="2" r:id="rId4"/>', workbookRels: [{ id: 'rId4', type: 'worksheet', target: 'worksheets/sheet2.xml' }],
    parts: [{ path: 'xl/worksheets/sheet2.xml', content: SMALL_SHEET, type: type('worksheet') }],
  });
}

function extendedValidations(): CorpusFile {
  const one = '<x14:dataValidation type="list" allowBlank="1" showInputMessage="1"><x14:formula1><xm:f>另!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>A2:A6 H2:H4</xm:sqref></x14:dataValidation>';
  return book('validations-x14.xlsx', {
    sheetAttributes: IGNORABLE, afterData: `<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" sqref="B2:B6"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>${extList(ext('{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}', `<x14:dataValidations count="1">${one}</x14:dataValidations>`))}`,
    moreSheets: '<sheet name="另" sheetId="2" r:id="rId4"/>', workbookRels: [{ id: 'rId4', type: 'worksheet', target: 'worksheets/sheet2.xml' }],
    parts: [{ path: 'xl/worksheets/sheet2.xml', content: SMALL_SHEET, type: type('worksheet') }],
  });
}

function threadedComments(): CorpusFile {
  const note = (ref: string, author: number, text: string): string => `<comment ref="${ref}" authorId="${author}" shapeId="0"><text><r><t>${text}</t></r></text></comment>`;
  const box = (id: number, row: number): string => `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
  const tc = `${MS}/spreadsheetml/2018/threadedcomments`;
  return book('threaded-comments-persons.xlsx', {
    afterData: '<legacyDrawing r:id="rId1"/>',
    sheetRels: [{ id: 'rId1', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }, { id: 'rId2', type: 'comments', target: '../comments1.xml' }, { id: 'rId3', type: `${MS}/2017/10/relationships/threadedComment`, target: '../threadedComments/threadedComment1.xml' }],
    workbookRels: [{ id: 'rId9', type: `${MS}/2017/10/relationships/person`, target: 'persons/person.xml' }],
    defaults: { vml: VML_TYPE },
    parts: [
      { path: 'xl/drawings/vmlDrawing1.vml', content: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${box(1025, 1)}${box(1026, 3)}</xml>` },
      { path: 'xl/comments1.xml', content: `${XML}<comments xmlns="${MAIN}"><authors><author>tc={77777777-2222-4333-8444-555555555555}</author><author>张三</author></authors><commentList>${note('A2', 0, '[Threaded comment]')}${note('A4', 1, '批注')}</commentList></comments>`, type: type('comments') },
      { path: 'xl/threadedComments/threadedComment1.xml', content: `${XML}<ThreadedComments xmlns="${tc}"><threadedComment ref="A2" dT="2024-01-02T03:04:05.00" personId="{88888888-2222-4333-8444-555555555555}" id="{77777777-2222-4333-8444-555555555555}"><text>问</text></threadedComment><threadedComment ref="A2" dT="2024-01-03T03:04:05.00" personId="{88888888-2222-4333-8444-555555555555}" id="{99999999-2222-4333-8444-555555555555}" parentId="{77777777-2222-4333-8444-555555555555}"><text>答</text></threadedComment></ThreadedComments>`, type: 'application/vnd.ms-excel.threadedcomments+xml' },
      { path: 'xl/persons/person.xml', content: `${XML}<personList xmlns="${tc}"><person displayName="张三" id="{88888888-2222-4333-8444-555555555555}" userId="a" providerId="None"/></personList>`, type: 'application/vnd.ms-excel.person+xml' },
    ],
  });
}

function printing(): CorpusFile {
  return book('printing-header-picture-background.xlsx', {
    beforeData: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    afterData: '<printOptions horizontalCentered="1" gridLines="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId1"/><headerFooter differentOddEven="1" differentFirst="1"><oddHeader>&amp;L&amp;G&amp;C标题</oddHeader><oddFooter>&amp;R第 &amp;P 页</oddFooter><evenHeader>偶</evenHeader><firstFooter>首</firstFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="2" max="1048575" man="1"/></colBreaks><legacyDrawingHF r:id="rId2"/><picture r:id="rId3"/>',
    sheetRels: [{ id: 'rId1', type: 'printerSettings', target: '../printerSettings/printerSettings1.bin' }, { id: 'rId2', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }, { id: 'rId3', type: 'image', target: '../media/image1.png' }],
    afterSheets: "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">清单!$A$1:$D$6</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'清单'!$A:$A,'清单'!$1:$1</definedName></definedNames>",
    defaults: { vml: VML_TYPE, bin: 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings', png: 'image/png' },
    parts: [
      { path: 'xl/printerSettings/printerSettings1.bin', content: blob(700, 23) },
      { path: 'xl/drawings/vmlDrawing1.vml', content: '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="LH" style="width:10pt;height:10pt"><v:imagedata o:relid="rId1" o:title="标志"/></v:shape></xml>', rels: [{ id: 'rId1', type: 'image', target: '../media/image2.png' }] },
      { path: 'xl/media/image1.png', content: PIXEL }, { path: 'xl/media/image2.png', content: PIXEL },
    ],
  });
}

/** Nearly every element that may follow the rows, in the order of the schema. */
function rareElements(): CorpusFile {
  return book('rare-sheet-elements.xlsx', {
    beforeData: '<sheetPr enableFormatConditionsCalculation="0" filterMode="1"><tabColor theme="4"/><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:D6"/><sheetViews><sheetView showGridLines="0" zoomScale="85" rightToLeft="1" workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr baseColWidth="12" defaultRowHeight="16" outlineLevelRow="1"/><cols><col min="1" max="1" width="20.7109375" customWidth="1"/><col min="2" max="4" width="9" hidden="1" outlineLevel="1" style="1"/></cols>',
    afterData: '<sheetCalcPr fullCalcOnLoad="1"/><sheetProtection algorithmName="SHA-512" hashValue="AAAA" saltValue="BBBB" spinCount="100000" sheet="1" objects="1"/><protectedRanges><protectedRange sqref="A2:A6" name="可改"/></protectedRanges><scenarios current="0"><scenario name="好" locked="1" count="1" user="张三"><inputCells r="B2" val="9"/></scenario></scenarios><autoFilter ref="A1:D6"><filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn></autoFilter><sortState ref="A2:D6"><sortCondition ref="B2:B6"/></sortState><dataConsolidate function="sum"/>'
      + '<customSheetViews><customSheetView guid="{AAAAAAAA-2222-4333-8444-555555555555}" scale="100"><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView></customSheetViews><mergeCells count="1"><mergeCell ref="H1:I2"/></mergeCells><phoneticPr fontId="1"/><hyperlinks><hyperlink ref="A2" r:id="rId1" tooltip="提示"/><hyperlink ref="A3" location="清单!B2" display="内"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><customProperties><customPr name="own" r:id="rId2"/></customProperties><cellWatches><cellWatch r="D2"/></cellWatches><ignoredErrors><ignoredError sqref="A2:A6" numberStoredAsText="1"/></ignoredErrors><smartTags><cellSmartTags r="A2"><cellSmartTag type="0"/></cellSmartTags></smartTags><webPublishItems count="1"><webPublishItem id="1" divId="d" sourceType="sheet" destinationFile="x.htm"/></webPublishItems>',
    sheetRels: [{ id: 'rId1', type: 'hyperlink', target: 'mailto:a@example.com?subject=%E4%B8%80', external: true }, { id: 'rId2', type: 'customProperty', target: '../customProperty1.bin' }],
    afterSheets: '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">清单!$A$1:$D$6</definedName></definedNames><customWorkbookViews><customWorkbookView name="我的" guid="{AAAAAAAA-2222-4333-8444-555555555555}" windowWidth="100" windowHeight="100" activeSheetId="1"/></customWorkbookViews>',
    defaults: { bin: 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty' },
    parts: [{ path: 'xl/customProperty1.bin', content: blob(64, 29) }],
  });
}

function formulas(): CorpusFile {
  const cells = '<row r="8"><c r="A8"><f t="shared" ref="A8:C8" si="0">B$2+1</f><v>4</v></c><c r="B8"><f t="shared" si="0"/><v>45293</v></c><c r="C8"><f t="shared" si="0"/><v>7</v></c><c r="F8"><f t="array" ref="F8:G9">B2:C3*2</f><v>6</v></c><c r="G8"><v>90584</v></c></row><row r="9"><c r="F9"><v>9</v></c><c r="G9"><v>90586</v></c></row>'
    + '<row r="11"><c r="A11"><f t="dataTable" ref="A11:A12" dt2D="0" dtr="0" r1="B2" ca="1"/><v>1</v></c><c r="C11" t="str"><f>A2&amp;"x"</f><v>甲x</v></c><c r="D11" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E11" t="b"><f>B2&gt;1</f><v>1</v></c></row><row r="12"><c r="A12"><v>2</v></c></row>';
  const chain = ['D2', 'D3', 'D4', 'D5', 'D6', 'A8', 'B8', 'C8', 'C11', 'D11', 'E11'].map((r) => `<c r="${r}" i="1"/>`).join('');
  return book('formulas-calc-chain.xlsx', {
    rows: LIST_ROWS + cells,
    afterSheets: '<definedNames><definedName name="合计" comment="注">SUM(清单!$B$2:$B$6)</definedName><definedName name="常数">3.14</definedName><definedName name="本地" localSheetId="0" hidden="1">清单!$A$2</definedName><definedName name="动态">OFFSET(清单!$A$1,0,0,COUNTA(清单!$A:$A),1)</definedName></definedNames><calcPr calcId="191029" calcMode="manual" iterate="1" iterateCount="50"/>',
    workbookRels: [{ id: 'rId5', type: 'calcChain', target: 'calcChain.xml' }, { id: 'rId6', type: 'volatileDependencies', target: 'volatileDependencies.xml' }],
    parts: [{ path: 'xl/calcChain.xml', content: `${XML}<calcChain xmlns="${MAIN}">${chain}<c r="F8" i="1" a="1"/></calcChain>`, type: type('calcChain') },
      { path: 'xl/volatileDependencies.xml', content: `${XML}<volTypes xmlns="${MAIN}"><volType type="realTimeData"><main first="a"><tp t="s"><v>1</v><stp/><tr r="D2" s="1"/></tp></main></volType></volTypes>`, type: type('volatileDependencies') }],
  });
}

/** Texts with runs, furigana, spaces and escapes; inline texts; a cell with a checkbox; styles with names and extensions. */
function textsAndStyles(): CorpusFile {
  const strings = ['<si><t>编号</t></si>', '<si><t>数量</t></si>', '<si><t>日期</t></si>', '<si><r><rPr><b/><color theme="5"/></rPr><t>金</t></r><r><t xml:space="preserve">额 </t></r></si>', '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1" type="Hiragana"/></si>', '<si><t xml:space="preserve">  二 格 </t></si>', '<si><t>_x000D_换_x005F_</t></si>', '<si><t/></si>', '<si><t>己\n行</t></si>'];
  const bag = `${MS}/spreadsheetml/2022/featurepropertybag`;
  const styles = STYLES
    .replace('<fonts', '<numFmts count="1"><numFmt numFmtId="200" formatCode="[Red]0.00&quot; 件&quot;;&quot;—&quot;"/></numFmts><fonts')
    .replace('<cellXfs count="2">', `<cellXfs count="4"><xf numFmtId="200" fontId="1" fillId="1" borderId="0" xfId="1" applyAlignment="1"><alignment horizontal="centerContinuous" vertical="top" textRotation="45" wrapText="1" readingOrder="2"/><protection locked="0" hidden="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><extLst><ext xmlns:xfpb="${bag}" uri="{C7286773-470A-42A8-94C5-96B5CB345126}"><xfpb:xfComplement i="0"/></ext></extLst></xf>`)
    .replace('<cellStyleXfs count="1">', '<cellStyleXfs count="2"><xf numFmtId="9" fontId="1" fillId="1" borderId="0"/>')
    .replace('<cellStyles count="1">', '<cellStyles count="2"><cellStyle name="我的样式" xfId="1"/>')
    .replace('</styleSheet>', `<tableStyles count="1" defaultTableStyle="TableStyleMedium2"><tableStyle name="表样" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="0"/></tableStyle></tableStyles><colors><mruColors><color rgb="FF123456"/></mruColors></colors><extLst><ext xmlns:x14="${X14}" uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`);
  return book('rich-texts-phonetics-styles.xlsx', {
    rows: `${LIST_ROWS}<row r="8" s="2" customFormat="1" ht="30.5" customHeight="1" thickBot="1" ph="1"><c r="A8" t="inlineStr"><is><r><rPr><i/></rPr><t>斜</t></r><r><t>直</t></r></is></c><c r="B8" s="3" t="b"><v>1</v></c><c r="C8" s="2" ph="1"/></row>`,
    styles, workbookRels: [{ id: 'rId5', type: `${MS}/2022/11/relationships/FeaturePropertyBag`, target: 'featurePropertyBag/featurePropertyBag.xml' }],
    parts: [{ path: 'xl/featurePropertyBag/featurePropertyBag.xml', content: `${XML}<FeaturePropertyBags xmlns="${bag}"><bag type="Checkbox"/><bag type="XFControls"><bagId k="CellControl">0</bagId></bag></FeaturePropertyBags>`, type: 'application/vnd.ms-excel.featurepropertybag+xml' }],
    replace: { 'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}" count="9" uniqueCount="9">${strings.join('')}</sst>` },
  });
}

function sharedWorkbook(): CorpusFile {
  return book('shared-workbook-revisions.xlsx', {
    workbookRels: [{ id: 'rId5', type: 'revisionHeaders', target: 'revisions/revisionHeaders.xml' }, { id: 'rId6', type: 'usernames', target: 'revisions/userNames.xml' }],
    parts: [
      { path: 'xl/revisions/revisionHeaders.xml', content: `${XML}<headers xmlns="${MAIN}" xmlns:r="${DOC}" guid="{BBBBBBBB-2222-4333-8444-555555555555}"><header guid="{BBBBBBBB-2222-4333-8444-555555555555}" dateTime="2024-01-01T00:00:00" maxSheetId="2" userName="张三" r:id="rId1"><sheetIdMap count="1"><sheetId val="1"/></sheetIdMap></header></headers>`, type: type('revisionHeaders'), rels: [{ id: 'rId1', type: 'revisionLog', target: 'revisionLog1.xml' }] },
      { path: 'xl/revisions/revisionLog1.xml', content: `${XML}<revisions xmlns="${MAIN}"/>`, type: type('revisionLog') }, { path: 'xl/revisions/userNames.xml', content: `${XML}<users xmlns="${MAIN}" count="0"/>`, type: type('userNames') },
    ],
  });
}

function oldSheetKinds(): CorpusFile {
  return book('dialog-and-macro-sheets.xlsx', {
    moreSheets: '<sheet name="对话" sheetId="2" r:id="rId5"/><sheet name="宏" sheetId="3" state="veryHidden" r:id="rId6"/>',
    workbookRels: [{ id: 'rId5', type: 'dialogsheet', target: 'dialogsheets/sheet1.xml' }, { id: 'rId6', type: `${MS}/2006/relationships/xlMacrosheet`, target: 'macrosheets/sheet1.xml' }],
    parts: [
      { path: 'xl/dialogsheets/sheet1.xml', content: `${XML}<dialogsheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></dialogsheet>`, type: type('dialogsheet') },
      { path: 'xl/macrosheets/sheet1.xml', content: `${XML}<xm:macrosheet xmlns="${MAIN}" xmlns:xm="${XM}"><sheetData><row r="1"><c r="A1"><f>RETURN()</f></c></row></sheetData></xm:macrosheet>`, type: 'application/vnd.ms-excel.macrosheet+xml' },
    ],
  });
}

export function sheetFiles(): readonly CorpusFile[] {
  return [sparklines(), extendedFormats(), extendedValidations(), threadedComments(), printing(), rareElements(), formulas(), textsAndStyles(), sharedWorkbook(), oldSheetKinds()];
}
