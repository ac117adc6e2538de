/** Returns the cookies that the page can read, as pairs of name and value. */
export const readCookies = () => {
  let text = ''
  try {
    text = document.cookie
  } catch {
    // In a sandboxed frame reading cookies throws.
  }
  return text
    .split('; ')
    .filter(Boolean)
    .map(pair => {
      const [name, ...value] = pair.split('=')
      return { name, value: value.join('=') }
    })
}

/** Says whether a cookie is one of Google Analytics. */
export const isOfGoogle = ({ name }) => /^_ga(_|$)/.test(name)
