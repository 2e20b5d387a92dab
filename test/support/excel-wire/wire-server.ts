/**
 * Excel on the wire: the page that loads the genuine client, and the host that answers its batches from workbooks of ours.
 * Counts what goes over the wire; refuses what Excel refuses; fails where a test asks for it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { execute, type Answer, type Batch, type Session } from './batch';
import type { Book } from './model';
import { workbookObject } from './object-workbook';

/** Bytes of a request or an answer that Excel on the web takes. */
const MAX_PAYLOAD = 5_000_000;
export const CLIENT = dirname(require.resolve('@microsoft/office-js/dist/office.js'));

export interface Fault {
  /** Which request from now on, 1 = the next; it and those after it up to `until` fail. */
  readonly from: number;
  readonly until?: number;
  /** Before anything of it is done, half-way, or after all of it. */
  readonly when: 'before' | 'middle' | 'after';
  readonly code: string;
}

export interface Counts {
  syncs: number;
  /** Of the largest request and the largest answer, in bytes. */
  largestRequest: number;
  largestAnswer: number;
  sent: number;
  received: number;
}

export interface WireBook {
  book: Book;
  /** Numbers of the syncs that changed something. */
  readonly writes: number[];
  readonly session: Session;
  counts: Counts;
  fault: Fault | null;
  /** Largest answer that is given; Excel on the web: 5 MB. */
  answerLimit: number;
}

/** Methods that change something. */
const CHANGES = /^(Delete|Clear|ClearAll|Merge|Unmerge|CopyFrom|Protect|Unprotect|Resize|Set[A-Z].*|Freeze.*|Unfreeze|RemovePageBreaks|Activate|Select)$/;

export const NO_COUNTS: Counts = { syncs: 0, largestRequest: 0, largestAnswer: 0, sent: 0, received: 0 };

export interface WireServer {
  readonly origin: string;
  /** Text of pages and scripts by path. */
  readonly files: Map<string, { readonly type: string; readonly text: string }>;
  open(id: string, book: Book): WireBook;
  get(id: string): WireBook;
  close(): Promise<void>;
}

export async function startWireServer(): Promise<WireServer> {
  const books = new Map<string, WireBook>();
  const files: WireServer['files'] = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, type: string, text: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type });
      response.end(text);
    };
    const [, kind, id = ''] = url.pathname.split('/');
    if (request.method === 'POST' && kind === 'book') {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const wire = books.get(id);
        if (wire === undefined) send(404, 'text/plain', id);
        else send(200, 'application/json', answered(wire, Buffer.concat(pieces)));
      });
      return;
    }
    const file = files.get(url.pathname);
    const path = join(CLIENT, url.pathname.replace(/^\/office\//, '/'));
    if (file !== undefined) send(200, file.type, file.text);
    else if (path.startsWith(CLIENT) && existsSync(path)) send(200, 'text/javascript; charset=utf-8', readFileSync(path));
    else send(404, 'text/plain', '');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = addressOf(server);
  return {
    origin: `http://127.0.0.1:${port}`, files,
    open(id, book) {
      const wire: WireBook = { book, writes: [], session: { root: () => workbookObject(wire.book), references: new Map(), breaches: [], counted: 0 }, counts: { ...NO_COUNTS }, fault: null, answerLimit: MAX_PAYLOAD };
      books.set(id, wire);
      return wire;
    },
    get(id) {
      const found = books.get(id);
      if (found === undefined) throw new Error(`no workbook ${id}`);
      return found;
    },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address;
}

const refusal = (code: string): Answer => ({ Results: [], Error: { Code: code, Message: code, ActionIndex: 0, Location: '' } });

function answered(wire: WireBook, body: Buffer): string {
  const batch: Batch = JSON.parse(body.toString('utf8'));
  // The client says when it forgets objects; that is no work of a caller.
  const forgets = batch.Actions.every(({ ActionType, Name }) => Name === '_RemoveReference' || ActionType === 1);
  const text = JSON.stringify(answer(wire, batch, body.length, forgets));
  if (!forgets) {
    const { counts } = wire;
    counts.syncs++;
    counts.sent += body.length;
    counts.largestRequest = Math.max(counts.largestRequest, body.length);
    const size = Buffer.byteLength(text);
    if (size > wire.answerLimit) return JSON.stringify(refusal('ResponsePayloadSizeLimitExceeded'));
    counts.received += size;
    counts.largestAnswer = Math.max(counts.largestAnswer, size);
  }
  return text;
}

function answer(wire: WireBook, batch: Batch, size: number, forgets: boolean): Answer {
  const { book, session } = wire;
  if (forgets) return execute(session, batch);
  if (size > MAX_PAYLOAD) return refusal('RequestPayloadSizeLimitExceeded');
  if (book.cellEditing) return refusal('InvalidOperationInCellEditMode');
  const number = wire.counts.syncs + 1;
  if (batch.Actions.some(({ ActionType, Name }) => ActionType === 4 || (ActionType === 3 && CHANGES.test(Name))) || Object.values(batch.ObjectPaths).some(({ Name, ObjectPathType }) => ObjectPathType === 3 && (Name === 'Add' || Name === 'Copy'))) wire.writes.push(number);
  const { fault } = wire;
  if (fault === null || number < fault.from || number > (fault.until ?? fault.from)) return execute(session, batch);
  if (fault.when === 'before') return refusal(fault.code);
  const done = execute(session, batch, fault.when === 'middle' ? Math.floor(batch.Actions.length / 2) : batch.Actions.length);
  return { Results: [], Error: { Code: fault.code, Message: fault.code, ActionIndex: Math.min(done.Results.length, batch.Actions.length - 1), Location: '' } };
}
