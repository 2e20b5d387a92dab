/** Data behind the sheets: pivots with slicers and timelines, queries, external books, custom XML, rich values, data model. */
import type { CorpusFile } from '../corpus-file';
import { blob, book, DOC, extList, LIST_ROWS, MAIN, MC, MS, PIXEL, type, XML, type Part } from './book';
import { anchored, drawing } from './drawings';

const X14 = `${MS}/spreadsheetml/2009/9/main`;
const X15 = `${MS}/spreadsheetml/2010/11/main`;
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const TABLE = `${XML}<table xmlns="${MAIN}" id="1" name="清单表" displayName="清单表" ref="A1:D6" totalsRowShown="0"><autoFilter ref="A1:D6"/><tableColumns count="4"><tableColumn id="1" name="编号"/><tableColumn id="2" name="数量"/><tableColumn id="3" name="日期"/><tableColumn id="4" name="金额"><calculatedColumnFormula>B2*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/>EXT</table>`;
const TABLE_PART: Part = { path: 'xl/tables/table1.xml', content: TABLE.replace('EXT', ''), type: type('table') };

const slicerFrame = (kind: string, uri: string, prefix: string): string => anchored(`<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice xmlns:${kind}="${MS}/drawing/2010/slicer" Requires="${kind}"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="编号"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${uri}"><${prefix}:slicer xmlns:${prefix}="${uri}" name="编号"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent>`);

function tableSlicer(): CorpusFile {
  return book('table-slicer.xlsx', {
    sheetAttributes: ` xmlns:mc="${MC}" xmlns:x14="${X14}" mc:Ignorable="x14"`,
    afterData: `<drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>${extList(`<ext xmlns:x15="${X15}" uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}"><x14:slicerList><x14:slicer r:id="rId3"/></x14:slicerList></ext>`)}`,
    sheetRels: [{ id: 'rId1', type: 'table', target: '../tables/table1.xml' }, { id: 'rId2', type: 'drawing', target: '../drawings/drawing1.xml' }, { id: 'rId3', type: `${MS}/2007/relationships/slicer`, target: '../slicers/slicer1.xml' }],
    afterSheets: `<definedNames><definedName name="切片器_编号">#N/A</definedName></definedNames>${extList(`<ext xmlns:x15="${X15}" uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}"><x15:slicerCaches xmlns:x14="${X14}"><x14:slicerCache r:id="rId9"/></x15:slicerCaches></ext>`)}`,
    workbookRels: [{ id: 'rId9', type: `${MS}/2007/relationships/slicerCache`, target: 'slicerCaches/slicerCache1.xml' }],
    parts: [TABLE_PART,
      { path: 'xl/drawings/drawing1.xml', content: drawing(slicerFrame('sle15', `${MS}/drawing/2010/slicer`, 'sle')), type: DRAWING_TYPE },
      { path: 'xl/slicers/slicer1.xml', content: `${XML}<slicers xmlns="${X14}"><slicer name="编号" cache="切片器_编号" caption="编号" rowHeight="241300"/></slicers>`, type: 'application/vnd.ms-excel.slicer+xml' },
      { path: 'xl/slicerCaches/slicerCache1.xml', content: `${XML}<slicerCacheDefinition xmlns="${X14}" name="切片器_编号" sourceName="编号"><extLst><x:ext xmlns:x="${MAIN}" xmlns:x15="${X15}" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}"><x15:tableSlicerCache tableId="1" column="1"/></x:ext></extLst></slicerCacheDefinition>`, type: 'application/vnd.ms-excel.slicerCache+xml' },
    ],
  });
}

