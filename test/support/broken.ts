/** Throws an error, as a function does that a page or a browser has broken. */
export const broken = (): never => {
  throw new TypeError('broken')
}
