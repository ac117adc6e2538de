import { checkText, consentError } from '../../core/index.ts'

/** A command as Google's tags take it: an `arguments` object. */
export type Command = ArrayLike<unknown>

/** One page's data layer, by the name that the page gave it. */
export type DataLayer = unknown[]

/** A variable of the page's own: `__proto__` is all of `window`. */
const LAYER = /^(?!__)[a-z_$][\w$]*$/i

/**
 * Refuses a name under which no data layer can lie: what the browser itself keeps there, such as
 * `location` or `top`, is no list and does not become one. An element of that name is replaced.
 *
 * @throws ConsentError with the code `layer`.
 */
export const checkLayer = (name: string): void => {
  checkText('layer', name, LAYER)
  const there = (globalThis as unknown as Record<string, unknown>)[name] ?? []
  const isElement = () => there instanceof Element || there instanceof HTMLCollection
  if (!Array.isArray(there) && !isElement()) throw consentError('layer', name)
}

/** Gives the page's data layer, a new one where there is none (or an element of that name). */
export const dataLayer = (name: string): DataLayer => {
  const page = window as unknown as Record<string, unknown>
  if (!Array.isArray(page[name])) page[name] = []
  return page[name] as DataLayer
}

/**
 * Makes the function that puts commands into a data layer.
 *
 * The tag takes `arguments` objects only and ignores arrays, hence no rest parameter.
 */
export const gtagFor = (name: string): ((...command: unknown[]) => void) =>
  function () {
    // biome-ignore lint/complexity/noArguments: see above
    dataLayer(name).push(arguments)
  }

/** Lets the page call `gtag` from the start; what it queues waits in the data layer. */
export const offerGtag = (name: string): void => {
  dataLayer(name)
  const page = window as { gtag?: unknown }
  if (typeof page.gtag !== 'function') page.gtag = gtagFor(name)
}

/** Says whether an entry is a command, and with a name, whether it is that one. */
export const isCommand = (entry: unknown, name?: string, target?: string): entry is Command => {
  if (Object.prototype.toString.call(entry) !== '[object Arguments]') return false
  const [found, of] = entry as unknown as unknown[]
  return (name === undefined || found === name) && (target === undefined || of === target)
}

/**
 * Something that happened: a command of gtag, or an event of the page for a tag manager. What cannot
 * be read is kept out like one.
 */
const isEvent = (entry: unknown): boolean => {
  try {
    const { event } = (entry ?? {}) as { event?: unknown }
    return (
      isCommand(entry, 'event') ||
      (event !== undefined && !/^(gtm\.|spaceone_consent)/.test(`${event}`))
    )
  } catch {
    return true
  }
}

/** Takes out what happened so far: it is not collected in retrospect. */
export const dropEvents = (layer: DataLayer): void => {
  layer.splice(0, layer.length, ...layer.filter(entry => !isEvent(entry)))
}

type IsGranted = () => boolean

/** Who reads a data layer, and the way into it that lets nothing through that nobody may read. */
interface Watch {
  readonly readers: Set<IsGranted>
  push?: DataLayer['push']
  /** What was there before that. */
  inner?: DataLayer['push']
  /** A tag has loaded and takes what is pushed as it comes. */
  isRead?: boolean
}

const watches = new WeakMap<DataLayer, Watch>()

const watchOf = (layer: DataLayer): Watch => {
  const watch = watches.get(layer) ?? { readers: new Set() }
  watches.set(layer, watch)
  return watch
}

/** Sets `push`, also where a page has frozen `Array.prototype`: an assignment throws there. */
const setPush = (layer: DataLayer, value: DataLayer['push']): void => {
  const property = { __proto__: null, configurable: true, writable: true, value }
  Object.defineProperty(layer, 'push', property as PropertyDescriptor)
}

/**
 * Keeps what happens out of a data layer while none of its readers is granted. To be called again at
 * each withdrawal: a tag that has loaded since stands before what was there, and would hear.
 *
 * @param isLoaded A tag may be there or on its way. Until then the layer stays as it is: there are
 *   wrappers that wait for its `push` to change.
 * @returns The undo.
 */
export const deafen = (layer: DataLayer, isGranted: IsGranted, isLoaded: boolean): (() => void) => {
  const watch = watchOf(layer)
  watch.readers.add(isGranted)
  const { push } = layer
  if ((isRead(layer) || isLoaded) && push !== watch.push) {
    watch.inner = push
    watch.push = (...entries) => {
      const isHeard = watch.readers.size === 0 || [...watch.readers].some(mayRead => mayRead())
      return push.apply(layer, isHeard ? entries : entries.filter(entry => !isEvent(entry)))
    }
    setPush(layer, watch.push)
  }
  return () => {
    watch.readers.delete(isGranted)
    if (watch.readers.size === 0 && watch.inner && layer.push === watch.push)
      setPush(layer, watch.inner)
  }
}

/** Says whether a tag has loaded and takes what is pushed as it comes: it has its own `push`. */
export const isRead = (layer: DataLayer): boolean => {
  const watch = watchOf(layer)
  const isForeign = layer.push !== Array.prototype.push && layer.push !== watch.push
  if (isForeign && 'google_tag_manager' in window) watch.isRead = true
  return watch.isRead === true
}
