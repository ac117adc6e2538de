/** Returns an element with a text or with children. */
export const element = (tag, ...children) => {
  const node = document.createElement(tag)
  node.append(...children)
  return node
}

const shown = new Map()

/**
 * Calls a function only if a value has changed since the last call for the same name, so that
 * selected text and the scroll position survive.
 */
export const render = (name, value, write) => {
  const text = JSON.stringify(value) ?? ''
  if (shown.get(name) === text) return
  shown.set(name, text)
  write(value)
}

const { lang } = document.documentElement

const unit = name =>
  new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'short' })
const SECONDS = unit('second')
const MINUTES = unit('minute')

/** Returns a length of time in words. @param ms The length in milliseconds. */
export const duration = ms => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return seconds < 120 ? SECONDS.format(seconds) : MINUTES.format(Math.floor(seconds / 60))
}

/** Returns a time of day in words. @param ms Milliseconds since 1970. */
export const time = ms => new Date(ms).toTimeString().slice(0, 8)

/** Returns a day and time in words. @param seconds Seconds since 1970. */
export const day = seconds =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(seconds * 1000)
