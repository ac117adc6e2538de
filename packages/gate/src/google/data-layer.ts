/** The globals of Google's tags that the SDK reads and writes. */
interface GoogleWindow {
  dataLayer?: unknown[]
  gtag?: (...command: unknown[]) => void
}

/** Gives the page's data layer, a new one where there is none (or an element of that name). */
export const dataLayer = (): unknown[] => {
  const page = window as GoogleWindow
  if (!Array.isArray(page.dataLayer)) page.dataLayer = []
  return page.dataLayer
}

/**
 * Puts a command into the data layer.
 *
 * The tag takes `arguments` objects only and ignores arrays, hence no rest parameter.
 */
export const gtag: (...command: unknown[]) => void = function () {
  // biome-ignore lint/complexity/noArguments: see above
  dataLayer().push(arguments)
}

/** Lets the page call `gtag` from the start; what it queues waits in the data layer. */
export const offerGtag = (): void => {
  dataLayer()
  const page = window as GoogleWindow
  if (typeof page.gtag !== 'function') page.gtag = gtag
}

/** The data layers that have been taken over: what goes through one then is not taken out again. */
const taken = new WeakSet<unknown[]>()

/**
 * Takes out the commands that the page queued before the tag came. What others have put into the
 * data layer stays.
 *
 * @returns Nothing when that has been done on this page.
 */
export const takeQueue = (): readonly Command[] => {
  const layer = dataLayer()
  if (taken.has(layer)) return []
  taken.add(layer)
  const entries = layer.splice(0)
  layer.push(...entries.filter(entry => !isCommand(entry)))
  return entries.filter(isCommand)
}

/** Says whether the page or the SDK has configured a tag. */
export const isConfigured = (id: string): boolean =>
  dataLayer().some(entry => isCommand(entry) && entry[0] === 'config' && entry[1] === id)

type Command = readonly unknown[]

const isCommand = (entry: unknown): entry is Command =>
  Object.prototype.toString.call(entry) === '[object Arguments]'
