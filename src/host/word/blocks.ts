/** Blocks of a document -> paragraphs and tables of Word. */
import {
  AlignmentType, BorderStyle, HeadingLevel, ImageRun, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType,
} from 'docx';
import type { DocumentBlock, PictureBlock, TableBlock, TableColumn } from '../../core/model/document';
import { COLOURS, DXA_PER_MM, STYLE, TEXT_HEIGHT, TEXT_WIDTH } from './look';
import { lineOf, linesOf } from './safe-text';

const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const;
const ALIGNMENTS = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const MM_PER_INCH = 25.4;
const PIXELS_PER_INCH = 96;
/** A picture leaves room for its caption and for the paragraph before it. */
const MOST_OF_PAGE = 0.4;

export function blockElements(blocks: readonly DocumentBlock[]): readonly (Paragraph | Table)[] {
  let pictures = 0;
  return blocks.flatMap((block): readonly (Paragraph | Table)[] => {
    switch (block.type) {
      case 'heading':
        return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(lineOf(block.text))] })];
      case 'paragraph':
        return linesOf(block.text)
          .filter((line, index) => line.trim() !== '' || (index === 0 && block.lead !== undefined))
          .map((line, index) => new Paragraph({ style: STYLE[block.look], widowControl: true, children: [...(index === 0 && block.lead !== undefined ? [new TextRun({ text: lineOf(block.lead), bold: true })] : []), new TextRun(line)] }));
      case 'table':
        return table(block);
      case 'picture':
        return picture(block, ++pictures);
    }
  });
}

const EDGE = { style: BorderStyle.SINGLE, size: 8, color: COLOURS.accent };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.rule };

function table({ caption, columns, rows }: TableBlock): readonly (Paragraph | Table)[] {
  const widths = columnWidths(columns);
  const row = (cells: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: columns.map((column, c) => cell(cells[c] ?? '', column, widths[c] ?? 0, header)),
    });
  return [
    ...(caption === '' ? [] : [new Paragraph({ style: STYLE.caption, children: [new TextRun(lineOf(caption))] })]),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      alignment: AlignmentType.CENTER,
      borders: { top: EDGE, bottom: EDGE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
      rows: [row(columns.map(({ header }) => header), true), ...rows.map((cells) => row(cells, false))],
    }),
    // Word joins tables that follow each other without a paragraph between them.
    new Paragraph({ style: STYLE.gap, children: [] }),
  ];
}

function cell(text: string, column: TableColumn, width: number, header: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: COLOURS.band, color: 'auto' } } : {}),
    children: linesOf(text).map((line) =>
      new Paragraph({ style: header ? STYLE.header : STYLE.cell, ...(header ? {} : { alignment: ALIGNMENTS[column.align] }), children: [new TextRun(line)] })),
  });
}

/** Whole numbers that add up to the width of the text. */
function columnWidths(columns: readonly TableColumn[]): readonly number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let before = 0;
  let at = 0;
  return columns.map(({ share }) => {
    before += share;
    const end = Math.round((before / shares) * TEXT_WIDTH);
    const width = end - at;
    at = end;
    return width;
  });
}

function picture(block: PictureBlock, number: number): readonly Paragraph[] {
  const scale = Math.min(1, TEXT_WIDTH / DXA_PER_MM / block.width, ((TEXT_HEIGHT / DXA_PER_MM) * MOST_OF_PAGE) / block.height);
  const pixels = (mm: number): number => Math.round((mm * scale * PIXELS_PER_INCH) / MM_PER_INCH);
  return [
    new Paragraph({
      style: STYLE.picture,
      children: [
        new ImageRun({
          type: 'png',
          data: block.png,
          transformation: { width: pixels(block.width), height: pixels(block.height) },
          // Numbered here: the library counts over all documents that it ever made.
          altText: { id: String(number), name: `图 ${number}`, title: lineOf(block.caption), description: lineOf(block.description) },
        }),
      ],
    }),
    new Paragraph({ style: STYLE.caption, keepNext: false, children: [new TextRun(lineOf(block.caption))] }),
  ];
}
