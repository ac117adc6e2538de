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
 * Takes out what the page queued before the first grant, and gives back what may still count:
 * configuration and settings. Events and page views would be collected in retrospect, and consent
 * is the SDK's to say.
 *
 * @returns `undefined` when that has been done on this page.
 */
export const takeConfiguration = (): readonly Command[] | undefined => {
  const layer = dataLayer()
  if (taken.has(layer)) return undefined
  taken.add(layer)
  return layer
    .splice(0)
    .filter(isCommand)
    .filter(([name]) => name === 'set' || name === 'config')
}

/** Says whether the page or the SDK has configured a tag. */
export const isConfigured = (id: string): boolean =>
  dataLayer().some(entry => isCommand(entry) && entry[0] === 'config' && entry[1] === id)

type Command = readonly unknown[]

const isCommand = (entry: unknown): entry is Command =>
  Object.prototype.toString.call(entry) === '[object Arguments]'
