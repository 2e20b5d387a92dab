/** Composition root of the worker in Excel: the desk over the open workbook, which only the page can reach. */
import { createLiveDesk } from '../app/desk/live-desk';
import { loadStandard } from '../app/standard';
import { decodeCsv } from '../host/csv/decode-csv';
import { blobSource } from '../host/web/blob-source';
import { connect } from '../host/web/connect';
import { webIdentity } from '../host/web/identity';
import type { Port } from '../host/web/messages';
import { serve } from '../host/web/serve';
import { remoteWorkbook, WORKBOOK_METHODS, type WorkbookService } from '../host/web/workbook-port';
import { createXlsxFormat } from '../host/xlsx/format';
import { portableGzip } from '../host/xlsx/package/portable-gzip';

// The global of a worker; the project's types are those of a page.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion
const port = globalThis as unknown as Port;
const workbook = connect<WorkbookService>(port, WORKBOOK_METHODS);
const desk = createLiveDesk({ open: () => remoteWorkbook(workbook), xlsx: createXlsxFormat(), delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, identity: webIdentity, gzip: portableGzip }, loadStandard());

serve({ ...desk }, port);
