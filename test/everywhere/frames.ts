import { framesPage } from './from-outside.ts'
import { hostPage } from './host-page.ts'

/** The state of a page in a frame. */
interface Outcome {
  readonly banner: boolean
  readonly granted: boolean
  /** Uncaught exceptions and unhandled rejections. */
  readonly errors: readonly string[]
  readonly notes: readonly unknown[]
}

/**
 * What a click on the settings link opened: the preferences, the browser's `confirm()`, or nothing.
 */
type Opened = 'preferences' | 'plainly' | 'nowhere'

/** Opens and controls the pages under test, each in a frame. */
interface Frames {
  /** Opens pages side by side. Waits until each page shows the banner, at most two seconds. */
  open(addresses: readonly string[]): Promise<void>
  outcomes(): Outcome[]
  /** Clicks on the settings link of the first page. Answers a `confirm()` with OK. */
  openSettings(): Promise<Opened>
  /**
   * Clicks on an element of the SDK in the first page as soon as the element is shown. Resolves to
   * whether the element disappeared afterwards.
   */
  click(id: string): Promise<boolean>
  /** Runs source text in the first page. */
  run(source: string): void
  /** Removes all frames and deletes their cookies and `localStorage`. */
  clear(): void
}

declare global {
  interface Window {
    readonly framed: Frames
  }
}

const watch = (): void => {
  type Page = Window & { spaceoneConsent?: { isGranted?(name: string): boolean } }
  const { fromOutside } = window
  const { part, sleep } = fromOutside
  let frames: HTMLIFrameElement[] = []
  let asked = 0

  const pageOf = (frame: HTMLIFrameElement | undefined) => frame?.contentWindow as Page
  const until = (isSo: () => unknown, most = 5000) => fromOutside.until(isSo, most)

  const all: Frames = {
    async open(addresses) {
      frames = await Promise.all(addresses.map(fromOutside.open))
      for (const frame of frames) {
        asked = 0
        pageOf(frame).confirm = () => {
          asked += 1
          return true
        }
      }
      await until(() => frames.every(frame => part(pageOf(frame), 'banner')), 2000)
    },
    outcomes: () =>
      frames.map(frame => {
        const page = pageOf(frame)
        return {
          banner: part(page, 'banner') !== undefined,
          granted: page.spaceoneConsent?.isGranted?.('analytics') === true,
          errors: [...page.seen.errors],
          notes: [...page.seen.notes],
        }
      }),
    async openSettings() {
      const page = pageOf(frames[0])
      const before = asked
      const { querySelector } = Document.prototype
      const link = querySelector.call(page.document, '[data-consent-open]') as HTMLElement
      HTMLElement.prototype.click.call(link)
      await until(() => part(page, 'preferences') || asked > before)
      // Read the result a moment later: if the preferences cannot be drawn, they disappear, and
      // `confirm()` follows.
      await sleep(200)
      if (asked > before) return 'plainly'
      return part(page, 'preferences') ? 'preferences' : 'nowhere'
    },
    async click(id) {
      const page = pageOf(frames[0])
      await until(() => part(page, id))
      part(page, id)?.click()
      return part(page, id) === undefined || until(() => !part(page, id))
    },
    run: source => {
      const page = pageOf(frames[0]) as Window & { eval(source: string): void }
      page.eval(source)
    },
    clear() {
      for (const frame of frames) frame.remove()
      for (const pair of document.cookie.split('; '))
        document.cookie = `${pair.split('=')[0]}=; Max-Age=0; Path=/`
      localStorage.clear()
    },
  }
  Object.defineProperty(window, 'framed', { value: all })
}

/**
 * Returns the pages of a scenario: the page with the frames at `/`, and each page under test at its
 * name.
 */
export const inFrames = (
  host: string,
  pages: Readonly<Record<string, string>>,
): Record<string, string> => ({
  [`${host}/`]: framesPage(`(${watch})()`),
  ...Object.fromEntries(
    Object.entries(pages).map(([name, before]) => [`${host}/${name}`, hostPage(before)]),
  ),
})
