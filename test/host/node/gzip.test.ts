import { nodeGzip } from '../../../src/host/node/gzip';
import { gzipContract } from '../../support/gzip-contract';

gzipContract('node:zlib', nodeGzip);
