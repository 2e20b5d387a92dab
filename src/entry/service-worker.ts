/** Keeps the program itself on the machine, so that the page works without a network. Workbooks never come here. */

/** Files of this build and a name for it, put in by the build. */
declare const ZHISHENG_ASSETS: { readonly version: string; readonly files: readonly string[] };

/** What of the worker's global is used; the project's types are those of a page. */
interface ServiceScope {
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const scope = globalThis as unknown as ServiceScope;
const PREFIX = 'zhisheng-';
const CACHE = `${PREFIX}${ZHISHENG_ASSETS.version}`;

scope.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...ZHISHENG_ASSETS.files])).then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request));
});

/** The page from the network where there is one, so that a new version is met at once; its parts, whose names change with them, from the cache. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const page = request.mode === 'navigate' && !new URL(request.url).pathname.endsWith('/taskpane.html');
  const kept = await cache.match(page ? './index.html' : request, { ignoreSearch: true });
  if (request.mode !== 'navigate') return kept ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}
