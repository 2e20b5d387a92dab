/**
 * What is used of Office.js, as structural types: one line per member, the requirement set beside it. Everything up to
 * ExcelApi 1.9 is there wherever the add-in loads (the floor of the manifest); members of later sets are optional here and
 * are asked for with `supports` first.
 */

/** A cell as the API takes and gives it; `null` in a matrix that is written leaves its cell as it is. */
export type Raw = string | number | boolean | null;
export type Matrix = readonly (readonly Raw[])[];

export interface Loadable {
  load(names: string): unknown; // 1.1
}

/** Handlers of an event; what `add` gives back is removed in a batch of its own context. */
export interface EventsApi<T> {
  add(handler: (event: T) => Promise<unknown>): HandlerApi; // 1.7
}

export interface HandlerApi {
  readonly context: Context;
  remove(): void;
}

/** What changed, as far as Excel says: a hint. */
export interface ChangedEvent {
  readonly worksheetId: string; // 1.7
  readonly address?: string; // 1.7
  readonly changeType?: string; // 1.7
  readonly triggerSource?: string; // 1.14
}

export interface Result<T> {
  readonly value: T;
}

export interface Collection<T> extends Loadable {
  readonly items: readonly T[]; // 1.1
}

export interface BorderApi {
  style: string; // 1.1
  color: string; // 1.1
  weight?: string; // 1.1
}

export interface FormatApi extends Loadable {
  readonly fill: { color: string; clear(): void }; // 1.1
  readonly font: { name: string; size: number; bold: boolean; italic: boolean; underline: string; color: string }; // 1.1
  readonly borders: { getItem(index: string): BorderApi }; // 1.1
  readonly protection: Loadable & { locked: boolean | null }; // 1.2
  horizontalAlignment: string; // 1.1
  verticalAlignment: string; // 1.1
  wrapText: boolean; // 1.1
  rowHeight: number; // 1.2, points
  columnWidth: number; // 1.2, points
}

export interface ValidationApi extends Loadable {
  rule: Readonly<Record<string, unknown>>; // 1.8
  errorAlert: Readonly<Record<string, unknown>>; // 1.8
  prompt: Readonly<Record<string, unknown>>; // 1.8
  ignoreBlanks: boolean; // 1.8
  readonly type: string; // 1.8
  clear(): void; // 1.8
}

export interface ConditionalFormatApi extends Loadable {
  readonly id: string; // 1.6
  readonly type: string; // 1.6
  readonly custom: {
    readonly rule: Loadable & { formula: string }; // 1.6
    readonly format: {
      readonly font: { color: string; bold: boolean }; // 1.6
      readonly fill: { color: string }; // 1.6
      readonly borders: { getItem(index: string): BorderApi }; // 1.6
    };
  };
  getRanges(): AreasApi; // 1.9
  delete(): void; // 1.6
}

export interface ConditionalFormatsApi extends Collection<ConditionalFormatApi> {
  add(type: string): ConditionalFormatApi; // 1.6
  getItem(id: string): ConditionalFormatApi; // 1.6
  clearAll(): void; // 1.6
}

interface RangeLike extends Loadable {
  readonly isNullObject: boolean; // 1.4
  readonly address: string; // 1.1
  readonly format: FormatApi; // 1.1
  readonly dataValidation: ValidationApi; // 1.8
  readonly conditionalFormats: ConditionalFormatsApi; // 1.6
  clear(what: string): void; // 1.1
}

export interface AreasApi extends RangeLike {
  readonly areas: Collection<RangeApi>; // 1.9
}

