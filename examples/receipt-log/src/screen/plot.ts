import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { type Figures, TYPES } from './figures.ts'
import type { Context } from './page.ts'

/** The size of the plot, and of the space for text at its left, above and below it, in its units. */
const WIDTH = 720
const HEIGHT = 220
const LEFT = 84
const TOP = 20
const BELOW = 30

/**
 * Returns a plot with a bar for each day or month, in which each type of event has a part. The
 * numbers are in the table below the plot, so screen readers only hear its title.
 */
export const plotPart = (
  { words, format }: Context,
  title: string,
  bars: readonly (readonly [string, Figures])[],
): Markup => {
  const highest = Math.max(1, ...bars.map(([, { all }]) => all))
  const step = (WIDTH - LEFT) / Math.max(1, bars.length)
  const unit = (HEIGHT - BELOW - TOP) / highest
  const foot = HEIGHT - BELOW
  const round = (value: number) => Math.round(value * 100) / 100
  const barPart = ([name, { counts }]: readonly [string, Figures], index: number) => {
    let top = foot
    return TYPES.map(type => {
      const height = counts[type] * unit
      top -= height
      return (
        counts[type] > 0 &&
        html`<rect class="${type}" x="${round(LEFT + index * step + step * 0.12)}" y="${round(top)}" width="${round(step * 0.76)}" height="${round(height)}"><title>${name}: ${words.days.types[type]} ${format.number(counts[type])}</title></rect>`
      )
    })
  }
  // Write the first, the middle and the last name: more would overlap on a narrow screen.
  const named = new Set([0, bars.length >> 1, bars.length - 1])
  /** The first name begins with the plot, and the last one ends with it. */
  const placeOf = (index: number): readonly [number, string] => {
    if (index === 0 && bars.length > 1) return [LEFT, 'start']
    return index > 0 && index === bars.length - 1
      ? [WIDTH, 'end']
      : [LEFT + (index + 0.5) * step, 'middle']
  }
  const namePart = ([name]: readonly [string, Figures], index: number) =>
    named.has(index) &&
    html`<text x="${round(placeOf(index)[0])}" y="${HEIGHT - 6}" text-anchor="${placeOf(index)[1]}">${name}</text>`
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<line x1="${LEFT}" y1="${foot}" x2="${WIDTH}" y2="${foot}"/>
<line x1="${LEFT}" y1="${TOP}" x2="${WIDTH}" y2="${TOP}"/>
<text x="${LEFT - 8}" y="${foot}" text-anchor="end">0</text>
<text x="${LEFT - 8}" y="${TOP + 5}" text-anchor="end">${format.number(highest)}</text>
${bars.map(barPart)}
${bars.map(namePart)}
</svg>
<ul class="key">${TYPES.map(type => html`<li class="${type}"><span>${words.days.types[type]}</span></li>`)}</ul>`
}
