/** `npm start`: a page that says what there is to use today. The pane in Excel is not part of this version. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'index.html');
const port = Number(process.env.PORT ?? 3000);

const server = createServer((request, response) => {
  if (request.url !== '/' && request.url !== '/index.html') {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404\n');
    return;
  }
  readFile(PAGE).then(
    (page) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
    () => response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('500\n'),
  );
});

server.on('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用,换一个:PORT=3001 npm start` : error.message);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}/ (占位页面:任务窗格还没有做 / placeholder: the pane is not there yet)`));
