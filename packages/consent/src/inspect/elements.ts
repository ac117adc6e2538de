import type { ConsentRecord } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'

/** Builds a button that calls a function. An error that the function throws is ignored. */
export const buildButton = (
  label: string,
  attributes: Readonly<Record<string, string>>,
  run: () => void,
): HTMLButtonElement => {
  const button = buildElement('button', { type: 'button', ...attributes }, label)
  listen('click', run, false, button)
  return button
}

/** Builds the line that is shown where there is nothing to list. */
export const buildEmpty = (text: string): HTMLElement => buildElement('p', { class: 'empty' }, text)

/** Builds a word in a coloured box: green if `isGranted`, otherwise grey. */
export const buildChip = (word: string, isGranted: boolean): HTMLElement =>
  buildElement('span', { class: isGranted ? 'chip granted' : 'chip' }, word)

/** Returns a time in the time zone of the browser, such as `2026-11-28 14:03:22.123`. */
export const localTime = (milliseconds: number): string => {
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000
  return new Date(milliseconds - offset).toISOString().slice(0, -1).replace('T', ' ')
}

/** Builds a list of a record's fields, but not of `v`, each with what its value means. */
export const buildRecord = ({ n, t, e, p, m, s, l, c, x, g, h, r }: ConsentRecord): HTMLElement => {
  const timeOf = (seconds: number) => localTime(seconds * 1000).slice(0, -4)
  const answers = Object.entries(c).map(([name, is]) => `${name} ${is ? 'granted' : 'refused'}`)
  const fields: readonly (readonly [term: string, text: string | false | undefined])[] = [
    ['Decision', `number ${n} in this browser, ${timeOf(t)}`],
    ['Counts until', timeOf(e)],
    ['How', `${m}, ${s === 'api' ? 'by code' : `in the ${s}`}`],
    ['Policy', p],
    ['Answers', answers.join(', ') || 'none'],
    ['Refused services', x?.join(', ')],
    ['Language', l],
    ['Global Privacy Control', g && 'on'],
    ['Notice', h ?? 'not in the record'],
    ['Receipt', r ? 'has an id, for the endpoint' : 'none'],
  ]
  const shown = fields.flatMap(([term, text]) =>
    text ? [buildElement('dt', {}, term), buildElement('dd', {}, text)] : [],
  )
  return buildElement('dl', {}, ...shown)
}