const ITEMS = ['甲', '乙 &amp; 丙', '丁', '戊', '己'];
const CACHE = `${XML}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${DOC}" r:id="rId1" refreshedBy="x" refreshedDate="45000" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="5"><cacheSource type="worksheet"><worksheetSource ref="A1:B6" sheet="清单"/></cacheSource><cacheFields count="2"><cacheField name="编号" numFmtId="0"><sharedItems count="5">${ITEMS.map((v) => `<s v="${v}"/>`).join('')}</sharedItems></cacheField><cacheField name="数量" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="3" maxValue="9"/></cacheField></cacheFields></pivotCacheDefinition>`;
const RECORDS = `${XML}<pivotCacheRecords xmlns="${MAIN}" count="5">${ITEMS.map((_, i) => `<r><x v="${i}"/><n v="${(i + 2) * 1.5}"/></r>`).join('')}</pivotCacheRecords>`;
const PIVOT = `${XML}<pivotTableDefinition xmlns="${MAIN}" name="透视1" cacheId="3" dataCaption="值" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" outline="1" outlineData="1" rowHeaderCaption="编号"><location ref="A3:B9" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="6">${[0, 1, 2, 3, 4].map((x) => `<item x="${x}"/>`).join('')}<item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="6">${['<x/>', ...[1, 2, 3, 4].map((v) => `<x v="${v}"/>`)].map((x) => `<i>${x}</i>`).join('')}<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="求和项:数量" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`;
const PIVOT_SHEET = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${DOC}"><sheetData>${ITEMS.map((_, i) => `<row r="${i + 4}"><c r="A${i + 4}" t="s"><v>${i + 4}</v></c><c r="B${i + 4}"><v>${(i + 2) * 1.5}</v></c></row>`).join('')}</sheetData></worksheet>`;

function pivotWithSlicerAndTimeline(): CorpusFile {
  return book('pivot-slicer-timeline.xlsx', {
    sheetAttributes: ` xmlns:mc="${MC}" xmlns:x14="${X14}" mc:Ignorable="x14"`,
    afterData: extList(`<ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"><x14:slicerList><x14:slicer r:id="rId1"/></x14:slicerList></ext>`, `<ext xmlns:x15="${X15}" uri="{7E03D99C-DC04-49d9-9315-930204A7B6E9}"><x15:timelineRefs><x15:timelineRef r:id="rId2"/></x15:timelineRefs></ext>`),
    sheetRels: [{ id: 'rId1', type: `${MS}/2007/relationships/slicer`, target: '../slicers/slicer1.xml' }, { id: 'rId2', type: `${MS}/2011/relationships/timeline`, target: '../timelines/timeline1.xml' }],
    moreSheets: '<sheet name="透视" sheetId="2" r:id="rId4"/>',
    afterSheets: `<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="3" r:id="rId5"/></pivotCaches>${extList(`<ext xmlns:x14="${X14}" uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}"><x14:slicerCaches><x14:slicerCache r:id="rId6"/></x14:slicerCaches></ext>`, `<ext xmlns:x15="${X15}" uri="{D0CA8CA8-9F24-4464-BF8E-62219DCF47F9}"><x15:timelineCacheRefs><x15:timelineCacheRef r:id="rId7"/></x15:timelineCacheRefs></ext>`)}`,
    workbookRels: [{ id: 'rId4', type: 'worksheet', target: 'worksheets/sheet2.xml' }, { id: 'rId5', type: 'pivotCacheDefinition', target: 'pivotCache/pivotCacheDefinition1.xml' }, { id: 'rId6', type: `${MS}/2007/relationships/slicerCache`, target: 'slicerCaches/slicerCache1.xml' }, { id: 'rId7', type: `${MS}/2011/relationships/timelineCache`, target: 'timelineCaches/timelineCache1.xml' }],
    parts: [
      { path: 'xl/worksheets/sheet2.xml', content: PIVOT_SHEET, type: type('worksheet'), rels: [{ id: 'rId1', type: 'pivotTable', target: '../pivotTables/pivotTable1.xml' }] },
      { path: 'xl/pivotTables/pivotTable1.xml', content: PIVOT, type: type('pivotTable'), rels: [{ id: 'rId1', type: 'pivotCacheDefinition', target: '../pivotCache/pivotCacheDefinition1.xml' }] },
      { path: 'xl/pivotCache/pivotCacheDefinition1.xml', content: CACHE, type: type('pivotCacheDefinition'), rels: [{ id: 'rId1', type: 'pivotCacheRecords', target: 'pivotCacheRecords1.xml' }] },
      { path: 'xl/pivotCache/pivotCacheRecords1.xml', content: RECORDS, type: type('pivotCacheRecords') },
      { path: 'xl/slicers/slicer1.xml', content: `${XML}<slicers xmlns="${X14}"><slicer name="编号" cache="切片器_编号" rowHeight="241300"/></slicers>`, type: 'application/vnd.ms-excel.slicer+xml' },
      { path: 'xl/slicerCaches/slicerCache1.xml', content: `${XML}<slicerCacheDefinition xmlns="${X14}" name="切片器_编号" sourceName="编号"><pivotTables><pivotTable tabId="2" name="透视1"/></pivotTables><data><tabular pivotCacheId="3"><items count="5">${[0, 1, 2, 3, 4].map((x) => `<i x="${x}" s="1"/>`).join('')}</items></tabular></data></slicerCacheDefinition>`, type: 'application/vnd.ms-excel.slicerCache+xml' },
      { path: 'xl/timelines/timeline1.xml', content: `${XML}<timelines xmlns="${X15}"><timeline name="日期" cache="日程表_日期" level="2" selectionLevel="2"/></timelines>`, type: 'application/vnd.ms-excel.timeline+xml' },
      { path: 'xl/timelineCaches/timelineCache1.xml', content: `${XML}<timelineCacheDefinition xmlns="${X15}" name="日程表_日期" sourceName="日期"><pivotTables><pivotTable tabId="2" name="透视1"/></pivotTables><state minimalRefreshVersion="6" pivotCacheId="3"/></timelineCacheDefinition>`, type: 'application/vnd.ms-excel.timelineCache+xml' },
    ],
  });
}

