import type { Page } from '@playwright/test'

const defineMeasure = () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const options = { willReadFrequently: true }
  const context = canvas.getContext('2d', options) as CanvasRenderingContext2D

  /** Paints colours over each other: any CSS colour and opacity. */
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

  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() as Partial<ShadowRoot>).host ??
    null

  const measure = {
    backdrop(element: Element | null) {
      const colours: string[] = []
      for (let at = element; at; at = parentOf(at)) {
        const { backgroundColor, backgroundImage } = getComputedStyle(at)
        // A surface of the SDK can have a tint: a gradient of one half-transparent colour over
        // the background colour.
        const [tint] = /rgba?\([^)]*\)/.exec(backgroundImage) ?? []
        colours.unshift(backgroundColor, ...(tint ? [tint] : []))
        if (at.localName === 'dialog') return [backgroundColor, ...colours.slice(1)]
      }
      return colours
    },

    contrast(colour: string, behind: readonly string[]) {
      const both = [luminance(behind), luminance([...behind, colour])]
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
    },
  }
  Object.assign(window, { measure })
  return measure
}

declare global {
  interface Window {
    /** Defined only on pages on which `addMeasure` has run. */
    readonly measure: ReturnType<typeof defineMeasure>
  }
}

export const addMeasure = (page: Page): Promise<unknown> => page.evaluate(`(${defineMeasure})()`)
