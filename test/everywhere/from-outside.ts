/** Looks into pages in frames from outside of them, where nothing has been broken. */
interface FromOutside {
  /** Opens a page in a frame. */
  open(address: string): Promise<HTMLIFrameElement>
  /** Gives a part of ours in such a page, if it is to be seen. */
  part(page: Window, id: string): HTMLElement | undefined
  /** @param ms In milliseconds. */
  sleep(ms: number): Promise<unknown>
  /**
   * Says whether it has come to be so.
   *
   * @param most How long to wait for it, in milliseconds.
   */
  until(isSo: () => unknown, most: number): Promise<boolean>
}

declare global {
  interface Window {
    readonly fromOutside: FromOutside
  }
}

const look = (): void => {
  // A browser has one prototype for each frame, and its methods work across them.
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
 * A page that holds pages under test in frames.
 *
 * @param driver Source of who looks after them: a classic script that has `fromOutside`.
 */
export const framesPage = (driver: string): string =>
  `<!doctype html><html lang="en"><head><title>Frames</title>
  <script>(${look})()</script><script>${driver}</script></head><body></body></html>`
