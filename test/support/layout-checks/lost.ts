import type { Locator } from '@playwright/test'

/** Returns lines and controls that no vertical scrolling shows, overlaps, and what is too wide. */
export const lost = (part: Locator): Promise<string[]> => part.evaluateAll(FIND_LOST)

const FIND_LOST = (parts: Element[]): string[] => {
  /** Positions to scroll to; there are several, because sticky elements may cover edges. */
  const SPOTS = [0.5, 0.25, 0.75, 0.1, 0.9]

  /** The distance from an edge in pixels, for rounding and round corners. */
  const INSET = 2

  const parentOf = (element: Element) =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() as Partial<ShadowRoot>).host

  const scrollTo = (element: Element, boxOf: () => DOMRect, spot: number) => {
    for (let at: Element | null | undefined = element; at; at = parentOf(at)) {
      const isPage = at === document.documentElement
      if (!isPage && !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
      const box = boxOf()
      const place = at.getBoundingClientRect()
      const [top, height] = isPage ? [0, innerHeight] : [place.top, place.height]
      const by = box.top + box.height / 2 - (top + height * spot)
      at.scrollBy({ top: by, behavior: 'instant' })
    }
  }

  const isSeen = (element: Element, { left, right, top, height }: DOMRect) => {
    const root = element.getRootNode() as Document | ShadowRoot
    return [left + INSET, (left + right) / 2, right - INSET].every(x =>
      [0.3, 0.7].every(down => element.contains(root.elementFromPoint(x, top + height * down))),
    )
  }

  const canBeSeen = (element: Element, boxOf: () => DOMRect) =>
    SPOTS.some(spot => {
      scrollTo(element, boxOf, spot)
      return isSeen(element, boxOf())
    })

  const lostLines = (root: Node) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement as Element
      if (!text.textContent?.trim() || element.localName === 'option' || !element.checkVisibility())
        continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const [line, { width }] of [...range.getClientRects()].entries())
        if (width > 2 * INSET && !canBeSeen(element, () => range.getClientRects()[line] as DOMRect))
          found.push(`line ${line + 1} of "${text.textContent.slice(0, 40)}"`)
    }
    return found
  }

  const nameOf = ({ localName, id, className }: Element) => [localName, id, className].join(' ')

  const isOver = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1

  /** The sticky element around, which may cover content that the reader can scroll. */
  const stickyAround = (element: Element) => {
    let at: Element | null = element
    while (at && getComputedStyle(at).position !== 'sticky') at = at.parentElement
    return at
  }

  const overlaps = (controls: Element[]) =>
    controls.flatMap((one, index) =>
      controls
        .slice(index + 1)
        .filter(
          other =>
            !one.contains(other) &&
            stickyAround(one) === stickyAround(other) &&
            isOver(one.getBoundingClientRect(), other.getBoundingClientRect()),
        )
        .map(other => `${nameOf(one)} and ${nameOf(other)} lie over each other`),
    )

  const isTooWide = (element: Element) =>
    getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth

  return parts.flatMap(part => {
    const root = part.shadowRoot ?? part
    const all = [...root.querySelectorAll('*')].filter(element => element.checkVisibility())
    const controls = [part, ...all].filter(element =>
      element.matches('a, button, input, select, summary, label'),
    )
    return [
      ...[document.documentElement, part, ...all].filter(isTooWide).map(nameOf),
      ...lostLines(root),
      ...controls
        .filter(control => !canBeSeen(control, () => control.getBoundingClientRect()))
        .map(control => `${nameOf(control)} out of reach`),
      ...overlaps(controls),
    ]
  })
}
