import { framesPage } from './from-outside.ts'
import { hostPage } from './host-page.ts'

/** What a page in a frame has come to. */
interface Outcome {
  readonly banner: boolean
  readonly granted: boolean
  /** Exceptions and rejections that nobody caught. */
  readonly errors: readonly string[]
  readonly notes: readonly unknown[]
}

/** Where the settings have opened. */
type Opened = 'preferences' | 'plainly' | 'nowhere'

/** Looks after pages in frames. */
interface Frames {
  /** Opens pages side by side, and waits until each has a banner, or will not have one any more. */
  open(addresses: readonly string[]): Promise<void>
  outcomes(): Outcome[]
  /** Clicks on the first page's link to the settings. The browser's own question is answered with yes. */
  openSettings(): Promise<Opened>
  /** Clicks on a part of ours in the first page, once it is to be seen; says whether it came. */
  click(id: string): Promise<boolean>
  /** Runs a function in the first page. */
  run(source: string): void
  /** Takes all pages away, and what they have stored. */
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
      // The one may turn into the other.
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

/** The pages of a scenario: the one with the frames under `/`, and each under its name. */
export const inFrames = (
  host: string,
  pages: Readonly<Record<string, string>>,
): Record<string, string> => ({
  [`${host}/`]: framesPage(`(${watch})()`),
  ...Object.fromEntries(
    Object.entries(pages).map(([name, before]) => [`${host}/${name}`, hostPage(before)]),
  ),
})
