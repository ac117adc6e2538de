import type { Page } from '@playwright/test'

/** The functions that measure inside a page under test. */
export interface Measure {
  /** Returns the colour behind an element's text. Paints half-transparent colours over white. */
  backdrop(element: Element | null): string[]
  /** Returns the contrasts of a colour with the colours behind it, lowest first. */
  contrast(colour: string, below: readonly string[]): number
}

/** Defines `window.measure` on a page, until the page is left. */
export const addMeasure = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const context = canvas.getContext('2d', {
      willReadFrequently: true,
    }) as CanvasRenderingContext2D

    /**
     * Paints colours over each other, and returns the result. Understands any CSS colour and
     * opacity.
     */
    const paint = (colours: readonly string[]) => {
      for (const colour of ['#fff', ...colours]) {
        context.fillStyle = colour
        context.fillRect(0, 0, 1, 1)
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }

    /** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
    const luminance = (colours: readonly string[]) => {
      const [red = 0, green = 0, blue = 0] = paint(colours).map(value => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    const parentOf = (element: Element): Element | null => {
      const root = element.getRootNode()
      return (
        element.assignedSlot ??
        element.parentElement ??
        (root instanceof ShadowRoot ? root.host : null)
      )
    }

    window.measure = {
      backdrop(element) {
        const colours: string[] = []
        for (let at = element; at; at = parentOf(at)) {
          const { backgroundColor, backgroundImage } = getComputedStyle(at)
          // Each surface of the SDK has only one colour, so paint a half-transparent colour over
          // the background of its box.
          const [tint] = /rgba?\([^)]*\)/.exec(backgroundImage) ?? []
          colours.unshift(backgroundColor, ...(tint ? [tint] : []))
          if (at.localName === 'dialog') return [backgroundColor, ...colours.slice(1)]
        }
        return colours
      },

      contrast(colour, underneath) {
        const [dark = 0, light = 0] = [
          luminance(underneath),
          luminance([...underneath, colour]),
        ].sort((one, other) => one - other)
        return (light + 0.05) / (dark + 0.05)
      },
    }
  })
