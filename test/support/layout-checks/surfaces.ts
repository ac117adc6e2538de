import { expect, type Locator, type Page } from '@playwright/test'

export const SURFACES = { light: 'rgb(255, 255, 255)', dark: 'rgb(34, 34, 51)' } as const

export const checkSurfaces = async (part: Locator, theme: keyof typeof SURFACES, what: string) => {
  const colours = () =>
    part.evaluateAll(parts =>
      parts.map(part => {
        const surface =
          ['.box', ':host > div']
            .map(selector => part.shadowRoot?.querySelector(selector))
            .find(Boolean) ?? part
        return getComputedStyle(surface).backgroundColor
      }),
    )
  expect.soft((await colours()).length, `surfaces: ${what}`).toBeGreaterThan(0)
  // Wait: while a new part moves in, its colours change too.
  await expect
    .poll(async () => [...new Set(await colours())], `surfaces: ${what}`)
    .toEqual([SURFACES[theme]])
}

export const turnTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate(theme => {
    document.documentElement.style.colorScheme = theme
  }, theme)
