import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROWSERS } from '../../../scripts/lib/browsers.mjs'
import { createRecording } from '../src/watch/recording.ts'
import { page, script, siteOf } from './support/pages.ts'
import { SHOP } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

const browserPath = BROWSERS.chromium.path
let folder = ''
let before: string | undefined

// Playwright reads the folder for temporary files when it is imported.
beforeAll(async () => {
  before = process.env['TMPDIR']
  folder = await mkdtemp(join(tmpdir(), 'leave-nothing-'))
  process.env['TMPDIR'] = folder
})

afterAll(async () => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  await rm(folder, { recursive: true })
})

test('no folder is left behind if the browser is missing', async () => {
  const { startWatchedBrowser } = await import('../src/watch/watch-browser.ts')
  const choice = { browserPath: '/nowhere/browser' }
  await expect(startWatchedBrowser(choice, () => Promise.reject())).rejects.toThrow()
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['loads a page', 'http://shop.example/'],
  ['is busy', 'http://shop.example/busy'],
  ['has crashed', 'chrome://crash'],
])(
  'closing a browser that %s ends it and leaves no folder behind',
  { tags: 'full' },
  async (_, url) => {
    const { startWatchedBrowser } = await import('../src/watch/watch-browser.ts')
    const busy = page({ banner: '', body: script('setTimeout(() => { for (;;); })') })
    const world = await serveWorld({ 'shop.example': { ...siteOf(page()), '/busy': busy } })
    const browser = await startWatchedBrowser({ browserPath }, world.connect)
    const recording = createRecording(500, () => {})
    const watched = await browser.watch({ url: SHOP, isLive: false }, recording)
    const gone = watched.page.goto(url, { timeout: 3000 }).catch(() => {})
    if (!url.endsWith('/')) await gone
    await browser.close()
    expect(browser.isConnected()).toBe(false)
    await gone
    expect(await readdir(folder)).toEqual([])
    await world.close()
  },
)
