/** The cookies with the value 1; happy-dom keeps deleted ones for a moment. */
export const cookies = (): readonly string[] =>
  document.cookie
    .split('; ')
    .filter(pair => pair.endsWith('=1'))
    .map(pair => pair.slice(0, -2))
    .sort()

export const setCookies = (...names: readonly string[]): void => {
  for (const name of names) document.cookie = `${name}=1; path=/`
}
