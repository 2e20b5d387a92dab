import { portableGzip } from '../../../../src/host/xlsx/package/portable-gzip';
import { gzipContract } from '../../../support/gzip-contract';

gzipContract("the browser's streams", portableGzip);

describe('a place without them', () => {
  const { CompressionStream: compression, DecompressionStream: decompression } = globalThis;
  const put = (name: string, value: unknown): unknown => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  beforeAll(() => {
    put('CompressionStream', undefined);
    put('DecompressionStream', undefined);
  });
  afterAll(() => {
    put('CompressionStream', compression);
    put('DecompressionStream', decompression);
  });
  gzipContract('fflate', portableGzip);
});
