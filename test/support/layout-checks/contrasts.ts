import { expect, type Locator } from '@playwright/test'

/** The lowest contrasts that WCAG allows (1.4.3, 1.4.11, 2.4.13). */
const LEAST = { text: 4.5, edge: 3 }

const EDGED = '.choice, .primary, .outline, select'

/** The elements that need an edge in forced colours: boxes, buttons, switches and lists. */
export const EDGED_WHEN_FORCED =
  '.card, .box, .purpose, :host(spaceone-consent-block) > div, button, input, select'

/** Checks texts, edges, knobs and focus rings, lines of links, and that knobs move. */
export const checkContrasts = async (parts: Locator, what: string, edged = EDGED) => {
  const found = await parts.evaluateAll(contrastsOf, edged)
  const faults = found.filter(({ kind, contrast }) => !(contrast >= LEAST[kind]))
  expect.soft(found.length, `contrasts: ${what}`).toBeGreaterThan(0)
  expect.soft(faults, `contrasts: ${what}`).toEqual([])
  return found.length
}

/** Returns each contrast of text, edge, knob and ring; 0 for a line that is not drawn. */
const contrastsOf = (parts: Element[], edged: string) => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const options = { willReadFrequently: true }
  const context = canvas.getContext('2d', options) as CanvasRenderingContext2D

  /**
   * Returns the luminance of colours that are painted over each other.
   *
   * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
   */
  const luminance = (colours: readonly string[]) => {
    for (const colour of ['#fff', ...colours]) {
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
    }
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map(value => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  const contrast = (colour: string, behind: readonly string[]) => {
    const both = [luminance(behind), luminance([...behind, colour])]
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
  }

  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() as Partial<ShadowRoot>).host ??
    null

  /** Returns the colours behind an element, from the back to the front. */
  const backdrop = (element: Element | null) => {
    const colours: string[] = []
    for (let at = element; at; at = parentOf(at)) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at)
      // A surface of the SDK can have a tint: a gradient of one half-transparent colour over the
      // background colour.
      const [tint] = /rgba?\([^)]*\)/.exec(backgroundImage) ?? []
      colours.unshift(backgroundColor, ...(tint ? [tint] : []))
      if (at.localName === 'dialog') return [backgroundColor, ...colours.slice(1)]
    }
    return colours
  }

  const found: { name: string; kind: 'text' | 'edge'; contrast: number }[] = []
  const elements = parts
    .flatMap(part => [part, ...(part.shadowRoot ?? part).querySelectorAll('*')])
    .filter((each): each is HTMLElement => each.checkVisibility())
  for (const element of elements) {
    const { localName, id, className } = element
    const around = element.parentElement ?? (element.getRootNode() as ShadowRoot).host
    const add = (kind: 'text' | 'edge', part: string, colour: string, on: Element | null) =>
      found.push({
        name: `${localName}#${id}.${className}: ${part}`,
        kind,
        contrast: colour ? contrast(colour, backdrop(on)) : 0,
      })
    const addEdges = (state = '') => {
      const style = getComputedStyle(element)
      for (const side of ['top', 'right', 'bottom', 'left']) {
        const [width = '', line, colour = ''] = ['width', 'style', 'color'].map(what =>
          style.getPropertyValue(`border-${side}-${what}`),
        )
        const isDrawn = Number.parseFloat(width) >= 1 && line !== 'none'
        add('edge', `${side} edge ${state}`, isDrawn ? colour : '', around)
      }
    }
    if (element.matches(edged) && localName !== 'input') addEdges()
    if (!element.matches('button, a, summary, input, select')) continue

    if (localName === 'input') {
      const control = element as HTMLInputElement
      const { checked } = control
      const places = [true, false].map(isOn => {
        control.checked = isOn
        const { backgroundColor, marginInlineStart } = getComputedStyle(control, '::before')
        addEdges(isOn ? 'on' : 'off')
        add('edge', `knob ${isOn ? 'on' : 'off'}`, backgroundColor, control)
        return marginInlineStart
      })
      control.checked = checked
      if (places[0] === places[1]) add('edge', 'knob in one place', '', control)
    } else add('text', 'text', getComputedStyle(element).color, element)
    const { textDecorationLine, borderTopStyle } = getComputedStyle(element)
    if (localName === 'a' && textDecorationLine !== 'underline' && borderTopStyle === 'none')
      add('edge', 'line', '', element)

    // Blur the element first: after a mouse click, a focused element shows no focus ring.
    element.blur()
    element.focus({ focusVisible: true } as FocusOptions)
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element)
    const isRing = outlineStyle === 'solid' && outlineWidth === '2px'
    const behind = outlineOffset.startsWith('-') ? element : around
    add('edge', 'focus ring', isRing ? outlineColor : '', behind)
    element.blur()
  }
  return found
}