export interface RangeApi extends RangeLike {
  values: Matrix | null; // 1.1; null where the answer would be too large
  formulas: Matrix | null; // 1.1
  numberFormat: Matrix | string | null; // 1.1; a single text holds for all cells
  hyperlink: Readonly<Record<string, string>>; // 1.7
  readonly valueTypes: readonly (readonly string[])[] | null; // 1.1
  readonly rowIndex: number; // 1.1
  readonly columnIndex: number; // 1.1
  readonly rowCount: number; // 1.1
  readonly columnCount: number; // 1.1
  readonly rowHidden: boolean | null; // 1.2; null where some are
  columnHidden: boolean | null; // 1.2
  merge(across?: boolean): void; // 1.2
  unmerge(): void; // 1.2
  select(): void; // 1.1
  copyFrom(source: RangeApi, what: string): void; // 1.9
  getSpecialCellsOrNullObject(type: string): AreasApi; // 1.9
  getUsedRangeOrNullObject(valuesOnly: boolean): RangeApi; // 1.4
  getRowProperties(what: unknown): Result<readonly { readonly rowHidden?: boolean }[]>; // 1.9
  getColumnProperties(what: unknown): Result<readonly { readonly columnHidden?: boolean }[]>; // 1.9
  getCellProperties(what: unknown): Result<readonly (readonly unknown[])[]>; // 1.9
  setCellProperties(properties: readonly (readonly unknown[])[]): void; // 1.9
  getMergedAreasOrNullObject?(): AreasApi; // 1.13
}

export interface TableApi extends Loadable {
  readonly id: string; // 1.1
  name: string; // 1.1
  style: string; // 1.1
  readonly autoFilter: Loadable & { readonly isDataFiltered: boolean }; // 1.9
  getRange(): RangeApi; // 1.1
  delete(): void; // 1.1
  resize?(ref: string): void; // 1.13
}

export interface ProtectionApi extends Loadable {
  readonly protected: boolean; // 1.2
  readonly options: Readonly<Record<string, unknown>>; // 1.2
  protect(options: Readonly<Record<string, unknown>>): void; // 1.2
  unprotect(): void; // 1.2
}

export interface PageLayoutApi {
  orientation: string; // 1.9
  paperSize: string; // 1.9
  centerHorizontally: boolean; // 1.9
  zoom: Readonly<Record<string, number>>; // 1.9
  readonly headersFooters: { readonly defaultForAllPages: { leftFooter: string; centerFooter: string } }; // 1.9
  setPrintMargins(unit: string, margins: Readonly<Record<string, number>>): void; // 1.9
  setPrintArea(ref: string): void; // 1.9
  setPrintTitleRows(ref: string): void; // 1.9
}

export interface ChartAxisApi {
  readonly title: { text: string; visible: boolean }; // 1.1
  minimum: number; // 1.1
  maximum: number; // 1.1
  numberFormat: string; // 1.8
  categoryType: string; // 1.7
  baseTimeUnit: string; // 1.7
  majorTimeUnitScale: string; // 1.7
  majorUnit: number; // 1.1
  tickLabelSpacing: number; // 1.7
  tickLabelPosition: string; // 1.7
  majorTickMark: string; // 1.7
}

export interface ChartPointApi {
  hasDataLabel: boolean; // 1.7
  readonly dataLabel: { showSeriesName: boolean; showValue: boolean; position: string }; // 1.7
  readonly format: { readonly fill: { setSolidColor(colour: string): void } }; // 1.1
}

export interface ChartSeriesApi extends Loadable {
  name: string; // 1.1
  chartType: string; // 1.7
  axisGroup: string; // 1.8
  hasDataLabels: boolean; // 1.7
  gapWidth: number; // 1.7
  overlap: number; // 1.8
  markerStyle: string; // 1.7
  markerSize: number; // 1.7
  markerBackgroundColor: string; // 1.7
  markerForegroundColor: string; // 1.7
  readonly format: { readonly line: { color: string; lineStyle: string; weight: number }; readonly fill: { setSolidColor(colour: string): void; clear(): void } }; // 1.1, lineStyle and weight 1.7
  readonly dataLabels: { position: string; numberFormat: string }; // 1.8
  readonly points: { getItemAt(index: number): ChartPointApi }; // 1.1
  setValues(range: RangeApi): void; // 1.7
  setXAxisValues(range: RangeApi): void; // 1.7
  delete(): void; // 1.7
}

