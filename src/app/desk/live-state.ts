/**
 * A workbook that is open in a spreadsheet program as it was last read, and the check that goes along with every edit. A live
 * resource: `take` brings it up to date; figures are computed when they are asked for.
 */
import type { Issue } from '../../core/issue/issue';
import type { WorkbookContent } from '../../core/model/content';
import { buildWorkbook } from '../build-workbook';
import type { WorkbookCheck } from '../compose-check';
import { inspectWorkbook } from '../inspect-workbook';
import { LiveCheck } from '../live-check';
import { measure, type Measurement } from '../measure';
import type { Call, ChangeHint, LiveWorkbook } from '../ports';
import type { ContentReading } from '../read-content';
import type { Standard } from '../standard';
import { takeChanges } from './take-changes';

/** With more rows the check keeps to the figures of last time until they are asked for. */
const MEASURED_ALONG = 100_000;

export class LiveState {
  #workbook: LiveWorkbook;
  readonly #standard: Standard;
  #reading: ContentReading;
  /** Of the content as it is, where `#fresh`; else of an earlier one. */
  #measured: Measurement | null = null;
  #fresh = false;
  #live: LiveCheck | null = null;
  /** What editors did to the sheets, where that was looked at. */
  #inspected: readonly Issue[] | null = null;

  constructor(workbook: LiveWorkbook, reading: ContentReading, standard: Standard) {
    this.#workbook = workbook;
    this.#reading = reading;
    this.#standard = standard;
  }

  get workbook(): LiveWorkbook {
    return this.#workbook;
  }

  get reading(): ContentReading {
    return this.#reading;
  }

  measurement(): Measurement {
    if (this.#measured === null || !this.#fresh) this.#measured = measure(this.#reading.content);
    this.#fresh = true;
    return this.#measured;
  }

  /** Forms and rows; what editors did to the sheets too, once `inspect` was asked for. */
  check(): WorkbookCheck {
    const { results, changes } = this.#measured === null || this.#rows() <= MEASURED_ALONG ? this.measurement() : this.#measured;
    this.#live ??= new LiveCheck({ content: this.#reading.content, readIssues: this.#inspected ?? this.#reading.issues, places: this.#reading.places, sheetNames: this.workbook.sheetNames, signed: this.#reading.signed, results, changes }, this.#standard);
    return this.#live.check(results, changes);
  }

  /** Every generated sheet held against what it should be. Throws `HostError` when a sheet cannot be read. */
  async inspect({ progress }: Call = {}): Promise<void> {
    progress?.report('check', 0, 0);
    this.#inspected = await inspectWorkbook(this.#workbook, this.#reading, this.#standard, buildWorkbook(this.#reading.content, this.#standard, this.measurement()));
    this.#live = null;
  }

  /** The workbook with the names that it has now. */
  over(workbook: LiveWorkbook): void {
    this.#workbook = workbook;
  }

  /** Content that was just written. */
  wrote(content: WorkbookContent, measurement?: Measurement): void {
    this.#reading = { ...this.#reading, content };
    this.#measured = measurement ?? this.#measured;
    this.#fresh = measurement !== undefined;
    this.#live = null;
  }

  /** True where something that is read is other than it was. Throws what reading throws. */
  async take(hints: readonly ChangeHint[]): Promise<boolean> {
    const { reading, edits } = await takeChanges(this.#workbook, this.#reading, hints, this.#standard);
    this.#reading = reading;
    if (edits.length === 0) return false;
    this.#fresh = false;
    for (const edit of edits) {
      if (edit.kind === 'sheet') [this.#live, this.#inspected] = [null, null];
      else if (edit.kind === 'rows') this.#live?.editRows(edit.sheet, edit.block);
      else this.#live?.editFields(edit.form, edit.entries);
    }
    return true;
  }

  #rows(): number {
    return Object.values(this.#reading.content.rows).reduce((sum, blocks) => sum + blocks.reduce((rows, { length }) => rows + length, 0), 0);
  }
}
