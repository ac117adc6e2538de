import { warn } from '../../options/warn.ts'
import { buildElement } from '../../shared/build-element.ts'
import { takeOff } from './elements.ts'

/** Minimum contrast of text. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const LEAST_CONTRAST = 4.5

/** The last warning. The view is drawn often, so the same warning is not written twice in a row. */
let last: string | undefined

/**
 * Warns if the contrast of `--consent-accent-text` with the accent colour is below 4.5. If a site
 * does not set this property, the SDK's styles choose black or white, whichever is readable.
 */
export const checkAccentText = (container: Element): void => {
  const text = getComputedStyle(container).getPropertyValue('--consent-accent-text').trim()
  if (!text) return
  const probe = buildElement('i')
  probe.style.cssText = 'color:var(--o);background:var(--f)'
  container.append(probe)
  const { color, backgroundColor } = getComputedStyle(probe)
  takeOff(probe)
  const contrast = contrastOf(backgroundColor, color)
  if (contrast === undefined || contrast >= LEAST_CONTRAST) return
  const values = [text, backgroundColor, contrast.toFixed(2), LEAST_CONTRAST]
  if (`${values}` !== last) warn('accent-text', ...values)
  last = `${values}`
}

/**
 * Returns the contrast of two CSS colours, from 1 to 21. Paints both on a canvas, which understands
 * the browser's notations; `undefined` if the browser gives no 2D context.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
const contrastOf = (background: string, text: string): number | undefined => {
  const canvas = buildElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const [one = 0, other = 0] = [background, text].map(colour => {
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map(linear)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  })
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

const linear = (byte: number) =>
  byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4