export interface ChartApi extends Loadable {
  name: string; // 1.1
  readonly isNullObject: boolean;
  readonly title: { text: string; visible: boolean; setFormula(formula: string): void }; // 1.1, setFormula 1.7
  readonly legend: { visible: boolean; position: string }; // 1.1
  displayBlanksAs: string; // 1.8
  readonly axes: { readonly categoryAxis: ChartAxisApi; readonly valueAxis: ChartAxisApi; getItem(type: string, group: string): ChartAxisApi }; // 1.1, getItem 1.7
  readonly series: { getItemAt(index: number): ChartSeriesApi; add(name: string): ChartSeriesApi }; // 1.1, add 1.7
  setPosition(first: string, last: string): void; // 1.1
  delete(): void; // 1.1
}

export interface SheetApi extends Loadable {
  readonly id: string; // 1.1
  readonly isNullObject: boolean; // 1.4
  name: string; // 1.1
  position: number; // 1.1
  visibility: string; // 1.1
  showGridlines: boolean; // 1.8
  readonly protection: ProtectionApi; // 1.2
  readonly tables: Collection<TableApi> & { add(ref: string, hasHeaders: boolean): TableApi; getItem(name: string): TableApi }; // 1.1
  readonly charts: Collection<ChartApi> & { add(type: string, source: RangeApi, by: string): ChartApi; getItem(name: string): ChartApi; getItemOrNullObject(name: string): ChartApi }; // 1.1, 1.4
  readonly pageLayout: PageLayoutApi; // 1.9
  readonly horizontalPageBreaks: { add(ref: string): unknown; removePageBreaks(): void }; // 1.9
  readonly freezePanes: { freezeAt(ref: string): void; freezeRows(count: number): void; freezeColumns(count: number): void; unfreeze(): void }; // 1.7
  readonly autoFilter: Loadable & { readonly isDataFiltered: boolean }; // 1.9
  getRange(ref?: string): RangeApi; // 1.1
  getRanges(refs: string): AreasApi; // 1.9
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeApi; // 1.7
  getUsedRangeOrNullObject(valuesOnly: boolean): RangeApi; // 1.4
  copy(place: string, beside: SheetApi): SheetApi; // 1.7
  activate(): void; // 1.1
  delete(): void; // 1.1
}

export interface NameApi extends Loadable {
  readonly isNullObject: boolean; // 1.4
  readonly name: string; // 1.1
  formula: string | number; // 1.7
  readonly scope: string; // 1.4
  delete(): void; // 1.4
}

export interface PropertyApi extends Loadable {
  readonly isNullObject: boolean; // 1.7
  readonly value: unknown; // 1.7
  delete(): void; // 1.7
}

export interface SheetsApi extends Collection<SheetApi> {
  readonly onChanged: EventsApi<ChangedEvent>; // 1.9
  readonly onAdded: EventsApi<ChangedEvent>; // 1.7
  readonly onDeleted: EventsApi<ChangedEvent>; // 1.7
  readonly onNameChanged?: EventsApi<ChangedEvent>; // 1.17
  add(name: string): SheetApi; // 1.1
  getItem(name: string): SheetApi; // 1.1
  getItemOrNullObject(name: string): SheetApi; // 1.4
}

export interface WorkbookApi extends Loadable {
  readonly name: string; // 1.7
  readonly readOnly: boolean; // 1.8
  readonly worksheets: SheetsApi; // 1.1
  getSelectedRange(): RangeApi; // 1.1
  readonly names: Collection<NameApi> & { add(name: string, formula: string): NameApi; getItemOrNullObject(name: string): NameApi }; // 1.4
  readonly application: { suspendApiCalculationUntilNextSync(): void }; // 1.6
  readonly properties: { readonly custom: { add(key: string, value: string): PropertyApi; getItemOrNullObject(key: string): PropertyApi } }; // 1.7
  readonly notes?: { add(cell: string, content: string): unknown }; // 1.18
}

export interface Context {
  readonly workbook: WorkbookApi;
  sync(): Promise<unknown>;
}

/** Runs a batch: `Excel.run` with its options, or that of a test. */
export type Run = <T>(batch: (context: Context) => Promise<T>) => Promise<T>;

export interface Excel {
  readonly run: Run;
  /** Whether this Excel has the requirement set, e.g. `1.13`. */
  readonly supports: (set: string) => boolean;
}
