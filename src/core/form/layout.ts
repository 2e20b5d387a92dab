/**
 * Lays a form out: row 1 link and clause, row 2 title, row 3 how to fill, then the sections one below the other.
 * A pure function of the declaration (and of the workbook's metrics and sheets), so that the places of the fields never
 * depend on what was typed.
 */
import { quoteSheet } from '../model/address';
import type { ContentsSection, FormDef, FormSection, FormWording, HeadingSection, TextSection } from '../model/form-def';
import { layoutGrid } from './layout-grid';
import { layoutRows } from './layout-rows';
import type { LayoutContext, Sink } from './layout-sink';
import { createSink } from './layout-sink';
import type { PlacedForm } from './placed';

const FIRST_SECTION_ROW = 4;

export function layoutForm(def: FormDef, context: LayoutContext): PlacedForm {
  const sink = createSink(def, context);
  head(def, context.wording, sink);
  sink.row = FIRST_SECTION_ROW;
  for (const section of def.sections) layoutSection(section, sink);
  return sink.done();
}

function head(def: FormDef, wording: FormWording, sink: Sink): void {
  const width = def.printColumns;
  const isHome = def.key === sink.context.homeKey;
  if (!isHome) {
    sink.put({ row: 1, column: 1, rowSpan: 1, columnSpan: 1, style: 'link' }, { type: 'text', text: wording.backHome, link: `${quoteSheet(sink.context.homeSheet)}!A1` });
  }
  sink.put(
    { row: 1, column: isHome ? 1 : 2, rowSpan: 1, columnSpan: isHome ? width : width - 1, style: 'clause' },
    { type: 'text', text: `${wording.standard} ${def.clause}`.trim() },
  );
  sink.put({ row: 2, column: 1, rowSpan: 1, columnSpan: width, style: 'title' }, { type: 'text', text: def.title });
  sink.put({ row: 3, column: 1, rowSpan: 1, columnSpan: width, style: 'howTo' }, { type: 'text', text: def.howTo });
  if (def.repeatTitle === true) sink.repeat('1:3');
  sink.height(1, 18);
  sink.height(2, 34);
}

function layoutSection(section: FormSection, sink: Sink): void {
  switch (section.type) {
    case 'grid':
      return layoutGrid(section, sink);
    case 'rows':
      return layoutRows(section, sink);
    case 'heading':
      return heading(section, sink);
    case 'text':
      return lines(section, sink);
    case 'contents':
      return contents(section, sink);
  }
}

function heading(section: HeadingSection, sink: Sink): void {
  if (section.breakBefore === true) sink.breakAfter(sink.row - 1);
  sink.put({ row: sink.row, column: 1, rowSpan: 1, columnSpan: sink.def.printColumns, style: 'section' }, { type: 'text', text: section.text });
  sink.height(sink.row, 26);
  sink.row++;
}

function lines(section: TextSection, sink: Sink): void {
  for (const text of section.lines) {
    sink.put({ row: sink.row, column: 1, rowSpan: 1, columnSpan: sink.def.printColumns, style: section.style }, { type: 'text', text });
    sink.row++;
  }
}

/** Two columns of links: the forms to the left, the data to the right. */
function contents(section: ContentsSection, sink: Sink): void {
  const half = Math.floor(sink.def.printColumns / 2);
  const sides = [
    { heading: section.headings.forms, at: 1, span: half, sheets: sink.context.sheets.filter((s) => !s.data) },
    { heading: section.headings.data, at: half + 1, span: sink.def.printColumns - half, sheets: sink.context.sheets.filter((s) => s.data) },
  ];
  const top = sink.row;
  for (const side of sides) {
    sink.put({ row: top, column: side.at, rowSpan: 1, columnSpan: side.span, style: 'header' }, { type: 'text', text: side.heading });
    side.sheets.forEach((sheet, index) => {
      const row = top + 1 + index;
      sink.put({ row, column: side.at, rowSpan: 1, columnSpan: 2, style: 'link' }, { type: 'text', text: sheet.name, link: `${quoteSheet(sheet.name)}!A1` });
      sink.put({ row, column: side.at + 2, rowSpan: 1, columnSpan: side.span - 2, style: 'note' }, { type: 'text', text: sheet.about });
      sink.height(row, 19);
    });
  }
  sink.row = top + 1 + Math.max(...sides.map((s) => s.sheets.length));
}
