/** `npm start`: builds the page when its sources are newer, serves it on this machine and prints the address. With HTTPS_CERT and HTTPS_KEY over https, which Excel asks for. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staticServer } from './static-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.PORT ?? 3000);

const { status } = spawnSync(process.execPath, ['scripts/build-web.mjs', '--if-older'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const { HTTPS_CERT: cert, HTTPS_KEY: key } = process.env;
const secure = cert !== undefined && key !== undefined ? { cert: readFileSync(cert), key: readFileSync(key) } : null;
const server = staticServer(join(root, 'dist/web'), secure);
server.on('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用，换一个：PORT=3001 npm start` : error.message);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => console.log(`${secure === null ? 'http' : 'https'}://localhost:${server.address().port}/`));
