import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'

/**
 * The lowest contrast that WCAG allows: of a text (1.4.3), and of an edge or a focus ring (1.4.11).
 */
const LEAST = { text: 4.5, edge: 3 }

/**
 * Checks the contrasts in a part of the view, by computed colours: of texts, of the edges of filled
 * or framed elements, of the knobs of switches, and of focus rings.
 *
 * @returns The number of compared colours.
 */
export const checkContrasts = async (layer: Locator, what: string): Promise<number> => {
  await addMeasure(layer.page())
  const found = await layer.evaluate(contrastsOf)
  const faults = found.filter(({ kind, contrast }) => !(contrast >= LEAST[kind]))
  expect.soft(faults, `contrasts: ${what}`).toEqual([])
  return found.length
}

/**
 * Runs in the page: returns the contrast of each text, edge, knob and focus ring in a part of the
 * view.
 */
const contrastsOf = (layer: Element) => {
  const { backdrop, contrast } = window.measure
  const found: { name: string; kind: 'text' | 'edge'; contrast: number }[] = []
  const controls = [...layer.querySelectorAll<HTMLElement>('button, a, summary, input, select')]
  for (const control of controls.filter(each => each.checkVisibility())) {
    const name = control.id || control.className || control.localName
    const add = (part: string, kind: 'text' | 'edge', colour: string, on: Element | null) =>
      found.push({ name: `${name}: ${part}`, kind, contrast: contrast(colour, backdrop(on)) })
    const { color, borderTopColor, outlineOffset } = getComputedStyle(control)
    if (control.matches('input')) {
      const { checked } = control as HTMLInputElement
      for (const isOn of [true, false]) {
        ;(control as HTMLInputElement).checked = isOn
        const state = isOn ? 'on' : 'off'
        add(
          `edge, ${state}`,
          'edge',
          getComputedStyle(control).borderTopColor,
          control.parentElement,
        )
        add(
          `knob, ${state}`,
          'edge',
          getComputedStyle(control, '::before').backgroundColor,
          control,
        )
      }
      ;(control as HTMLInputElement).checked = checked
    } else add('text', 'text', color, control)
    if (control.matches('.choice, .primary, .outline, select'))
      add('edge', 'edge', borderTopColor, control.parentElement)
    control.blur()
    control.focus({ focusVisible: true } as FocusOptions)
    const around = outlineOffset.startsWith('-') ? control : control.parentElement
    add('focus ring', 'edge', getComputedStyle(control).outlineColor, around)
    control.blur()
  }
  return found
}
