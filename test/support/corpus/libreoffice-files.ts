/** Workbooks made by LibreOffice: built in Basic, all in one start, and files of other programs that it saved anew. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { convert, editWithBasic } from '../libreoffice';
import { book } from './by-hand/book';
import type { CorpusFile } from './corpus-file';

/** Every file begins with the list on the sheet `清单`, A1:C6. */
const PRELUDE = (folder: string): string => `
Dim hidden(0) As New com.sun.star.beans.PropertyValue
Dim kind(0) As New com.sun.star.beans.PropertyValue
Dim rect As New com.sun.star.awt.Rectangle
Dim address(0) As New com.sun.star.table.CellRangeAddress
Dim place As New com.sun.star.awt.Size
Dim spot As New com.sun.star.awt.Point
Dim cond(3) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden" : hidden(0).Value = True
kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
names = Array("charts", "notes-shapes", "pivot", "controls", "filter-formats", "print-scenario-outline")
For n = 0 To UBound(names)
  other = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden())
  s = other.Sheets.getByIndex(0)
  s.Name = "清单"
  s.getCellByPosition(0, 0).String = "编号" : s.getCellByPosition(1, 0).String = "数量" : s.getCellByPosition(2, 0).String = "类"
  For r = 1 To 5
    s.getCellByPosition(0, r).String = "甲" & r : s.getCellByPosition(1, r).Value = r * 2.5 : s.getCellByPosition(2, r).String = "类" & (r Mod 2)
  Next r
  s.getCellByPosition(4, 0).Formula = "=SUM(B2:B6)"
  Select Case n
${CASES()}
  End Select
  other.storeToURL("${pathToFileURL(folder).href}/" & names(n) & ".xlsx", kind())
  other.close(True)
Next n`;

