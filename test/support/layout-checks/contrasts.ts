import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'

/** The lowest contrasts that WCAG allows (1.4.3, 1.4.11, 2.4.13). */
const LEAST = { text: 4.5, edge: 3 }

const EDGED = '.choice, .primary, .outline, select'

/** The elements that need an edge in forced colours: boxes, buttons, switches and lists. */
export const EDGED_WHEN_FORCED =
  '.card, .box, .purpose, :host(spaceone-consent-block) > div, button, input, select'

/** Checks texts, edges, knobs and focus rings, lines of links, and that knobs move. */
export const checkContrasts = async (parts: Locator, what: string, edged = EDGED) => {
  await addMeasure(parts.page())
  const found = await parts.evaluateAll(contrastsOf, edged)
  const faults = found.filter(({ kind, contrast }) => !(contrast >= LEAST[kind]))
  expect.soft(found.length, `contrasts: ${what}`).toBeGreaterThan(0)
  expect.soft(faults, `contrasts: ${what}`).toEqual([])
  return found.length
}

/** Returns each contrast of text, edge, knob and ring; 0 for a line that is not drawn. */
const contrastsOf = (parts: Element[], edged: string) => {
  const { backdrop, contrast } = window.measure
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
