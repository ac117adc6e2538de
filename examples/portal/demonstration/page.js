// What the demonstration reads of the page, and how it writes into the panel.

const { lang } = document.documentElement

/** The words of the panel, which the page's template has written. */
export const words = JSON.parse(document.querySelector('[data-panel-words]').textContent)

/** Returns the name of a category or service in the language of the page. */
export const nameOf = key => words.categories[key] ?? key

/** Returns a part of the panel. */
export const part = name => document.querySelector(`[data-panel-${name}]`)

/** Returns an element with a text or with children. */
export const element = (tag, ...children) => {
  const node = document.createElement(tag)
  node.append(...children)
  return node
}

/** Returns labels and values in one line, without values that are missing. */
export const factsOf = facts =>
  facts
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value}`)
    .join(' · ')

const shown = new Map()

/** Writes a value only if it has changed, so that selected text and the scroll position survive. */
export const render = (name, value, write) => {
  const text = JSON.stringify(value ?? null)
  if (shown.get(name) !== text) write(value)
  shown.set(name, text)
}

/** Returns a length of time in words. @param ms The length in milliseconds. */
export const duration = ms => {
  const seconds = Math.round(ms / 1000)
  const [value, unit] = seconds < 120 ? [seconds, 'second'] : [Math.floor(seconds / 60), 'minute']
  return value.toLocaleString(lang, { style: 'unit', unit, unitDisplay: 'short' })
}

/** Returns a time of day in words. @param ms Milliseconds since 1970. */
export const time = ms => new Date(ms).toTimeString().slice(0, 8)

/** Returns a day and time in words. @param seconds Seconds since 1970. */
export const day = seconds =>
  new Date(seconds * 1000).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' })

/** Returns the cookies that the page can read, as pairs of name and value. */
export const readCookies = () =>
  document.cookie
    .split('; ')
    .filter(Boolean)
    .map(pair => {
      const [name, ...value] = pair.split('=')
      return { name, value: value.join('=') }
    })

/** Says whether a cookie is one of Google Analytics. */
export const isOfGoogle = ({ name }) => /^_ga(_|$)/.test(name)
