import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { BROWSERS } from '../../scripts/lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../../scripts/lib/chromium-flags.mjs'
import { listen } from '../../scripts/lib/listen.mjs'
import { readOwn } from './read-own.ts'

const FIRST = `<!doctype html><html lang="en"><title>First</title>
  <script type="speculationrules">
    {"prerender":[{"source":"list","urls":["/next"],"eagerness":"immediate"}]}
  </script>
  <a href="/next">Next</a>
  <script>fetch('/activate').then(() => document.querySelector('a').click())</script>`

/**
 * Lets Chromium prerender a page. Chromium prerenders nothing while a driver controls a page. So no
 * driver is used: the pages report to a server, and the server tells the first page when to follow
 * the link.
 *
 * @param next The HTML of the prerendered page.
 * @param cookie The value of the header `Set-Cookie` of the first page.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Preload/#type-PrerenderFinalStatus
 */
export const prerender = async (next: string, cookie: string) => {
  /** The requests for `/report` and for paths below `/google/`, with their queries, in order. */
  const log: string[] = []
  let activate = () => {}
  const activated = new Promise<void>(resolve => {
    activate = resolve
  })
  const answers: Readonly<Record<string, () => string | Promise<string>>> = {
    '/first': () => FIRST,
    '/next': () => next,
    '/activate': () => activated.then(() => ''),
  }
  const server = createServer(async ({ url = '' }, response) => {
    if (/^\/(report|google)/.test(url)) log.push(decodeURIComponent(url))
    const isFile = url.startsWith('/consent/')
    response.setHeader('Content-Type', isFile ? 'text/javascript' : 'text/html; charset=utf-8')
    if (url === '/first') response.setHeader('Set-Cookie', cookie)
    response.end(
      isFile
        ? await readOwn(url.replace('/consent/', 'packages/consent/dist/script/'))
        : await answers[url]?.(),
    )
  })
  const port = await listen(server, 0, '127.0.0.1')
  const browser = spawn(
    BROWSERS.chromiumShell.path,
    [
      ...CHROMIUM_FLAGS,
      // Without this flag, the headless shell ends when the first page has loaded.
      '--remote-debugging-port=0',
      `http://127.0.0.1:${port}/first`,
    ],
    // A separate process group can be ended whole: Debian's command is a shell script.
    { stdio: 'ignore', detached: true },
  )
  return {
    log,
    activate,
    async close() {
      const ended = once(browser, 'exit')
      process.kill(-Number(browser.pid))
      await ended
      server.close().closeAllConnections()
    },
  }
}
