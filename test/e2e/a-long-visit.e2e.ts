import { expect, type Page } from '@playwright/test'
import { busyPages } from '../everywhere/busy-page.ts'
import { HOST } from '../everywhere/host-page.ts'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { QUIET } from '../everywhere/prelude.ts'
import { createWorld } from '../everywhere/world.ts'
import { test } from '../support/page-console.ts'

// The test in this file takes longest. The file's name sorts first so that Playwright starts this
// test first. Playwright traces are off because tracing keeps snapshots of the page, which would
// spoil the memory counts.
test.use({ trace: 'off' })

/** Counts what is in memory after garbage collection: objects, DOM nodes and listeners. */
const inMemory = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters')
  const expression = 'Object.prototype'
  const { result: prototype } = await session.send('Runtime.evaluate', { expression })
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: `${prototype.objectId}`,
  })
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: `${objects.objectId}`,
    functionDeclaration: 'function () { return this.length }',
  })
  await session.detach()
  return { objects: Number(length.value), nodes, listeners }
}

const SOON = { intervals: [20] }

/** Changes the route 20 times. Only the last has a frame, because its loading takes long. */
const changeRoutes = async (page: Page) => {
  await page.evaluate(() => {
    for (let number = 1; number <= 20; number += 1) window.busy.goTo(number === 20)
  })
  await expect.poll(() => page.evaluate(() => window.busy.isDrawn()), SOON).toBe(true)
}

const openBoth = (page: Page) =>
  page.evaluate(async () => {
    const { spaceoneConsent } = window
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    for (const act of ['openPreferences', 'openGuide'] as const) {
      spaceoneConsent[act]()
      if (!root?.querySelector('dialog[open]')) throw new Error(`${act}() opened nothing.`)
      spaceoneConsent.close()
      await new Promise(requestAnimationFrame)
    }
  })

const grantAndWithdraw = async (page: Page) => {
  await page.evaluate(async () => {
    window.busy.goTo(false)
    window.spaceoneConsent.acceptAll()
    window.gtag('event', 'cycle')
    // Services start in a task after the next frame.
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    window.spaceoneConsent.rejectAll()
  })
  const waiting = () =>
    page.evaluate(() => Object.keys(localStorage).filter(name => /\.outgoing\./.test(name)))
  await expect.poll(waiting, SOON).toEqual([])
}

const ACTS = [grantAndWithdraw, openBoth, changeRoutes]
const TIMES = 50

const act = async (page: Page, times: number) => {
  for (const run of ACTS) for (let time = 0; time < times; time += 1) await run(page)
}

test('1000 route changes, 100 openings and 50 grants with withdrawals leave nothing in memory', {
  tag: ['@full', '@only-chromium'],
}, async ({ context, page }) => {
  test.slow()
  const world = createWorld(busyPages('script tag', ''))
  await enterWorld(context, world)
  await page.goto(`${HOST}/`)
  await page.waitForFunction(() => window.spaceoneConsent.openGuide)
  await page.evaluate(() => window.spaceoneConsent.openGuide())
  await expect(page.locator('spaceone-consent #guide')).toBeVisible()
  // The history keeps 50 decisions.
  await act(page, 25)

  /** Draws and collects until two counts are equal. */
  const settled = async () => {
    // For ten seconds after a withdrawal a rule blocks the last hits of the tag.
    await page.waitForTimeout(11_000)
    // What holds weak references removes the empty ones at its next activity.
    await inMemory(page)
    await changeRoutes(page)
    // The data layer belongs to the page and grows with each change of consent.
    await page.evaluate(() => {
      window.dataLayer.length = 0
    })
    let counts = await inMemory(page)
    await expect(async () => {
      const before = counts
      await page.evaluate(async () => {
        // `resize` makes the SDK draw its placeholders, and remove that of an iframe that is gone.
        window.dispatchEvent(new Event('resize'))
        for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
      })
      counts = await inMemory(page)
      expect(counts).toEqual(before)
    }).toPass(SOON)
    return counts
  }

  const first = await settled()
  await act(page, TIMES)
  const last = await settled()
  // If each grant or opening leaked one object, twice as many as this limit would be left.
  for (const name of ['objects', 'nodes', 'listeners'] as const)
    expect(last[name] - first[name], name).toBeLessThan(TIMES / 2)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['spaceone_consent.history'])
  expect(await page.evaluate(() => window.spaceoneConsent.history().length)).toBe(50)
  expect(await page.evaluate(() => window.ran)).toBeGreaterThan(TIMES)
  expect(await page.evaluate(() => window.seen)).toMatchObject(QUIET)
  expect(world.outside).toEqual([])
})
