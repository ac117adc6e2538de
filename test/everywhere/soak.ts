import { expect } from '@playwright/test'
import { HOST } from './host-page.ts'
import { destroy, inventory, markUp, withoutSdk } from './inventory.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { soakPages, type Way } from './soak-pages.ts'
import { type Heap, until, untilShown, type Visitor } from './visitor.ts'

const ALL = { cycles: 100, opens: 100, routes: 500 }

/** The number of repetitions in one call. Browser drivers limit the time of a call. */
const IN_ONE_GO: typeof ALL = { cycles: 50, opens: 25, routes: 500 }

const live = async (visitor: Visitor, times: typeof ALL): Promise<typeof ALL> => {
  const seen = { cycles: 0, opens: 0, routes: 0 }
  // Route changes come last, so that the browser has time to collect the objects of grants and
  // withdrawals.
  for (const name of ['cycles', 'opens', 'routes'] as const)
    for (let done = 0; done < times[name]; done += IN_ONE_GO[name])
      seen[name] += await visitor.run(
        (name, times) => window.longVisit[name](times),
        name,
        IN_ONE_GO[name],
      )
  return seen
}

/** Draws and collects until two counts are equal; `undefined` except in Chromium. */
const settledHeap = async (visitor: Visitor): Promise<Heap | undefined> => {
  let heap: Heap | undefined
  await until('two equal counts of objects', async () => {
    const before = heap
    await visitor.run(async () => {
      // `resize` makes the SDK draw its placeholders, and remove that of an iframe that is gone.
      window.dispatchEvent(new Event('resize'))
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
      // Code that holds weak references removes the empty ones only at its next activity.
      window.counting.now()
    })
    heap = await visitor.heap?.()
    return JSON.stringify(heap) === JSON.stringify(before)
  })
  return heap
}

const measure = async (visitor: Visitor) => {
  const present = await inventory(visitor)
  const stored = await visitor.run(() => Object.keys(localStorage))
  // The data layer belongs to the page and grows with each change of consent, so the test empties
  // it.
  await visitor.run(() => {
    window.dataLayer.length = 0
  })
  await visitor.heap?.()
  expect(await visitor.run(() => window.longVisit.routes(20))).toBe(20)
  return { present, stored, heap: await settledHeap(visitor) }
}

const WAY: Way = 'script tag'

export const soak: Scenario = {
  title: `${ALL.routes} route changes, ${ALL.opens} openings and ${ALL.cycles} grants with withdrawals leave nothing behind, nor does destroy()`,
  pages: soakPages(WAY),
  patience: 300_000,
  async run(visitor) {
    const { before, view } = await withoutSdk(visitor)
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await visitor.run(() => window.spaceoneConsent.openGuide())
    await untilShown(visitor, 'guide')
    await visitor.run(() => window.spaceoneConsent.close())
    const isDrawn = async () => (await visitor.run(() => window.longVisit.routes(20))) === 20
    await until('all files', isDrawn)
    await visitor.run(() => window.spaceoneConsent.acceptAll())
    const hasTag = () => visitor.run(() => 'google_tag_manager' in window)
    await until("Google's tag", hasTag)
    await visitor.run(() => window.spaceoneConsent.rejectAll())
    await live(visitor, IN_ONE_GO)

    const first = await measure(visitor)
    expect(await live(visitor, ALL)).toEqual(ALL)
    const last = await measure(visitor)
    expect(last.present).toEqual(first.present)
    expect(last.stored).toEqual(['spaceone_consent.history'])
    expect(await visitor.run(() => window.spaceoneConsent.history().length)).toBe(50)
    expect(await visitor.run(() => window.ran)).toBeGreaterThan(ALL.cycles / 10)
    expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    // If each grant or opening leaked one object, twice as many as this limit would be left.
    if (last.heap && first.heap)
      for (const name of ['objects', 'nodes', 'listeners'] as const)
        expect(last.heap[name] - first.heap[name], name).toBeLessThan(ALL.cycles / 2)

    await destroy(visitor, WAY, before)
    expect(await markUp(visitor)).toBe(view)
  },
}
