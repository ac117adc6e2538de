import { expect } from '@playwright/test'
import { hostPage } from './host-page.ts'
import type { Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** Opens and controls pages in frames. Runs in the outer page, whose built-ins are intact. */
const watch = () => {
  type Page = Window & {
    spaceoneConsent?: { isGranted?(name: string): boolean }
    eval(source: string): void
  }
  // Every frame has its own prototypes, but their methods also work on elements of other frames.
  const { querySelector } = Document.prototype
  const { getElementById } = DocumentFragment.prototype
  const { getClientRects } = Element.prototype
  const rootOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get
  const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  let frame: HTMLIFrameElement
  let page: Page

  const framed = {
    async add(address: string) {
      const added = document.createElement('iframe')
      Object.assign(added, { width: '900', height: '700', src: address })
      const loaded = new Promise(resolve => added.addEventListener('load', resolve))
      document.body.append(added)
      await loaded
      return added
    },
    /** Returns an element of the SDK in a page; `undefined` if the element is not displayed. */
    part(page: Window, id: string) {
      const host = querySelector.call(page.document, 'spaceone-consent')
      const root = host && (rootOf?.call(host) as ShadowRoot | null)
      const element = root && (getElementById.call(root, id) as HTMLElement | null)
      return element && getClientRects.call(element).length > 0 ? element : undefined
    },
    /** Polls a condition for a number of milliseconds. Returns whether it became true in time. */
    async until(isSo: () => unknown, most = 5000) {
      for (const end = Date.now() + most; Date.now() < end; await sleep(40)) if (isSo()) return true
      return false
    },

    /** Opens the page under test, and waits until it shows the banner, at most two seconds. */
    async open(address: string) {
      frame = await framed.add(address)
      page = frame.contentWindow as Page
      await framed.until(() => framed.part(page, 'banner'), 2000)
    },
    outcome: () => ({
      banner: framed.part(page, 'banner') !== undefined,
      granted: page.spaceoneConsent?.isGranted?.('analytics') === true,
      errors: [...page.seen.errors],
      notes: [...page.seen.notes],
    }),
    /** Clicks on the settings link. Returns whether the preferences have opened. */
    openSettings() {
      const link = querySelector.call(page.document, '[data-consent-open]') as HTMLElement
      HTMLElement.prototype.click.call(link)
      return framed.until(() => framed.part(page, 'preferences'))
    },
    /** Clicks on an element of the SDK. Returns whether the element disappeared afterwards. */
    async click(id: string) {
      await framed.until(() => framed.part(page, id))
      framed.part(page, id)?.click()
      return framed.until(() => !framed.part(page, id))
    },
    run: (source: string) => void page.eval(source),
    clear() {
      frame.remove()
      for (const pair of document.cookie.split('; '))
        document.cookie = `${pair.split('=')[0]}=; Max-Age=0; Path=/`
      localStorage.clear()
    },
  }
  Object.defineProperty(window, 'framed', { value: framed })
  return framed
}

declare global {
  interface Window {
    readonly framed: ReturnType<typeof watch>
  }
}

/** Returns the page around the frames at `/`, and each page under test at `/<name>`. */
export const inFrames = (
  host: string,
  pages: Readonly<Record<string, string>>,
): Record<string, string> => ({
  [`${host}/`]: `<!doctype html><html lang="en"><head><title>Frames</title>
    <script>(${watch})()</script></head><body></body></html>`,
  ...Object.fromEntries(
    Object.entries(pages).map(([name, before]) => [`${host}/${name}`, hostPage(before)]),
  ),
})

export const outcomeOf = (visitor: Visitor) => visitor.run(() => window.framed.outcome())

/** Opens a page in a frame, and expects the banner and no request, cookie or error. */
export const expectAskedInFrame = async (visitor: Visitor, world: World, path: string) => {
  await visitor.run(path => window.framed.open(path), path)
  expect(world.google).toEqual([])
  expect(await visitor.cookieNames()).toEqual([])
  expect(await outcomeOf(visitor)).toEqual({ banner: true, granted: false, errors: [], notes: [] })
}

export const acceptInFrame = async (visitor: Visitor): Promise<void> => {
  expect(await visitor.run(() => window.framed.openSettings())).toBe(true)
  expect(await visitor.run(() => window.framed.click('close'))).toBe(true)
  expect(await visitor.run(() => window.framed.click('accept-all'))).toBe(true)
}
