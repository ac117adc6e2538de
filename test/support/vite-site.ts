import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { createServer } from 'vite'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { playGoogle } from './google.ts'

const RESULTS = fileURLToPath(new URL('../results/', import.meta.url))

const HTML = `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">
  <script type="module" src="/host.js"></script></head><body></body></html>`

/** Milliseconds between two changes of a file; Vite ignores one within 50. */
const BETWEEN_CHANGES = 100

export const startVite = async (context: BrowserContext, module: string) => {
  await mkdir(RESULTS, { recursive: true })
  const root = await mkdtemp(`${RESULTS}vite-`)
  let saved = 0
  const save = async () => {
    saved += 1
    await setTimeout(BETWEEN_CHANGES)
    await writeFile(`${root}/host.js`, `${module}\nwindow.saved = ${saved}`)
  }
  await writeFile(`${root}/index.html`, HTML)
  await save()
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: `${root}/cache`,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, fs: { allow: [`${RESULTS}../..`] } },
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0] ?? ''

  const google = playGoogle(() => undefined)
  await enterWorld(context, google)
  await context.route('http://127.0.0.1:*/**', route => route.continue())
  return {
    ...google,
    address,
    save,
    close: async () => {
      await server.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
