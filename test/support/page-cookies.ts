/**
 * Returns the names of the cookies with the value 1. For a moment happy-dom keeps a deleted cookie,
 * without its value.
 */
export const cookies = (): readonly string[] =>
  document.cookie
    .split('; ')
    .filter(pair => pair.endsWith('=1'))
    .map(pair => pair.slice(0, -2))
    .sort()

/** Sets cookies with the value 1, as code of the page does. */
export const setCookies = (...names: readonly string[]): void => {
  for (const name of names) document.cookie = `${name}=1; path=/`
}
