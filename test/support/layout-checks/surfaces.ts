import { expect, type Locator } from '@playwright/test'

/** The colour scheme and the background of every surface. */
const SURFACES = {
  light: ['light', 'rgb(255, 255, 255)'],
  dark: ['dark', 'rgb(34, 34, 51)'],
} as const

/** Checks that a layer is drawn in the colours of a theme. */
export const checkSurfaces = async (
  layer: Locator,
  theme: keyof typeof SURFACES,
  what: string,
): Promise<void> => {
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
  expect.soft(surfaces.length, `surfaces: ${what}`).toBeGreaterThan(0)
  expect.soft(surfaces, `surfaces: ${what}`).toEqual(surfaces.map(() => SURFACES[theme]))
}
