/** What the audit remembers in a page, out of sight of `for…in` and `Object.keys`. */
interface PageMemory {
  /** A number for each layer, control and switch, so that two looks can be compared. */
  readonly ids: WeakMap<Element, number>
  readonly elements: Map<number, WeakRef<Element>>
  /** The forms that may be submitted. */
  readonly forms: WeakSet<Element>
  readonly fields: string
  formOf(control: Element): Element | undefined
  /**
   * Says whether an element is a dialog, a region, a fixed or sticky layer or the host of an open
   * shadow root.
   */
  isLayer(element: Element, position?: string): boolean
  /**
   * Is called at each click in the document before the page's listeners are. Returns whether to
   * prevent the click.
   */
  isPrevented: ((event: Event) => boolean) | undefined
}

declare global {
  interface Window {
    consentAudit?: PageMemory
  }
}

/**
 * Runs in each page and frame before the page's own scripts. Prevents every `submit` event, except
 * of forms that the audit has chosen: the audit acts on live sites, and must send no form but those
 * of banners and settings. Does not hear the `submit` events of forms in shadow roots. A call of
 * `document.open()` removes the listeners.
 */
export const preparePage = (): void => {
  const DIALOG =
    'dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [role=region], section[aria-label], section[aria-labelledby]'
  const forms = new WeakSet<Element>()
  const memory: PageMemory = {
    ...{ ids: new WeakMap(), elements: new Map(), forms },
    fields:
      'textarea, [contenteditable=""], [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=image], [type=hidden], [type=range], [type=search])',
    formOf: control => {
      const form = (control as HTMLButtonElement).form ?? control.closest('form')
      return form instanceof Element ? form : undefined
    },
    isLayer: (element, position = getComputedStyle(element).position) =>
      position === 'fixed' ||
      position === 'sticky' ||
      element.shadowRoot !== null ||
      element.matches(DIALOG),
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
