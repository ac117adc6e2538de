import { expect, type Locator, type Page } from '@playwright/test'
import { compareAnswers } from '../support/compare-answers.ts'
import { LAYERS } from '../support/layers.ts'
import { addMeasure } from '../support/measure.ts'
import { test } from '../support/media.ts'
import type { Visit } from '../support/visit-portal.ts'

// Most look at every layer, one after the other: on a busy machine that takes its time.
test.slow()

/** Brings a visitor to each layer, one who has not chosen yet. */
const onEveryLayer = async (
  newPage: () => Promise<Page>,
  look: (layer: Locator, name: string, page: Page) => Promise<void>,
  visit: Visit = {},
) => {
  for (const [name, show] of Object.entries(LAYERS)) {
    const page = await newPage()
    await look(await show(page, visit), name, page)
    await page.close()
  }
}

/** Whether the browser has what a test is about. */
const has = (page: Page, feature: string) =>
  page.evaluate(wanted => matchMedia(`(${wanted})`).matches, feature)

test.describe('in forced colours', () => {
  test.use({ media: { forcedColors: 'active', reducedMotion: 'reduce' } })

  test('every box and control has an edge, every link a line and every focus a ring to be seen [39]', async ({
    newPage,
  }) => {
    await onEveryLayer(newPage, async (layer, name, page) => {
      expect(await has(page, 'forced-colors:active')).toBe(true)
      await addMeasure(page)
      const { seen, faults } = await layer.evaluateAll(findEdges)
      expect(seen, name).toBeGreaterThan(0)
      expect(faults, name).toEqual([])
    })
  })

  test('a switch tells on from off by the place of its knob [41]', async ({ page }) => {
    const preferences = await LAYERS['preferences with all details open'](page)
    await addMeasure(page)
    const switches = preferences.getByRole('switch')
    const off = await switches.evaluateAll(findKnobs)
    for (const each of await switches.all()) await each.check()
    const on = await switches.evaluateAll(findKnobs)
    expect(off).toHaveLength(5)
    for (const [index, { place, contrast }] of off.entries()) {
      expect(on[index]?.place).not.toBe(place)
      expect(Math.min(contrast, on[index]?.contrast ?? 0)).toBeGreaterThanOrEqual(3)
    }
  })

  for (const name of ['banner', 'preferences with all details open'] as const)
    test(`refusing looks like accepting: ${name} [8]`, async ({ page }) => {
      const layer = await LAYERS[name](page)
      await addMeasure(page)
      const compared = await compareAnswers(layer.locator('#reject-all, #accept-all'))
      const [reject = 0, accept = 0] = compared.contrasts
      expect(compared).toMatchObject({ differing: [], width: true, height: true, row: true })
      expect(reject).toBe(accept)
      expect(reject).toBeGreaterThanOrEqual(4.5)
    })
})

for (const [reducedMotion, longest] of [
  ['reduce', 0],
  ['no-preference', 0.2],
] as const)
  test.describe(`with motion: ${reducedMotion}`, () => {
    test.use({ media: { reducedMotion } })

    test(`nothing moves for more than ${longest} seconds, on any layer [41]`, async ({
      newPage,
    }) => {
      const all: number[] = []
      await onEveryLayer(newPage, async (layer, name, page) => {
        expect(await has(page, `prefers-reduced-motion:${reducedMotion}`)).toBe(true)
        const { seconds, animated } = await layer.evaluateAll(findMotion)
        expect(animated, name).toEqual([])
        expect(Math.max(...seconds), name).toBeLessThanOrEqual(longest)
        all.push(...seconds)
      })
      // What is found there shows that this test would find it here.
      if (longest) expect(Math.max(...all)).toBeGreaterThan(0)
    })
  })

const SURFACES = {
  light: ['light', 'rgb(255, 255, 255)'],
  dark: ['dark', 'rgb(34, 34, 51)'],
} as const

for (const [colorScheme, theme] of [
  ['dark', undefined],
  ['dark', 'light'],
  ['light', undefined],
  ['light', 'dark'],
] as const)
  test.describe(`a visitor who prefers ${colorScheme}`, () => {
    test.use({ media: { colorScheme } })

    const shown = theme ?? colorScheme
    test(`sees every layer ${shown}${theme ? ' where the page wants it so' : ''}`, async ({
      newPage,
    }) => {
      await onEveryLayer(
        newPage,
        async (layer, name, page) => {
          expect(await has(page, `prefers-color-scheme:${colorScheme}`)).toBe(true)
          const surfaces = await layer.evaluateAll(layers =>
            layers.map(layer => {
              const surface =
                ['.box', ':host > div']
                  .map(selector => layer.shadowRoot?.querySelector(selector))
                  .find(Boolean) ?? layer
              const { colorScheme, backgroundColor } = getComputedStyle(surface)
              return [colorScheme, backgroundColor]
            }),
          )
          expect(surfaces, name).toEqual(surfaces.map(() => SURFACES[shown]))
        },
        { attributes: theme ? `data-theme="${theme}"` : '' },
      )
    })
  })

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
    return (
      Number.parseFloat(outlineWidth) >= 2 &&
      isSeen(outlineWidth, outlineStyle, outlineColor, element)
    )
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

/** Runs in the page: how long anything takes to change, and what is animated. */
const findMotion = (layers: Element[]) => {
  const seconds: number[] = [0]
  const animated: string[] = []
  for (const layer of layers)
    for (const element of [layer, ...(layer.shadowRoot ?? layer).querySelectorAll('*')])
      for (const pseudo of [null, '::before', '::after', '::backdrop', '::details-content']) {
        const style = getComputedStyle(element, pseudo)
        const times = `${style.transitionDuration},${style.transitionDelay}`
        seconds.push(...times.split(',').map(Number.parseFloat))
        if (style.animationName !== 'none' || style.scrollBehavior === 'smooth')
          animated.push(`${element.localName}${pseudo ?? ''}`)
      }
  return { seconds, animated }
}