function CASES(): string {
  const chart = (name: string, y: number, service: string, more = ''): string => `
    rect.X = 12000 : rect.Y = ${y} : rect.Width = 8000 : rect.Height = 5000
    address(0).StartColumn = 0 : address(0).EndColumn = 1 : address(0).EndRow = 5
    s.Charts.addNewByName("${name}", rect, address(), True, True)
    c = s.Charts.getByName("${name}").EmbeddedObject
    c.Diagram = c.createInstance("com.sun.star.chart.${service}")
    c.HasMainTitle = True : c.Title.String = "${name}" ${more}`;
  return [
    `${chart('柱', 0, 'BarDiagram')}${chart('线', 6000, 'LineDiagram')}${chart('饼', 12_000, 'PieDiagram')}${chart('网', 18_000, 'NetDiagram')}`,
    `
    s.Annotations.insertNew(s.getCellByPosition(0, 1).CellAddress, "批注一")
    s.Annotations.insertNew(s.getCellByPosition(1, 2).CellAddress, "批注二")
    page = other.DrawPages.getByIndex(0)
    For k = 0 To 2
      sh = other.createInstance(Array("com.sun.star.drawing.RectangleShape", "com.sun.star.drawing.EllipseShape", "com.sun.star.drawing.LineShape")(k))
      page.add(sh)
      place.Width = 3000 : place.Height = 2000 : sh.setSize(place)
      spot.X = 12000 : spot.Y = 1000 + k * 3000 : sh.setPosition(spot)
      If k < 2 Then sh.String = "文 " & k
    Next k
    s.getCellRangeByName("G10:H11").merge(True)
    s.getCellByPosition(0, 2).CharWeight = 150 : s.getCellByPosition(0, 3).CellBackColor = RGB(255, 200, 0)`,
    `
    t = s.DataPilotTables.createDataPilotDescriptor()
    src = s.getCellRangeByName("A1:C6").RangeAddress
    t.setSourceRange(src)
    t.DataPilotFields.getByIndex(2).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.ROW
    t.DataPilotFields.getByIndex(1).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.DATA
    other.Sheets.insertNewByName("透视", 1)
    p = other.Sheets.getByIndex(1)
    p.DataPilotTables.insertNewByName("透视1", p.getCellByPosition(0, 0).CellAddress, t)`,
    `
    page = other.DrawPages.getByIndex(0)
    For k = 0 To 1
      sh = other.createInstance("com.sun.star.drawing.ControlShape")
      place.Width = 3000 : place.Height = 800 : sh.setSize(place)
      spot.X = 12000 : spot.Y = 1000 + k * 2000 : sh.setPosition(spot)
      m = other.createInstance(Array("com.sun.star.form.component.CheckBox", "com.sun.star.form.component.CommandButton")(k))
      m.Label = "控件" & k
      sh.Control = m
      page.add(sh)
    Next k`,
    `
    f = other.DatabaseRanges
    f.addNewByName("区", s.getCellRangeByName("A1:C6").RangeAddress)
    f.getByName("区").AutoFilter = True
    rg = s.getCellRangeByName("B2:B6")
    e = rg.ConditionalFormat
    cond(0).Name = "Operator" : cond(0).Value = com.sun.star.sheet.ConditionOperator.GREATER
    cond(1).Name = "Formula1" : cond(1).Value = "5"
    cond(2).Name = "StyleName" : cond(2).Value = "Good"
    cond(3).Name = "Formula2" : cond(3).Value = ""
    e.addNew(cond()) : rg.ConditionalFormat = e
    v = rg.Validation
    v.Type = com.sun.star.sheet.ValidationType.DECIMAL : v.setOperator(com.sun.star.sheet.ConditionOperator.BETWEEN) : v.setFormula1("0") : v.setFormula2("99")
    rg.Validation = v
    other.NamedRanges.addNewByName("名", "$清单.$A$2:$A$6", s.getCellByPosition(0, 0).CellAddress, 0)
    s.getCellByPosition(6, 0).setFormula("=HYPERLINK(""https://example.com/"";""链"")")
    s.getCellRangeByName("G2:G4").setArrayFormula("=B2:B4*2")`,
    `
    st = other.StyleFamilies.getByName("PageStyles").getByName(s.PageStyle)
    st.HeaderIsOn = True : h = st.RightPageHeaderContent : h.CenterText.String = "页眉" : st.RightPageHeaderContent = h
    st.IsLandscape = True
    s.setPrintAreas(Array(s.getCellRangeByName("A1:C6").RangeAddress))
    s.setPrintTitleRows(True) : s.setTitleRows(s.getCellRangeByName("A1:C1").RangeAddress)
    s.Scenarios.addNewByName("情景", Array(s.getCellRangeByName("B2:B3").RangeAddress), "说明")
    s.group(s.getCellRangeByName("A3:A5").RangeAddress, com.sun.star.table.TableOrientation.ROWS)
    s.Columns.getByIndex(0).Width = 6000 : s.Columns.getByIndex(3).IsVisible = False
    s.Rows.getByIndex(7).IsStartOfNewPage = True
    other.CurrentController.freezeAtPosition(1, 1)
    s.protect("")`,
  ].map((body, i) => `  Case ${i}${body}`).join('\n');
}

/** `others` are files that LibreOffice opens and saves under its own habits. */
export async function libreofficeFiles(others: readonly CorpusFile[]): Promise<readonly CorpusFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhisheng-corpus-'));
  try {
    await editWithBasic(book('start.xlsx', {}).bytes, PRELUDE(folder));
    const built = (await readdir(folder)).sort();
    const own = await Promise.all(built.map(async (name) => ({ name: `libreoffice-${name}`, madeBy: 'LibreOffice' as const, bytes: new Uint8Array(await readFile(join(folder, name))) })));
    const saved = await convert(others.map(({ bytes }) => bytes), 'xlsx:Calc MS Excel 2007 XML');
    return [...own, ...saved.map((bytes, i) => ({ name: `libreoffice-saved-${(others[i]?.name ?? '').replace(/m$/, 'x')}`, madeBy: 'LibreOffice' as const, bytes: new Uint8Array(bytes) }))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
