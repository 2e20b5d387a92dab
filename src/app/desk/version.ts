/** A state of the workbook: its bytes, what was read from them, and what was computed of it so far. */
import type { WorkbookContent } from '../../core/model/content';
import type { WorkbookPatch } from '../../core/model/workbook-patch';
import { checkWorkbook } from '../check-workbook';
import type { WorkbookCheck } from '../compose-check';
import { buildWorkbook } from '../build-workbook';
import { inspectWorkbook } from '../inspect-workbook';
import { openWorkbook } from '../load-workbook';
import { measure, type Measurement } from '../measure';
import type { ByteSource, Call, DelimitedFormat, Gzip, Identity, OpenWorkbook, ReadableWorkbook, WorkbookFormat } from '../ports';
import type { ContentReading } from '../read-content';
import type { Standard } from '../standard';

/** What is needed to read files that rows come from. */
export interface SourceHost {
  readonly xlsx: WorkbookFormat;
  readonly delimited: DelimitedFormat;
  readonly identity: Identity;
  readonly gzip: Gzip;
  /** The bytes of a file; `name` is for messages. */
  source(file: Blob, name: string): ByteSource;
}

/** What the desk needs of the place it stands in. */
export interface DeskHost extends SourceHost {
  /** Keeps the pieces where they can be read again. */
  keep(pieces: AsyncIterable<Uint8Array>): Promise<Blob>;
}

export interface Version {
  readonly workbook: ReadableWorkbook;
  readonly reading: ContentReading;
  measurement(): Measurement;
  /** Rules of content and what editors did to the sheets. Throws `HostError` when a sheet is damaged. */
  check(call?: Call): Promise<WorkbookCheck>;
}

export interface FileVersion extends Version {
  readonly file: Blob;
  readonly workbook: OpenWorkbook;
}

/** What a change comes to; `content` is what it leaves, null where the file has to be read to know. */
export interface Changed {
  readonly patch: WorkbookPatch;
  readonly content: WorkbookContent | null;
  readonly measurement?: Measurement;
}

/** Opens and reads the whole of it. Throws `HostError`. */
export async function readVersion(file: Blob, name: string, host: DeskHost, standard: Standard, { signal, progress }: Call = {}): Promise<FileVersion> {
  const { workbook, ...reading } = await openWorkbook(host.source(file, name), host.xlsx, standard, {
    ...(signal === undefined ? {} : { signal }),
    ...(progress === undefined ? {} : { progress: (part) => progress.report('read', Math.round(part * 100), 100) }),
  });
  return versionOf(file, workbook, reading, standard);
}

export function versionOf(file: Blob, workbook: OpenWorkbook, reading: ContentReading, standard: Standard, measured?: Measurement): FileVersion {
  let measurement = measured;
  let check: Promise<WorkbookCheck> | undefined;
  const measurementOf = (): Measurement => (measurement ??= measure(reading.content));

  async function checked({ progress }: Call): Promise<WorkbookCheck> {
    progress?.report('measure', 0, 0);
    const { results, changes } = measurementOf();
    progress?.report('check', 0, 0);
    const readIssues = await inspectWorkbook(workbook, reading, standard, buildWorkbook(reading.content, standard, measurementOf()));
    return checkWorkbook({ content: reading.content, readIssues, places: reading.places, sheetNames: workbook.sheetNames, signed: reading.signed, results, changes }, standard);
  }

  return {
    file, workbook, reading,
    measurement: measurementOf,
    // Whoever asks while it goes on waits for the same one; after a failure it is tried anew.
    check: (call = {}) => (check ??= checked(call).catch((error: unknown) => {
      check = undefined;
      throw error;
    })),
  };
}
