/** Stands for a built-in, function or class, that a page or a browser has broken. */
export function broken(): never {
  throw new TypeError('broken')
}
