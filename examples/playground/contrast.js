// The contrast of an accent colour, as the banner uses it: as the background of buttons, and
// with a limited lightness as the colour of links and edges. The browser computes the colours.

/** The two themes of the banner: background, accent of the SDK, and lightness of links and edges. */
const THEMES = {
  light: { ground: '#fff', accent: '#6638b6', lightness: 'min(l, 0.5)' },
  dark: { ground: '#223', accent: '#baf', lightness: 'max(l, 0.77)' },
}

/** The luminance of a background above which black text is more readable than white text. */
const MIDDLE = 0.18

/** The lowest contrast of a text by WCAG 2, level AA. */
const LEAST = 4.5

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

/** Returns the luminance of a CSS colour by WCAG 2, from 0 to 1, as the browser draws the colour. */
const luminanceOf = colour => {
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
    .map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Returns the contrast of two CSS colours by WCAG 2, from 1 to 21. */
export const contrastOf = (one, other) => {
  const [low, high] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/**
 * Returns three contrasts of an accent colour in a theme, `light` or `dark`: of the accent itself
 * with the background, of links and edges with the background, and of the text on a button.
 * `digits` is '' for the accent of the SDK.
 */
export const contrastsIn = (theme, digits) => {
  const { ground, accent, lightness } = THEMES[theme]
  const given = digits ? `#${digits}` : accent
  return [
    { kind: 'given', colour: given, on: ground },
    { kind: 'line', colour: `oklch(from ${given} ${lightness} c h)`, on: ground },
    { kind: 'button', colour: luminanceOf(given) > MIDDLE ? '#000' : '#fff', on: given },
  ].map(pair => {
    const contrast = contrastOf(pair.colour, pair.on)
    return { ...pair, contrast, isReadable: contrast >= LEAST }
  })
}