function queries(): CorpusFile {
  return book('query-table-connections.xlsx', {
    afterData: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    sheetRels: [{ id: 'rId1', type: 'table', target: '../tables/table1.xml' }],
    workbookRels: [{ id: 'rId8', type: 'connections', target: 'connections.xml' }],
    parts: [
      { ...TABLE_PART, content: TABLE.replace('EXT', '').replace(' totalsRowShown', ' tableType="queryTable" totalsRowShown'), rels: [{ id: 'rId1', type: 'queryTable', target: '../queryTables/queryTable1.xml' }] },
      { path: 'xl/queryTables/queryTable1.xml', content: `${XML}<queryTable xmlns="${MAIN}" name="外部数据_1" connectionId="1" autoFormatId="16"><queryTableRefresh nextId="5"><queryTableFields count="4">${[1, 2, 3, 4].map((id) => `<queryTableField id="${id}" name="${['编号', '数量', '日期', '金额'][id - 1] ?? ''}" tableColumnId="${id}"/>`).join('')}</queryTableFields></queryTableRefresh></queryTable>`, type: type('queryTable') },
      { path: 'xl/connections.xml', content: `${XML}<connections xmlns="${MAIN}"><connection id="1" name="查询" type="5" refreshedVersion="6"><dbPr connection="Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$" command="SELECT * FROM [查询]"/></connection></connections>`, type: type('connections') },
    ],
  });
}

function externalLinks(): CorpusFile {
  return book('external-link-dde.xlsx', {
    rows: `${LIST_ROWS}<row r="9"><c r="A9"><f>[1]Sheet1!$A$1*2</f><v>84</v></c></row>`,
    afterSheets: '<externalReferences><externalReference r:id="rId7"/><externalReference r:id="rId8"/></externalReferences><definedNames><definedName name="外">[1]Sheet1!$A$1</definedName></definedNames>',
    workbookRels: [{ id: 'rId7', type: 'externalLink', target: 'externalLinks/externalLink1.xml' }, { id: 'rId8', type: 'externalLink', target: 'externalLinks/externalLink2.xml' }],
    parts: [
      { path: 'xl/externalLinks/externalLink1.xml', content: `${XML}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${DOC}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>42</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`, type: type('externalLink'), rels: [{ id: 'rId1', type: 'externalLinkPath', target: 'file:///C:/%E6%95%B0%E6%8D%AE/book.xlsx', external: true }] },
      { path: 'xl/externalLinks/externalLink2.xml', content: `${XML}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${DOC}" r:id="rId1"><sheetNames><sheetName val="A"/></sheetNames></externalBook></externalLink>`, type: type('externalLink'), rels: [{ id: 'rId1', type: `${MS}/2006/relationships/xlExternalLinkPath/xlPathMissing`, target: 'gone.xlsx', external: true }] },
    ],
  });
}

