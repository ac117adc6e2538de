import { expect, test } from 'vitest'
import { playPages } from '../src/audit.ts'
import type { BrowserChoice } from '../src/watch/start-browser.ts'
import { startWatchedBrowser } from '../src/watch/watch-browser.ts'
import { page, script, siteOf } from './support/pages.ts'
import { BROWSER } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

/** What a page can learn of the browser. */
interface Told {
  readonly from: 'page' | 'frame' | 'worker'
  readonly isDriven?: boolean
  readonly hasGpc?: boolean
  /** Width and height outside and inside of the window. */
  readonly sizes: readonly [number, number, number, number]
  /** All that the browser says of itself. */
  readonly words: string
}

/** Runs in a page or worker: sends what it can learn to `/told`. */
const TELL = `const tell = async from => {
  const data = navigator.userAgentData
  const more = data && await data.getHighEntropyValues(['fullVersionList', 'uaFullVersion', 'model'])
  const words = JSON.stringify([navigator.userAgent, navigator.appVersion, data, more])
  const sizes = [self.outerWidth, self.outerHeight, self.innerWidth, self.innerHeight]
  const told = { from, isDriven: navigator.webdriver, hasGpc: navigator.globalPrivacyControl, sizes, words }
  await fetch('/told', { method: 'POST', body: JSON.stringify(told) })
}`

/** Plays a page that learns all it can. Returns what it has learned, and all headers. */
const playTelling = async (choice: BrowserChoice, phases = ['no-choice'] as const) => {
  const told: Told[] = []
  const headers: Record<string, string | string[] | undefined>[] = []
  const html = page({
    banner: '',
    first: script(`${TELL}
      addEventListener('load', () => setTimeout(() => tell(top === self ? 'page' : 'frame')))
      if (top === self) new Worker('/worker.js')`),
    body: '<script src="http://www.clarity.ms/tag/1"></script><iframe src="/frame"></iframe>',
  })
  const world = await serveWorld({
    // The audit itself fetches this script of a collector.
    'www.clarity.ms': {
      '/tag/1': (request, response) => {
        headers.push(request.headers)
        response.end()
      },
    },
    localhost: {
      ...siteOf(html),
      '/frame': page({ banner: '', first: script(`${TELL}; tell('frame')`) }),
      '/worker.js': `${TELL}; tell('worker')`,
      '/told': (request, response) => {
        headers.push(request.headers)
        let text = ''
        request.on('data', part => {
          text += part
        })
        request.on('end', () => {
          told.push(JSON.parse(text))
          response.end()
        })
      },
    },
  })
  const browser = await startWatchedBrowser({ ...BROWSER, ...choice }, world.connect)
  const options = { ...choice, urls: [`http://localhost:${world.port}/`], phases, wait: 300 }
  const seen = await playPages(async () => browser, options)
  await browser.close()
  await world.close()
  return { told, headers, seen }
}

test('a page does not notice that the browser is driven, nor that it has no screen', {
  tags: 'full',
}, async () => {
  const { told, headers } = await playTelling({})
  expect(new Set(told.map(({ from }) => from))).toEqual(new Set(['page', 'frame', 'worker']))
  expect(told.filter(({ isDriven }) => isDriven)).toEqual([])
  expect(told.map(({ words }) => words).join()).not.toMatch(/headless|playwright|automat/i)
  expect(headers.map(({ host }) => host)).toContain('www.clarity.ms')
  expect(JSON.stringify(headers)).not.toMatch(/headless|playwright|automat/i)
  expect(told.find(({ from }) => from === 'page')?.sizes).toEqual([1280, 887, 1280, 800])
  expect(told.filter(({ hasGpc }) => hasGpc)).toEqual([])
})

test('the options choose the size of the page, and send Global Privacy Control', {
  tags: 'full',
}, async () => {
  const viewport = { width: 390, height: 844 }
  const { told, headers, seen } = await playTelling({ viewport, hasGpc: true })
  const [outerWidth = 0, outerHeight = 0, ...inner] =
    told.find(({ from }) => from === 'page')?.sizes ?? []
  expect(inner).toEqual([390, 844])
  expect(outerWidth).toBeGreaterThanOrEqual(390)
  expect(outerHeight).toBeGreaterThan(844)
  const inPages = told.filter(({ from }) => from !== 'worker')
  expect(inPages.filter(({ hasGpc }) => !hasGpc)).toEqual([])
  expect(headers.filter(one => one['sec-gpc'] !== '1')).toEqual([])
  expect(seen.options).toMatchObject({ viewport, hasGpc: true })
})
