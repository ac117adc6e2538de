// @ts-check
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { SCRIPT_FOLDER } from './script-folder.mjs'

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  // Without these two headers browsers round measured times too coarsely.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // After a grant the SDK requests Google's tag. With this Content-Security-Policy the browser
  // blocks the request, so that nothing leaves the machine.
  'Content-Security-Policy': "script-src 'self'",
}

/** @param {string} head */
const page = head => `<!doctype html>
<html lang="en">
  <head>
    <title>Benchmark</title>
    ${head}
    <script type="module" src="/benchmark/page.mjs"></script>
  </head>
  <body><main></main></body>
</html>
`

const PAGES = {
  '/off': page(''),
  '/on': page(
    '<script src="/consent/consent.js" data-ga="G-BENCHMARK" data-policy-version="1"></script>',
  ),
}

/**
 * Serves the measured pages and their files on the loopback address.
 *
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export const startSite = async () => {
  const folders = /** @type {const} */ ([
    ['/consent', sirv(SCRIPT_FOLDER)],
    ['/benchmark', sirv(fileURLToPath(new URL('.', import.meta.url)))],
  ])
  const server = createServer((request, response) => {
    const { url = '/' } = request
    for (const [path, html] of Object.entries(PAGES))
      if (url === path) return response.writeHead(200, HEADERS).end(html)
    for (const [path, serve] of folders)
      if (url.startsWith(`${path}/`)) {
        request.url = url.slice(path.length)
        return serve(request, response, () => void response.writeHead(404).end())
      }
    return response
      .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end('{"items":[]}')
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const bound = server.address()
  return {
    address: `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
