/** The globals of Google's tags that the SDK reads and writes. */
interface GoogleWindow {
  dataLayer?: unknown[]
  gtag?: (...command: unknown[]) => void
}

const google = (): GoogleWindow => window as unknown as GoogleWindow

/** Gives the page's data layer, a new one where there is none (or an element of that name). */
export const dataLayer = (): unknown[] => {
  const page = google()
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
  const page = google()
  if (typeof page.gtag !== 'function') page.gtag = gtag
}

/**
 * Takes out what the page queued before the grant, and gives back what may still count:
 * configuration and settings. Events and page views would be collected in retrospect, and consent
 * is the SDK's to say.
 */
export const takeConfiguration = (): readonly (readonly unknown[])[] =>
  dataLayer()
    .splice(0)
    .filter(isCommand)
    .map(command => [...command])
    .filter(([name]) => name === 'set' || name === 'config')

const isCommand = (entry: unknown): entry is ArrayLike<unknown> & Iterable<unknown> =>
  Object.prototype.toString.call(entry) === '[object Arguments]'
