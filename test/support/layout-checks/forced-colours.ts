import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'

/**
 * Checks that in forced colours every box and control has an edge, every link an underline, and
 * every focused control a ring.
 */
export const checkEdges = async (part: Locator, what: string): Promise<void> => {
  await addMeasure(part.page())
  const { seen, faults } = await part.evaluateAll(findEdges)
  expect.soft(seen, `edges: ${what}`).toBeGreaterThan(0)
  expect.soft(faults, `edges: ${what}`).toEqual([])
}

/**
 * Checks that switches that are on and off differ by the position of their knobs. Leaves the
 * switches on.
 */
export const checkKnobs = async (part: Locator, count: number): Promise<void> => {
  await addMeasure(part.page())
  const switches = part.getByRole('switch')
  const off = await switches.evaluateAll(findKnobs)
  for (const each of await switches.all()) await each.check()
  const on = await switches.evaluateAll(findKnobs)
  expect.soft(off, 'knobs').toHaveLength(count)
  for (const [index, { place, contrast }] of off.entries()) {
    expect.soft(on[index]?.place, 'knobs').not.toBe(place)
    expect.soft(Math.min(contrast, on[index]?.contrast ?? 0), 'knobs').toBeGreaterThanOrEqual(3)
  }
}

/**
 * Runs in the page: returns the elements whose edge, underline or ring does not contrast with its
 * surroundings.
 */
const findEdges = (parts: Element[]) => {
  const { backdrop, contrast } = window.measure
  const around = (element: Element) =>
    backdrop(element.parentElement ?? (element.getRootNode() as ShadowRoot).host)
  const isSeen = (width: string, style: string, colour: string, element: Element) =>
    Number.parseFloat(width) >= 1 && style !== 'none' && contrast(colour, around(element)) >= 3

  const hasEdge = (element: Element) => {
    const style = getComputedStyle(element)
    return (['top', 'right', 'bottom', 'left'] as const).every(side => {
      const [width, line, colour] = ['width', 'style', 'color'].map(what =>
        style.getPropertyValue(`border-${side}-${what}`),
      )
      return isSeen(width ?? '', line ?? '', colour ?? '', element)
    })
  }
  const hasRing = (element: HTMLElement) => {
    // Blur the element first: after a mouse click, a focused element shows no focus ring.
    element.blur()
    element.focus({ focusVisible: true } as FocusOptions)
    const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(element)
    const isRing =
      Number.parseFloat(outlineWidth) >= 2 &&
      isSeen(outlineWidth, outlineStyle, outlineColor, element)
    element.blur()
    return isRing
  }
  const hasLine = (link: Element) =>
    getComputedStyle(link).textDecorationLine === 'underline' || hasEdge(link)

  const all = parts
    .flatMap(part => {
      const root = part.shadowRoot ?? part
      return [part, ...root.querySelectorAll<HTMLElement>('*')] as HTMLElement[]
    })
    .filter(element => element.checkVisibility())
  const faults = (selector: string, isFine: (element: HTMLElement) => boolean, what: string) => {
    const found = all.filter(element => element.matches(selector))
    return {
      seen: found.length,
      faults: found
        .filter(element => !isFine(element))
        .map(({ localName, id, className }) => `${localName}#${id}.${className}: ${what}`),
    }
  }
  const found = [
    faults('.card, .box, .purpose, :host(spaceone-consent-block) > div', hasEdge, 'no edge'),
    faults('button, input, select', hasEdge, 'no edge'),
    faults('a', hasLine, 'no line'),
    faults('button, input, select, a, summary', hasRing, 'no ring'),
  ]
  return {
    seen: found.reduce((sum, { seen }) => sum + seen, 0),
    faults: found.flatMap(({ faults }) => faults),
  }
}

/**
 * Runs in the page: returns the positions of the switches' knobs, and the contrast of knobs and
 * edges.
 */
const findKnobs = (switches: Element[]) =>
  switches.map(each => {
    const { backdrop, contrast } = window.measure
    const knob = getComputedStyle(each, '::before')
    return {
      place: knob.marginInlineStart,
      contrast: Math.min(
        contrast(knob.backgroundColor, backdrop(each)),
        contrast(getComputedStyle(each).borderTopColor, backdrop(each.parentElement)),
      ),
    }
  })
