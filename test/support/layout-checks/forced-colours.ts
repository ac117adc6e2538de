import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'

/** Checks that in forced colours every box and control has an edge, every link a line and every focus a ring. */
export const checkEdges = async (layer: Locator, what: string): Promise<void> => {
  await addMeasure(layer.page())
  const { seen, faults } = await layer.evaluateAll(findEdges)
  expect.soft(seen, `edges: ${what}`).toBeGreaterThan(0)
  expect.soft(faults, `edges: ${what}`).toEqual([])
}

/** Checks that switches tell on from off by the place of their knobs. Leaves them on. */
export const checkKnobs = async (layer: Locator, count: number): Promise<void> => {
  await addMeasure(layer.page())
  const switches = layer.getByRole('switch')
  const off = await switches.evaluateAll(findKnobs)
  for (const each of await switches.all()) await each.check()
  const on = await switches.evaluateAll(findKnobs)
  expect.soft(off, 'knobs').toHaveLength(count)
  for (const [index, { place, contrast }] of off.entries()) {
    expect.soft(on[index]?.place, 'knobs').not.toBe(place)
    expect.soft(Math.min(contrast, on[index]?.contrast ?? 0), 'knobs').toBeGreaterThanOrEqual(3)
  }
}

/** Runs in the page: what has no edge, line or ring that stands out from what is around it. */
const findEdges = (layers: Element[]) => {
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
    // What has the focus already would keep the look that a mouse has given it.
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

  const all = layers
    .flatMap(layer => {
      const root = layer.shadowRoot ?? layer
      return [layer, ...root.querySelectorAll<HTMLElement>('*')] as HTMLElement[]
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

/** Runs in the page: where the knobs of switches are, and how they and their edges stand out. */
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
