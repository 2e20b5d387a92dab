/** Things drawn over a sheet: shapes, pictures, diagrams, ink, charts of the old and the new kind, objects, controls. */
import type { CorpusFile } from '../corpus-file';
import { blob, book, DOC, DRAWING, LIST_ROWS, MAIN, MC, MS, PIXEL, relations, SMALL_SHEET, type, XML, type Part } from './book';

const XDR = `${DRAWING}/spreadsheetDrawing`;
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

export function drawing(content: string, more = ''): string {
  return `${XML}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${DRAWING}/main" xmlns:r="${DOC}"${more}>${content}</xdr:wsDr>`;
}

export function anchored(content: string): string {
  const at = (name: string, column: number, row: number): string => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${at('from', 5, 1)}${at('to', 9, 12)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
}

const PLACE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>';
const shape = (id: number, name: string, kind = 'rect'): string =>
  `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>${PLACE}<a:prstGeom prst="${kind}"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>文字 ${name}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;

export const frame = (id: number, name: string, data: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>${data}</a:graphic></xdr:graphicFrame>`;
const chartFrame = (id: number, name: string, rel: string): string => frame(id, name, `<a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="${rel}"/></a:graphicData>`);

export const CHART = `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${DOC}"><c:roundedCorners val="0"/><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>清单!$A$2:$A$6</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>清单!$B$2:$B$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>`
  + '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart>USERSHAPES</c:chartSpace>';
export const PLAIN_CHART = CHART.replace('USERSHAPES', '');

const onSheet = (name: string, content: string, parts: readonly Part[], rels: Part['rels'] = [], more = ''): CorpusFile => book(name, {
  afterData: '<drawing r:id="rId1"/>',
  sheetRels: [{ id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }],
  parts: [{ path: 'xl/drawings/drawing1.xml', content: drawing(content, more), type: DRAWING_TYPE, ...(rels.length > 0 ? { rels } : {}) }, ...parts],
  defaults: { png: 'image/png' },
});

function chartWithParts(): CorpusFile {
  return onSheet('chart-style-colours-usershapes.xlsx', anchored(chartFrame(2, '图表 1', 'rId1')), [
    { path: 'xl/charts/chart1.xml', content: CHART.replace('USERSHAPES', '<c:userShapes r:id="rId3"/>'), type: CHART_TYPE, rels: [
      { id: 'rId1', type: `${MS}/2011/relationships/chartStyle`, target: 'style1.xml' }, { id: 'rId2', type: `${MS}/2011/relationships/chartColorStyle`, target: 'colors1.xml' },
      { id: 'rId3', type: 'chartUserShapes', target: '../drawings/drawing2.xml' }, { id: 'rId4', type: 'themeOverride', target: '../theme/themeOverride1.xml' }] },
    { path: 'xl/charts/style1.xml', content: `${XML}<cs:chartStyle xmlns:cs="${MS}/drawing/2012/chartStyle" id="201"/>`, type: 'application/vnd.ms-office.chartstyle+xml' },
    { path: 'xl/charts/colors1.xml', content: `${XML}<cs:colorStyle xmlns:cs="${MS}/drawing/2012/chartStyle" xmlns:a="${DRAWING}/main" meth="cycle" id="10"><a:schemeClr val="accent1"/></cs:colorStyle>`, type: 'application/vnd.ms-office.chartcolorstyle+xml' },
    { path: 'xl/drawings/drawing2.xml', content: `${XML}<c:userShapes xmlns:c="${DRAWING}/chart"/>`, type: 'application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml' },
    { path: 'xl/theme/themeOverride1.xml', content: `${XML}<a:themeOverride xmlns:a="${DRAWING}/main"/>`, type: 'application/vnd.openxmlformats-officedocument.themeOverride+xml' },
  ], [{ id: 'rId1', type: 'chart', target: '../charts/chart1.xml' }]);
}

/** A waterfall: a chart of the kind that came in 2016, with a picture of words for older programs. */
function chartEx(): CorpusFile {
  const cx = `${MS}/drawing/2014/chartex`;
  const choice = frame(2, '瀑布图', `<a:graphicData uri="${cx}"><cx:chart xmlns:cx="${cx}" r:id="rId1"/></a:graphicData>`);
  return onSheet('chart-ex-alternate-content.xlsx', anchored(`<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice xmlns:cx1="${MS}/drawing/2015/9/8/chartex" Requires="cx1">${choice}</mc:Choice><mc:Fallback>${shape(0, '替代')}</mc:Fallback></mc:AlternateContent>`), [
    { path: 'xl/charts/chartEx1.xml', content: `${XML}<cx:chartSpace xmlns:cx="${cx}"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>清单!$A$2:$A$6</cx:f></cx:strDim><cx:numDim type="val"><cx:f>清单!$B$2:$B$6</cx:f></cx:numDim></cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall" uniqueId="{00000000-0000-4000-8000-000000000001}"><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>`, type: 'application/vnd.ms-office.chartex+xml' },
  ], [{ id: 'rId1', type: `${MS}/2014/relationships/chartEx`, target: '../charts/chartEx1.xml' }]);
}

function shapesAndPictures(): CorpusFile {
  const picture = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="7" name="图片" descr="一个点"><a:hlinkClick r:id="rId2"/></xdr:cNvPr><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="${MS}/drawing/2016/SVG/main" r:embed="rId3"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>${PLACE}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
  const group = `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="4" name="组"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/><a:chOff x="0" y="0"/><a:chExt cx="1" cy="1"/></a:xfrm></xdr:grpSpPr>${shape(5, '圆', 'ellipse')}${shape(6, '星', 'star5')}</xdr:grpSp>`;
  const absolute = `<xdr:absoluteAnchor><xdr:pos x="9000000" y="90000"/><xdr:ext cx="900000" cy="900000"/>${picture}<xdr:clientData/></xdr:absoluteAnchor>`;
  return onSheet('shapes-group-svg-picture.xlsx', anchored(shape(2, '框')) + anchored(group) + absolute, [
    { path: 'xl/media/image1.png', content: PIXEL }, { path: 'xl/media/image2.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
  ], [{ id: 'rId1', type: 'image', target: '../media/image1.png' }, { id: 'rId2', type: 'hyperlink', target: 'https://example.com/?a=1&amp;b=2', external: true }, { id: 'rId3', type: 'image', target: '../media/image2.svg' }]);
}

function smartArt(): CorpusFile {
  const kinds = [['Data', 'data1', 'diagramData'], ['Layout', 'layout1', 'diagramLayout'], ['QuickStyle', 'quickStyle1', 'diagramStyle'], ['Colors', 'colors1', 'diagramColors']] as const;
  const dgm = `${DRAWING}/diagram`;
  const roots: Record<string, string> = { data1: 'dataModel', layout1: 'layoutDef', quickStyle1: 'styleDef', colors1: 'colorsDef' };
  return onSheet('smartart-diagram.xlsx', anchored(frame(2, '图示', `<a:graphicData uri="${dgm}"><dgm:relIds xmlns:dgm="${dgm}" r:dm="rId1" r:lo="rId2" r:qs="rId3" r:cs="rId4"/></a:graphicData>`)), [
    ...kinds.map(([, file, kind]) => ({ path: `xl/diagrams/${file}.xml`, content: `${XML}<dgm:${roots[file] ?? ''} xmlns:dgm="${dgm}"/>`, type: `application/vnd.openxmlformats-officedocument.drawingml.${kind}+xml` })),
    { path: 'xl/diagrams/drawing1.xml', content: `${XML}<dsp:drawing xmlns:dsp="${MS}/drawing/2008/diagram"/>`, type: 'application/vnd.ms-office.drawingml.diagramDrawing+xml' },
  ], [...kinds.map(([kind, file], i) => ({ id: `rId${i + 1}`, type: `diagram${kind}`, target: `../diagrams/${file}.xml` })), { id: 'rId5', type: `${MS}/2007/relationships/diagramDrawing`, target: '../diagrams/drawing1.xml' }]);
}

function ink(): CorpusFile {
  const part = `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice xmlns:xdr14="${MS}/excel/2010/spreadsheetDrawing" Requires="xdr14"><xdr:contentPart r:id="rId1"><xdr14:nvContentPartPr><xdr14:cNvPr id="2" name="墨迹"/><xdr14:cNvContentPartPr/></xdr14:nvContentPartPr></xdr:contentPart></mc:Choice><mc:Fallback/></mc:AlternateContent>`;
  return onSheet('ink.xlsx', anchored(part), [{ path: 'xl/ink/ink1.xml', content: `${XML}<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:trace>0 0, 1 1</inkml:trace></inkml:ink>`, type: 'application/inkml+xml' }], [{ id: 'rId1', type: 'customXml', target: '../ink/ink1.xml' }]);
}

function vml(content: string): string {
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${content}</xml>`;
}
const button = (id: string, object: string): string => `<v:shape id="${id}" o:spid="${id}" style="position:absolute;width:60pt;height:20pt"><x:ClientData ObjectType="${object}"><x:Anchor>5, 0, 1, 0, 7, 0, 3, 0</x:Anchor></x:ClientData></v:shape>`;

const control = (id: number, name: string, rel: string): string => `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x14"><control shapeId="${id}" r:id="${rel}" name="${name}"><controlPr defaultSize="0"><anchor><from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent>`;
const WITH_X14 = ` xmlns:mc="${MC}" xmlns:x14="${MS}/spreadsheetml/2009/9/main" xmlns:xdr="${XDR}" mc:Ignorable="x14"`;
const controls = (...each: readonly string[]): string => `<legacyDrawing r:id="rId1"/><mc:AlternateContent><mc:Choice Requires="x14"><controls>${each.join('')}</controls></mc:Choice></mc:AlternateContent>`;

function formControls(): CorpusFile {
  return book('form-controls.xlsx', {
    sheetAttributes: WITH_X14,
    afterData: controls(control(1025, '复选框 1', 'rId2'), control(1026, '按钮 2', 'rId3')),
    sheetRels: [{ id: 'rId1', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }, { id: 'rId2', type: 'ctrlProp', target: '../ctrlProps/ctrlProp1.xml' }, { id: 'rId3', type: 'ctrlProp', target: '../ctrlProps/ctrlProp2.xml' }],
    defaults: { vml: VML_TYPE },
    parts: [
      { path: 'xl/drawings/vmlDrawing1.vml', content: vml(button('_x0000_s1025', 'Checkbox') + button('_x0000_s1026', 'Button')) },
      { path: 'xl/ctrlProps/ctrlProp1.xml', content: `${XML}<formControlPr xmlns="${MS}/spreadsheetml/2009/9/main" objectType="CheckBox" checked="Checked" fmlaLink="$F$1" noThreeD="1"/>`, type: 'application/vnd.ms-excel.controlproperties+xml' },
      { path: 'xl/ctrlProps/ctrlProp2.xml', content: `${XML}<formControlPr xmlns="${MS}/spreadsheetml/2009/9/main" objectType="Button" lockText="1"/>`, type: 'application/vnd.ms-excel.controlproperties+xml' },
    ],
  });
}

function activeX(): CorpusFile {
  return book('activex.xlsx', {
    sheetAttributes: WITH_X14,
    afterData: controls(control(1025, 'CommandButton1', 'rId2')),
    sheetRels: [{ id: 'rId1', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }, { id: 'rId2', type: 'control', target: '../activeX/activeX1.xml' }],
    defaults: { vml: VML_TYPE, bin: 'application/vnd.ms-office.activeX' },
    parts: [
      { path: 'xl/drawings/vmlDrawing1.vml', content: vml(button('_x0000_s1025', 'Pict')) },
      { path: 'xl/activeX/activeX1.xml', content: `${XML}<ax:ocx xmlns:ax="${MS}/2006/activeX" xmlns:r="${DOC}" ax:classid="{D7053240-CE69-11CD-A777-00DD01143C57}" ax:persistence="persistStreamInit" r:id="rId1"/>`, type: 'application/vnd.ms-office.activeX+xml', rels: [{ id: 'rId1', type: `${MS}/2006/relationships/activeXControlBinary`, target: 'activeX1.bin' }] },
      { path: 'xl/activeX/activeX1.bin', content: blob(300, 7) },
    ],
  });
}

function ole(): CorpusFile {
  const inner = book('inner.xlsx', {}).bytes;
  return book('ole-embedding.xlsx', {
    sheetAttributes: WITH_X14,
    afterData: '<legacyDrawing r:id="rId1"/><oleObjects><oleObject progId="Paint.Picture" shapeId="1025" r:id="rId2"/><oleObject progId="Excel.Sheet.12" shapeId="1026" r:id="rId3"/></oleObjects>',
    sheetRels: [{ id: 'rId1', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }, { id: 'rId2', type: 'oleObject', target: '../embeddings/oleObject1.bin' }, { id: 'rId3', type: 'package', target: '../embeddings/Microsoft_Excel_Sheet1.xlsx' }],
    defaults: { vml: VML_TYPE, bin: 'application/vnd.openxmlformats-officedocument.oleObject', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', png: 'image/png' },
    parts: [
      { path: 'xl/drawings/vmlDrawing1.vml', content: vml(button('_x0000_s1025', 'Pict') + button('_x0000_s1026', 'Pict')), rels: [{ id: 'rId1', type: 'image', target: '../media/image1.png' }] },
      { path: 'xl/embeddings/oleObject1.bin', content: blob(900, 11) }, { path: 'xl/embeddings/Microsoft_Excel_Sheet1.xlsx', content: inner }, { path: 'xl/media/image1.png', content: PIXEL },
    ],
  });
}

function chartsheet(): CorpusFile {
  return book('chartsheet-between.xlsx', {
    moreSheets: '<sheet name="图" sheetId="9" r:id="rId9"/><sheet name="后" sheetId="4" state="hidden" r:id="rId10"/>',
    afterSheets: '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">后!$A$1:$B$2</definedName></definedNames>',
    workbookRels: [{ id: 'rId9', type: 'chartsheet', target: 'chartsheets/sheet1.xml' }, { id: 'rId10', type: 'worksheet', target: 'worksheets/sheet2.xml' }],
    parts: [
      { path: 'xl/chartsheets/sheet1.xml', content: `${XML}<chartsheet xmlns="${MAIN}" xmlns:r="${DOC}"><sheetPr/><sheetViews><sheetView workbookViewId="0"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></chartsheet>`, type: type('chartsheet'), rels: [{ id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }] },
      { path: 'xl/drawings/drawing1.xml', content: drawing(`<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${chartFrame(2, '图表', 'rId1')}<xdr:clientData/></xdr:absoluteAnchor>`), type: DRAWING_TYPE, rels: [{ id: 'rId1', type: 'chart', target: '../charts/chart1.xml' }] },
      { path: 'xl/charts/chart1.xml', content: PLAIN_CHART, type: CHART_TYPE }, { path: 'xl/worksheets/sheet2.xml', content: SMALL_SHEET, type: type('worksheet') },
    ],
  });
}

/** Drawing parts with names and places that follow no custom, an empty drawing among them. */
function emptyDrawing(): CorpusFile {
  return book('empty-drawing-odd-names.xlsx', {
    rows: LIST_ROWS, afterData: '<drawing r:id="zeichnung"/>',
    sheetRels: [{ id: 'zeichnung', type: 'drawing', target: '/bilder/drawing1.xml' }],
    parts: [{ path: 'bilder/drawing1.xml', content: drawing(''), type: DRAWING_TYPE }],
    replace: { 'bilder/_rels/drawing1.xml.rels': relations([]) },
  });
}

export function drawnFiles(): readonly CorpusFile[] {
  return [chartWithParts(), chartEx(), shapesAndPictures(), smartArt(), ink(), formControls(), activeX(), ole(), chartsheet(), emptyDrawing()];
}
