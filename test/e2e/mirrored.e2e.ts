import { expect, type Locator } from '@playwright/test'
import { LAYERS } from '../support/layers.ts'
import { test } from '../support/media.ts'

// What is measured stands still.
test.use({ media: { reducedMotion: 'reduce' } })

/** A language that is written from the right, spoken in our English words: only the direction differs. */
const HEBREW = 'spaceoneConsent({texts:{he:{}}})'

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
    return { directions, mirrored, places: measure() }
  })

for (const [name, show] of Object.entries(LAYERS))
  test(`in a language that is written from the right everything is mirrored: ${name}`, async ({
    page,
  }) => {
    const layer = await show(page, {
      attributes: 'data-lang="he"',
      page: html => html.replace('</script>', `;${HEBREW}</script>`),
    })
    const switches = layer.getByRole('switch')
    if (await switches.count()) await switches.first().check()
    const { directions, mirrored, places } = await placesOf(layer)
    expect(directions).toEqual(directions.map(() => 'rtl'))
    expect(places.length).toBeGreaterThan(0)
    expect(mirrored).toHaveLength(places.length)
    expect(
      places.filter(({ what, left, right }, index) => {
        const other = mirrored[index]
        return (
          what !== other?.what ||
          Math.abs(left - other.right) > ROUNDING ||
          Math.abs(right - other.left) > ROUNDING
        )
      }),
    ).toEqual([])
  })
