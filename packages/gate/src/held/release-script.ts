/**
 * How long one script may hold up the next, in milliseconds. In order is what pages expect, and one
 * that hangs must not stall the others for ever.
 */
const HOLD_UP = 3000

/**
 * Lets a held script run: the same element, in the same place, with its attributes and its nonce.
 * Its address stands in `src` or in `data-src`.
 *
 * @returns Resolves when the next one may run: at once after an inline, `async` or `defer` script,
 *   else when it has loaded, has failed or has taken too long.
 */
export const releaseScript = (script: HTMLScriptElement): Promise<unknown> | undefined => {
  const { parentNode, nextSibling, dataset } = script
  const { src: source, type = '' } = dataset
  // A script that was held keeps no mark of it; taking it out and putting it back makes it run.
  script.remove()
  script.removeAttribute('type')
  if (type) script.type = type
  if (source !== undefined) script.src = source
  const isWaitedFor = script.hasAttribute('src') && !script.hasAttribute('async') && !script.defer
  // An element that has been in the document once is async unless told otherwise.
  if (script.defer) script.async = false
  parentNode?.insertBefore(script, nextSibling)
  return isWaitedFor ? settled(script) : undefined
}

const settled = (script: HTMLScriptElement): Promise<unknown> =>
  new Promise(resolve => {
    for (const type of ['load', 'error']) script.addEventListener(type, resolve)
    setTimeout(resolve, HOLD_UP)
  })
