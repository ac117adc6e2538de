/** Inspects pages in frames. Runs in the page around the frames, whose built-ins are intact. */
interface FromOutside {
  /** Opens a page in a frame. */
  open(address: string): Promise<HTMLIFrameElement>
  /**
   * Returns an element of the SDK in the page of a frame; `undefined` if the element is not
   * displayed.
   */
  part(page: Window, id: string): HTMLElement | undefined
  /** @param ms Time to wait, in milliseconds. */
  sleep(ms: number): Promise<unknown>
  /**
   * Polls a condition. Resolves to `true` if the condition becomes true in time.
   *
   * @param most The longest time to wait, in milliseconds.
   */
  until(isSo: () => unknown, most: number): Promise<boolean>
}

declare global {
  interface Window {
    readonly fromOutside: FromOutside
  }
}

const look = (): void => {
  // Every frame has its own prototypes, but their methods also work on elements of other frames.
  const { querySelector } = Document.prototype
  const { getElementById } = DocumentFragment.prototype
  const { getClientRects } = Element.prototype
  const rootOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get

  const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  const fromOutside: FromOutside = {
    sleep,
    async open(address) {
      const frame = document.createElement('iframe')
      frame.width = '900'
      frame.height = '700'
      frame.src = address
      const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      return frame
    },
    part(page, id) {
      const host = querySelector.call(page.document, 'spaceone-consent')
      const root = host && (rootOf?.call(host) as ShadowRoot | null)
      const element = root && (getElementById.call(root, id) as HTMLElement | null)
      return element && getClientRects.call(element).length > 0 ? element : undefined
    },
    async until(isSo, most) {
      for (const end = Date.now() + most; Date.now() < end; await sleep(40)) if (isSo()) return true
      return false
    },
  }
  Object.defineProperty(window, 'fromOutside', { value: fromOutside })
}

/**
 * Returns a page that shows the pages under test in frames.
 *
 * @param driver Source of a classic script that controls the frames. `fromOutside` is defined
 *   before this script runs.
 */
export const framesPage = (driver: string): string =>
  `<!doctype html><html lang="en"><head><title>Frames</title>
  <script>(${look})()</script><script>${driver}</script></head><body></body></html>`
