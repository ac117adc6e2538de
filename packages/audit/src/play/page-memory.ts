/** What the audit remembers in a page, out of sight of `for…in` and `Object.keys`. */
interface PageMemory {
  /** A number for each element that was seen, so that two looks can be compared. */
  readonly ids: WeakMap<Element, number>
  /** The elements by their numbers. */
  readonly elements: Map<number, WeakRef<Element>>
  /** The forms that may be submitted. */
  readonly forms: WeakSet<Element>
  /** Receives every click before the page does; returns whether the click is prevented. */
  isPrevented: ((event: Event) => boolean) | undefined
}

declare global {
  interface Window {
    consentAudit?: PageMemory
  }
}

/**
 * Runs in each page and frame before the page's own scripts. Prevents every `submit`, except of
 * forms that the audit has chosen: the audit acts on live sites, and must send no form but the
 * banner's own.
 */
export const preparePage = (): void => {
  const forms = new WeakSet<Element>()
  const memory: PageMemory = {
    ...{ ids: new WeakMap(), elements: new Map(), forms },
    isPrevented: undefined,
  }
  Object.defineProperty(window, 'consentAudit', { value: memory, configurable: true })
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  // A listener on `window` for the capture phase runs before all others, because it is the first.
  window.addEventListener(
    'submit',
    event => {
      if (!(event.target instanceof Element && forms.has(event.target))) stop(event)
    },
    true,
  )
  window.addEventListener(
    'click',
    event => {
      if (memory.isPrevented?.(event)) stop(event)
    },
    true,
  )
}
