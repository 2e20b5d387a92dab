/**
 * What WPS Office (表格) is known to put into a workbook that it saves, from files and code that speak of it in public:
 * - `docProps/app.xml` names the application `WPS 表格` (a captured file in a test of the Rust library ooxml), its English
 *   version `WPS Spreadsheets`; `docProps/custom.xml` holds KSOProductBuildVer, ICV and, from version 12 on,
 *   CalculationRule (templates saved by WPS in several repositories);
 * - `fileVersion` says lastEdited 3, lowestEdited 5, rupBuild 9302 (the same templates);
 * - worksheets declare the namespaces xdr, x14, mc and `etc` = http://www.wps.cn/officeDocument/2017/etCustomData, begin with
 *   `sheetPr` and `dimension`, rows have `spans`, every text is a shared string;
 * - filters carry `etc:filterBottomFollowUsedRange`, which is not in the schema (an issue of a schema validator says so);
 * - pictures in cells: formulas `_xlfn.DISPIMG("ID_…",1)` with the text `=DISPIMG("ID_…",1)` as their value, the part
 *   `xl/cellimages.xml`, related by http://www.wps.cn/officeDocument/2020/cellImage (excelize, hucre #184, exceljs #2786);
 * - `customXml/item1.xml` with `allowEditUser` of https://web.wps.cn/et/2018/main once a file was shared.
 * No WPS was at hand: this imitates those habits, it does not prove that there are no others.
 */
export const ETC = 'http://www.wps.cn/officeDocument/2017/etCustomData';
export const CELL_IMAGE = { relationship: 'http://www.wps.cn/officeDocument/2020/cellImage', contentType: 'application/vnd.wps-officedocument.cellimage+xml' };
export const IMAGE_ID = 'ID_61D876205F66486D86027D500BCA1C31';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const VT = `xmlns:vt="${OFFICE}/docPropsVTypes"`;
const DRAWING = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

export function appXml(sheetNames: readonly string[]): string {
  return `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties" ${VT}><Application>WPS 表格</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>${sheetNames.length}</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${sheetNames.length}" baseType="lpstr">${sheetNames.map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts></Properties>`;
}

export function customXml(): string {
  const property = (pid: number, name: string, value: string): string => `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}">${value}</property>`;
  return `${DECLARATION}<Properties xmlns="${OFFICE}/custom-properties" ${VT}>${property(2, 'KSOProductBuildVer', '<vt:lpwstr>2052-12.1.0.26895</vt:lpwstr>')}${property(3, 'ICV', '<vt:lpwstr>3D3104DE13954D2088C3AB089CA30F63_12</vt:lpwstr>')}${property(4, 'CalculationRule', '<vt:i4>0</vt:i4>')}</Properties>`;
}

/** The part with the pictures of cells, its relationships, the picture. */
export function cellImageParts(): Readonly<Record<string, string | Uint8Array>> {
  return {
    'xl/cellimages.xml': `${DECLARATION}<etc:cellImages ${DRAWING} xmlns:r="${OFFICE}/relationships" xmlns:etc="${ETC}"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${IMAGE_ID}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1149350" cy="1149350"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic></etc:cellImage></etc:cellImages>`,
    'xl/_rels/cellimages.xml.rels': `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/image" Target="media/image1.png"/></Relationships>`,
    'xl/media/image1.png': Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')),
  };
}

/** Who may edit what, kept with the file once it was shared. */
export function sharedParts(): Readonly<Record<string, string>> {
  return {
    'customXml/item1.xml': `${DECLARATION}<allowEditUser xmlns="https://web.wps.cn/et/2018/main" xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main" hasInvisiblePropRange="0"><rangeList sheetStid="2" master="" otherUserPermission="visible"/></allowEditUser>`,
    'customXml/itemProps1.xml': `${DECLARATION}<ds:datastoreItem ds:itemID="{06C82605-B75B-4693-9329-32AAD527C692}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  };
}
