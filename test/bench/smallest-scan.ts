/**
 * The smallest scan of a sheet part that finds each cell: where its reference, its type and its value stand. Nothing is
 * decoded, nothing is checked, no other way of writing is understood. What a reader takes beyond this is the reading.
 */
const [LT, GT, SPACE, QUOTE, SLASH] = [60, 62, 32, 34, 47];
const [c_, r_, t_, v_] = [99, 114, 116, 118];

export interface Found {
  cells: number;
  /** Of references and values: what was found is used, so that no compiler leaves the finding out. */
  bytes: number;
  shared: number;
}

/** Gives back where the first cell begins that is not all there. */
function scan(b: Uint8Array, end: number, found: Found): number {
  let i = 0;
  let done = 0;
  for (;;) {
    while (i < end && b[i] !== LT) i++;
    if (i + 2 >= end) return done;
    if (b[i + 1] !== c_ || b[i + 2] !== SPACE) {
      i++;
      continue;
    }
    done = i;
    i += 2;
    let reference = 0;
    let type = 0;
    while (b[i] === SPACE) {
      const name = b[i + 1];
      const start = i + 4;
      i = start;
      while (i < end && b[i] !== QUOTE) i++;
      if (name === r_) reference = i - start;
      else if (name === t_) type = b[start] ?? 0;
      i++;
    }
    let value = 0;
    if (b[i] === GT && b[i + 2] === v_) {
      const start = i + 4;
      i = start;
      while (i < end && b[i] !== LT) i++;
      value = i - start;
    } else if (b[i] === SLASH) i++;
    if (i >= end) return done;
    found.cells++;
    found.bytes += reference + value;
    if (type === 115) found.shared++;
    done = i;
  }
}

export async function scanSheet(pieces: AsyncIterable<Uint8Array>): Promise<Found> {
  const found: Found = { cells: 0, bytes: 0, shared: 0 };
  let window = new Uint8Array(1 << 19);
  let waiting = 0;
  for await (const piece of pieces) {
    if (waiting + piece.length > window.length) {
      const larger = new Uint8Array(2 * (waiting + piece.length));
      larger.set(window.subarray(0, waiting));
      window = larger;
    }
    window.set(piece, waiting);
    const end = waiting + piece.length;
    const used = scan(window, end, found);
    window.copyWithin(0, used, end);
    waiting = end - used;
  }
  return found;
}
