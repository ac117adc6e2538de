import { expect, type Locator } from '@playwright/test'

const ROUNDING = 1

/** Measures both directions in one task, because the view restores its own at each drawing. */
const placesOf = (part: Locator) =>
  part.evaluateAll(parts => {
    const sizes = (style: CSSStyleDeclaration, ...names: string[]) =>
      names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0)

    const measure = () =>
      parts.flatMap(part => {
        const frame = part.getBoundingClientRect()
        return [part, ...(part.shadowRoot ?? part).querySelectorAll('*')].flatMap(element => {
          const style = getComputedStyle(element)
          const { left, right, width } = element.getBoundingClientRect()
          // Leave out inline elements, because their position depends on the words around them.
          if (!width || style.display.startsWith('inline') || !element.checkVisibility()) return []
          // For list items Firefox reports the alignment `start` as `left` or `right`.
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
            {
              what: `${what} knob`,
              left: sizes(knob, 'margin-left'),
              right: sizes(knob, 'margin-right'),
            },
          ]
        })
      })

    const drawn = parts.map(part =>
      (part.shadowRoot ?? (part.getRootNode() as ShadowRoot)).querySelector('[dir]'),
    )
    const directions = drawn.map(each => each?.getAttribute('dir'))
    const mirrored = measure()
    for (const each of drawn) each?.setAttribute('dir', 'ltr')
    const places = measure()
    for (const [index, each] of drawn.entries()) each?.setAttribute('dir', directions[index] ?? '')
    return { directions, mirrored, places }
  })

/** Checks that a part in a right-to-left language is the mirror of the other layout. */
export const checkMirrored = async (part: Locator, what: string): Promise<void> => {
  const { directions, mirrored, places } = await placesOf(part)
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
