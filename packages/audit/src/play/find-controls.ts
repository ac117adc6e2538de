import type { ElementHandle, Frame, JSHandle, Page } from 'playwright-core'
import type { Act } from '../seen.ts'
import { within } from '../watch/within.ts'
import { actOf, isAboutConsent } from './words.ts'

/** A visible control of a page. */
export interface Control {
  readonly words: string
  /** The text of the banner or dialog around the control, else the text near the control. */
  readonly around: string
  readonly act: Act | undefined
  readonly frame: Frame
  readonly width: number
  readonly height: number
  element(): Promise<ElementHandle<HTMLElement>>
}

/** How long a frame may take to answer, in milliseconds. */
const PATIENCE = 2000

interface Found {
  readonly element: HTMLElement
  readonly words: string
  readonly around: string
  readonly width: number
  readonly height: number
}

/** Runs in the page. Returns the visible controls, also those in open shadow roots. */
const collect = (): Found[] => {
  const CONTROLS =
    'button, a, summary, [role=button], [role=link], input[type=button], input[type=submit], [onclick]'
  const all: HTMLElement[] = []
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.matches(CONTROLS)) all.push(element)
      // The inspector of `@spaceone/consent` is a tool of developers and no banner.
      if (element.shadowRoot && element.localName !== 'spaceone-consent-inspector')
        visit(element.shadowRoot)
    }
  }
  visit(document)
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count
  const shown = (element: HTMLElement): string => element.innerText ?? ''
  const parentOf = (node: Node): Node | null =>
    node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode
  return all.flatMap(element => {
    const { width, height } = element.getBoundingClientRect()
    const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!isVisible || width < 2 || height < 2) return []
    const words = (
      shown(element) ||
      (element instanceof HTMLInputElement ? element.value : '') ||
      element.getAttribute('aria-label') ||
      element.title ||
      element.querySelector('img')?.alt ||
      ''
    ).trim()
    if (!words || words.length > 60) return []
    // The text of the banner or dialog around the control, else of an element near the control.
    let around = ''
    let node = parentOf(element)
    for (let level = 0; node instanceof HTMLElement && node !== document.body; level += 1) {
      const isDialog =
        node.matches('dialog, [role=dialog], [role=alertdialog], [aria-modal=true]') ||
        /fixed|sticky/.test(getComputedStyle(node).position)
      const text = shown(node)
      if (!isDialog && (text.length > 1500 || level > 8)) break
      if (text.length > around.length) around = text
      if (isDialog) break
      node = parentOf(node)
    }
    return [{ element, words, around, width, height }]
  })
}

const controlsIn = async (frame: Frame): Promise<Control[]> => {
  const list: JSHandle<Found[]> = await frame.evaluateHandle(collect)
  const found = await list.evaluate(all => all.map(({ element: _, ...rest }) => rest))
  return found.map((one, at) => ({
    ...one,
    frame,
    act: actOf(one.words),
    element: async () => {
      const handle = (
        await list.evaluateHandle((all, index) => all[index]?.element, at)
      ).asElement()
      if (!handle) throw new Error('The control is gone.')
      return handle as ElementHandle<HTMLElement>
    },
  }))
}

/** Returns the visible controls of a page and of its frames. */
export const findControls = async (page: Page): Promise<Control[]> => {
  const found = await Promise.all(
    page.frames().map(frame => within(PATIENCE, controlsIn(frame)).catch(() => undefined)),
  )
  return found.flatMap(controls => controls ?? [])
}

/** Returns the controls in a banner or its settings: those near a text about consent. */
export const inBanner = (controls: readonly Control[]): Control[] =>
  controls.filter(({ words, around }) => isAboutConsent(`${words} ${around}`))
