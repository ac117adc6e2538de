import { expect, type Locator } from '@playwright/test'

/** How far two places may be apart, in pixels: what rounding does. */
const ROUNDING = 1

/**
 * How far everything in a layer is from its left and from its right, contents and knobs of switches, as
 * the language wants it and with the drawing turned to run from the left: at one time, since the view
 * gives its own direction back each time it draws.
 */
const placesOf = (layer: Locator) =>
  layer.evaluateAll(layers => {
    const sizes = (style: CSSStyleDeclaration, ...names: string[]) =>
      names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0)

    const measure = () =>
      layers.flatMap(layer => {
        const frame = layer.getBoundingClientRect()
        return [layer, ...(layer.shadowRoot ?? layer).querySelectorAll('*')].flatMap(element => {
          const style = getComputedStyle(element)
          const { left, right, width } = element.getBoundingClientRect()
          // Where something stands in a line follows from the words around it.
          if (!width || style.display.startsWith('inline') || !element.checkVisibility()) return []
          // Firefox says of a list's items on which side they start.
          const start = style.direction === 'rtl' ? 'right' : 'left'
          const align = style.textAlign.replace(start, 'start')
          const what = `${element.localName}#${element.id}.${element.className} ${align}`
          const knob = getComputedStyle(element, '::before')
          return [
            {
              what,
              left: left - frame.left + sizes(style, 'padding-left', 'border-left-width'),
              right: frame.right - right + sizes(style, 'padding-right', 'border-right-width'),
            },
            ...(element.matches('input')
              ? [
                  {
                    what: `${what} knob`,
                    left: sizes(knob, 'margin-left'),
                    right: sizes(knob, 'margin-right'),
                  },
                ]
              : []),
          ]
        })
      })

    const drawn = layers.map(layer =>
      (layer.shadowRoot ?? (layer.getRootNode() as ShadowRoot)).querySelector('[dir]'),
    )
    const directions = drawn.map(each => each?.getAttribute('dir'))
    const mirrored = measure()
    for (const each of drawn) each?.setAttribute('dir', 'ltr')
    const places = measure()
    for (const [index, each] of drawn.entries()) each?.setAttribute('dir', directions[index] ?? '')
    return { directions, mirrored, places }
  })

/** Checks that a layer in a language written from the right is the mirror image of itself from the left. */
export const checkMirrored = async (layer: Locator, what: string): Promise<void> => {
  const { directions, mirrored, places } = await placesOf(layer)
  expect.soft(directions, `direction: ${what}`).toEqual(directions.map(() => 'rtl'))
  expect.soft(places.length, `mirrored: ${what}`).toBeGreaterThan(0)
  expect.soft(mirrored, `mirrored: ${what}`).toHaveLength(places.length)
  const differing = places.filter(({ what, left, right }, index) => {
    const other = mirrored[index]
    return (
      what !== other?.what ||
      Math.abs(left - other.right) > ROUNDING ||
      Math.abs(right - other.left) > ROUNDING
    )
  })
  expect.soft(differing, `mirrored: ${what}`).toEqual([])
}
