/** Composition root of the worker: the desk over files, away from the page. */
import { createDesk } from '../app/desk/create-desk';
import { loadStandard } from '../app/standard';
import { decodeCsv } from '../host/csv/decode-csv';
import { blobOf, blobSource } from '../host/web/blob-source';
import type { Port } from '../host/web/messages';
import { webIdentity } from '../host/web/identity';
import { serve } from '../host/web/serve';
import { createXlsxFormat } from '../host/xlsx/format';
import { portableGzip } from '../host/xlsx/package/portable-gzip';

const desk = createDesk({ xlsx: createXlsxFormat(), delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, keep: blobOf, identity: webIdentity, gzip: portableGzip }, loadStandard());

// The global of a worker; the project's types are those of a page.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion
serve({ ...desk }, globalThis as unknown as Port);
