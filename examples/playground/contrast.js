// The contrast of an accent colour, as the banner uses it: as the background of buttons, and
// with a limited lightness as the colour of links and edges.

/** A colour of three numbers. @typedef {readonly [number, number, number]} Triple */

/** The two themes: background, accent of the SDK, and the limit of the lightness of links. */
const THEMES = {
  light: {
    ground: '#ffffff',
    accent: '#6638b6',
    limit: (/** @type {number} */ l) => Math.min(l, 0.5),
  },
  dark: {
    ground: '#222233',
    accent: '#bbaaff',
    limit: (/** @type {number} */ l) => Math.max(l, 0.77),
  },
}

/** The luminance of a background above which black text is more readable than white text. */
const MIDDLE = 0.18

/** The lowest contrast of a text by WCAG 2, level AA. */
const LEAST = 4.5

/** @param {(value: number) => number} change @param {Triple} colour @returns {Triple} */
const each = (change, [r, g, b]) => [change(r), change(g), change(b)]

/** Returns the linear light of a colour such as `#6638b6`, each part from 0 to 1. */
const linearOf = (/** @type {string} */ hex) =>
  each(
    part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4),
    each(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255, [1, 3, 5]),
  )

/** Returns the colour of linear light. Clips each part to the range of a screen, as browsers do. */
const hexOf = (/** @type {Triple} */ linear) => {
  const parts = each(part => {
    const shown = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
    return Math.round(Math.min(1, Math.max(0, shown)) * 255)
  }, linear)
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`
}

/** @param {readonly Triple[]} rows @param {Triple} by @returns {Triple} */
const times = (rows, by) =>
  /** @type {[number, number, number]} */ (
    rows.map(row => row[0] * by[0] + row[1] * by[1] + row[2] * by[2])
  )

/**
 * Returns a colour with another lightness in OKLab.
 *
 * @param {string} hex
 * @param {(lightness: number) => number} limit
 * @see https://bottosson.github.io/posts/oklab/
 */
const withLightness = (hex, limit) => {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linearOf(hex),
  )
  const [lightness, a, b] = times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    each(Math.cbrt, cones),
  )
  const roots = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    [limit(lightness), a, b],
  )
  return hexOf(
    times(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701],
      ],
      each(root => root ** 3, roots),
    ),
  )
}

const luminanceOf = (/** @type {string} */ hex) => {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * Returns the contrast of two colours by WCAG 2, from 1 to 21.
 *
 * @param {string} one Such as `#6638b6`.
 * @param {string} other
 */
export const contrastOf = (one, other) => {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/**
 * Returns three contrasts of an accent colour in a theme of the banner: of the accent itself with
 * the background, of links and edges with the background, and of the text on a button.
 *
 * @param {'light' | 'dark'} theme
 * @param {string} digits Six hexadecimal digits; '' for the accent of the SDK.
 */
export const contrastsIn = (theme, digits) => {
  const { ground, accent, limit } = THEMES[theme]
  const given = digits ? `#${digits.toLowerCase()}` : accent
  const pairs = {
    given: [given, ground],
    line: [withLightness(given, limit), ground],
    button: [luminanceOf(given) > MIDDLE ? '#000000' : '#ffffff', given],
  }
  return Object.entries(pairs).map(([kind, [colour = '', on = '']]) => {
    const contrast = contrastOf(colour, on)
    return { kind, colour, on, contrast, isReadable: contrast >= LEAST }
  })
}
