/** Gives the cookies that this page can read, as `name=value`; none where the browser refuses. */
export const cookiePairs = (): readonly string[] => {
  try {
    return document.cookie.split('; ')
  } catch {
    return []
  }
}
