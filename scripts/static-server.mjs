/** Serves a folder over HTTP on this machine only, with the headers that the page cannot give itself. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** Names with a hash never change; everything else is asked for again. */
const HASHED = /\.[0-9a-f]{8}\.js$/;

/** Who may show the pane: Excel on the web, wherever it is served. On the desktop it is no frame. */
const EXCEL_FRAMES = "'self' https://*.officeapps.live.com https://*.office.com https://*.sharepoint.com https://*.live.com https://*.cloud.microsoft https://*.partner.officewebapps.cn https://*.sharepoint.cn";

/** `secure`: certificate and key, or null for plain HTTP. */
export function staticServer(folder, secure = null) {
  const answer = (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path);
    let size;
    try {
      const found = statSync(file);
      size = found.isFile() && file.startsWith(folder + sep) ? found.size : undefined;
    } catch {
      size = undefined;
    }
    if (size === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404\n');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': size,
      'cache-control': file.includes('icon-') ? 'max-age=86400' : HASHED.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': `frame-ancestors ${file.endsWith('taskpane.html') ? EXCEL_FRAMES : "'self'"}`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  };
  return secure === null ? createServer(answer) : createSecureServer(secure, answer);
}