function customXml(): CorpusFile {
  return book('custom-xml-properties-label.xlsx', {
    rootRels: [{ id: 'rId2', type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', target: 'docProps/core.xml' }, { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' }, { id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' },
      { id: 'rId5', type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail', target: 'docProps/thumbnail.png' }, { id: 'rId6', type: `${MS}/2020/02/relationships/classificationlabels`, target: 'docMetadata/LabelInfo.xml' }],
    workbookRels: [{ id: 'rId7', type: 'customXml', target: '../customXml/item1.xml' }],
    defaults: { png: 'image/png' },
    parts: [
      { path: 'docProps/core.xml', content: `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>标题</dc:title><dc:creator>张三</dc:creator><cp:keywords>一,二</cp:keywords><cp:category>类</cp:category><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>`, type: 'application/vnd.openxmlformats-package.core-properties+xml' },
      { path: 'docProps/app.xml', content: `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><TotalTime>7</TotalTime><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>清单</vt:lpstr></vt:vector></TitlesOfParts><Manager>经理</Manager><Company>公司</Company><AppVersion>16.0300</AppVersion></Properties>`, type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml' },
      { path: 'docProps/custom.xml', content: `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="项目"><vt:lpwstr>甲</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="5" name="n"><vt:i4>3</vt:i4></property></Properties>`, type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml' },
      { path: 'docProps/thumbnail.png', content: PIXEL },
      { path: 'docMetadata/LabelInfo.xml', content: `${XML}<clbl:labelList xmlns:clbl="${MS}/2020/mipLabelMetadata"/>`, type: 'application/vnd.ms-office.classificationlabels+xml' },
      { path: 'customXml/item1.xml', content: '<root xmlns="urn:example:own"><value>1</value></root>', rels: [{ id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml' }] },
      { path: 'customXml/itemProps1.xml', content: `${XML}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{11111111-2222-4333-8444-555555555555}"><ds:schemaRefs/></ds:datastoreItem>`, type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml' },
    ],
  });
}

function webExtension(): CorpusFile {
  const we = `${MS}/webextensions`;
  return book('web-extension-taskpane.xlsx', {
    rootRels: [{ id: 'rId9', type: `${MS}/2011/relationships/webextensiontaskpanes`, target: 'xl/webextensions/taskpanes.xml' }],
    parts: [
      { path: 'xl/webextensions/taskpanes.xml', content: `${XML}<wetp:taskpanes xmlns:wetp="${we}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="4"><wetp:webextensionref xmlns:r="${DOC}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`, type: 'application/vnd.ms-office.webextensiontaskpanes+xml', rels: [{ id: 'rId1', type: `${MS}/2011/relationships/webextension`, target: 'webextension1.xml' }] },
      { path: 'xl/webextensions/webextension1.xml', content: `${XML}<we:webextension xmlns:we="${we}/webextension/2010/11" id="{22222222-2222-4333-8444-555555555555}"><we:reference id="wa1" version="1.0.0.0" store="zh-CN" storeType="OMEX"/><we:properties><we:property name="k" value="&quot;v&quot;"/></we:properties></we:webextension>`, type: 'application/vnd.ms-office.webextension+xml' },
    ],
  });
}

/** A picture in a cell and a linked data type (`vm`), and a formula that spills (`cm`). */
function richValues(): CorpusFile {
  const rd = `${MS}/spreadsheetml/2017/richdata`;
  return book('rich-values-dynamic-array.xlsx', {
    rows: `${LIST_ROWS}<row r="8"><c r="A8" t="e" vm="1"><v>#VALUE!</v></c><c r="F8" cm="1"><f t="array" ref="F8:F10">_xlfn._xlws.SORT(B2:B4)</f><v>3</v></c></row><row r="9"><c r="F9"><v>4.5</v></c></row><row r="10"><c r="F10"><v>6</v></c></row>`,
    workbookRels: [{ id: 'rId5', type: 'sheetMetadata', target: 'metadata.xml' }, ...['rdRichValue', 'rdRichValueStructure', 'rdRichValueTypes'].map((kind, i) => ({ id: `rId${i + 6}`, type: `${MS}/2017/06/relationships/${kind}`, target: `richData/${kind.toLowerCase()}.xml` })), { id: 'rId9', type: `${MS}/2022/10/relationships/richValueRel`, target: 'richData/richValueRel.xml' }],
    defaults: { png: 'image/png' },
    parts: [
      { path: 'xl/metadata.xml', content: `${XML}<metadata xmlns="${MAIN}" xmlns:xda="${MS}/spreadsheetml/2017/dynamicarray" xmlns:xlrd="${rd}"><metadataTypes count="2"><metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><futureMetadata name="XLRICHVALUE" count="1"><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"><xlrd:rvb i="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="1"><bk><rc t="2" v="0"/></bk></valueMetadata></metadata>`, type: type('sheetMetadata') },
      { path: 'xl/richData/rdrichvalue.xml', content: `${XML}<rvData xmlns="${rd}" count="1"><rv s="0"><v>0</v><v>5</v></rv></rvData>`, type: 'application/vnd.ms-excel.rdrichvalue+xml' },
      { path: 'xl/richData/rdrichvaluestructure.xml', content: `${XML}<rvStructures xmlns="${rd}" count="1"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>`, type: 'application/vnd.ms-excel.rdrichvaluestructure+xml' },
      { path: 'xl/richData/rdrichvaluetypes.xml', content: `${XML}<rvTypesInfo xmlns="${rd}2"/>`, type: 'application/vnd.ms-excel.rdrichvaluetypes+xml' },
      { path: 'xl/richData/richValueRel.xml', content: `${XML}<richValueRels xmlns="${MS}/spreadsheetml/2022/richvaluerel" xmlns:r="${DOC}"><rel r:id="rId1"/></richValueRels>`, type: 'application/vnd.ms-excel.richvaluerel+xml', rels: [{ id: 'rId1', type: 'image', target: '../media/image1.png' }] },
      { path: 'xl/media/image1.png', content: PIXEL },
    ],
  });
}

function macros(): CorpusFile {
  return book('macros-ribbon.xlsm', {
    workbookType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    beforeSheets: '<workbookPr codeName="ThisWorkbook"/>', beforeData: '<sheetPr codeName="Sheet1"/>',
    workbookRels: [{ id: 'rId5', type: `${MS}/2006/relationships/vbaProject`, target: 'vbaProject.bin' }],
    rootRels: [{ id: 'rId7', type: `${MS}/2006/relationships/ui/extensibility`, target: 'customUI/customUI.xml' }],
    defaults: { bin: 'application/vnd.ms-office.vbaProject' },
    parts: [
      { path: 'xl/vbaProject.bin', content: blob(4000, 13), rels: [{ id: 'rId1', type: `${MS}/2006/relationships/vbaProjectSignature`, target: 'vbaProjectSignature.bin' }] },
      { path: 'xl/vbaProjectSignature.bin', content: blob(200, 17), type: 'application/vnd.ms-office.vbaProjectSignature' },
      { path: 'customUI/customUI.xml', content: `<customUI xmlns="${MS}/2006/01/customui"><ribbon/></customUI>` },
    ],
  });
}

function dataModel(): CorpusFile {
  return book('data-model-xml-maps.xlsx', {
    afterSheets: extList(`<ext xmlns:x15="${X15}" uri="{FCE2AD5D-F65C-4FA6-A056-5C36A1767C68}"><x15:dataModel><x15:modelTables><x15:modelTable id="清单" name="清单" connection="c"/></x15:modelTables></x15:dataModel></ext>`),
    sheetRels: [{ id: 'rId1', type: 'tableSingleCells', target: '../tables/tableSingleCells1.xml' }],
    workbookRels: [{ id: 'rId5', type: 'powerPivotData', target: 'model/item.data' }, { id: 'rId6', type: 'xmlMaps', target: 'xmlMaps.xml' }],
    defaults: { data: 'application/vnd.openxmlformats-officedocument.model+data' },
    parts: [
      { path: 'xl/model/item.data', content: blob(2500, 19) },
      { path: 'xl/xmlMaps.xml', content: `${XML}<MapInfo xmlns="${MAIN}" SelectionNamespaces=""><Schema ID="S1"><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="a"/></xsd:schema></Schema><Map ID="1" Name="图" RootElement="a" SchemaID="S1" ShowImportExportValidationErrors="false" AutoFit="true" Append="false" PreserveSortAFLayout="true" PreserveFormat="true"/></MapInfo>`, type: 'application/xml' },
      { path: 'xl/tables/tableSingleCells1.xml', content: `${XML}<singleXmlCells xmlns="${MAIN}"><singleXmlCell id="9" r="H1" connectionId="0"><xmlCellPr id="1" uniqueName="a"><xmlPr mapId="1" xpath="/a" xmlDataType="string"/></xmlCellPr></singleXmlCell></singleXmlCells>`, type: type('tableSingleCells') },
    ],
  });
}

export function dataFiles(): readonly CorpusFile[] {
  return [tableSlicer(), pivotWithSlicerAndTimeline(), queries(), externalLinks(), customXml(), webExtension(), richValues(), macros(), dataModel()];
}
