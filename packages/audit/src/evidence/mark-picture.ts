import { html } from '../report/html/markup.ts'
import type { Screenshot } from '../seen.ts'

/** Height of the line of words, in CSS pixels. */
const LINE = 24

/**
 * Returns a screenshot as SVG, with a frame around the control that the audit pressed next, and the
 * control's words. The SVG contains the picture and loads nothing. Returns `undefined` if no press
 * was noted with the screenshot.
 *
 * @param size The size of the picture, in CSS pixels.
 */
export const markPicture = (
  { jpeg, click }: Screenshot,
  size: { readonly width: number; readonly height: number },
): string | undefined => {
  if (!click) return undefined
  const { x, y, width, height } = click.box
  const label = `${click.act}: ${click.words}`
  // The words stand below the control, or above it where the picture ends.
  const below = y + height + LINE <= size.height
  const top = below ? y + height + 4 : y - LINE - 4
  const { html: text } =
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}">
<title>${label}</title>
<image href="data:image/jpeg;base64,${jpeg}" width="${size.width}" height="${size.height}"/>
<rect x="${x - 3}" y="${y - 3}" width="${width + 6}" height="${height + 6}" fill="none" stroke="#fff" stroke-width="7"/>
<rect x="${x - 3}" y="${y - 3}" width="${width + 6}" height="${height + 6}" fill="none" stroke="#d0021b" stroke-width="3"/>
<text x="${Math.max(4, x)}" y="${top + 17}" font-family="sans-serif" font-size="15" font-weight="bold" fill="#d0021b" stroke="#fff" stroke-width="5" paint-order="stroke">${label}</text>
</svg>
`
  return text
}
